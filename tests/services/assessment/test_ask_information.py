"""Asking others for information about the client."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import change_step, complete_task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import InformationObstacle
from kaveri.steps.assessment.services import ask_information
from kaveri.steps.referral_out.domain import SendingGround
from tests.factories import cast
from tests.factories.assessment import a_request, a_wish, in_days
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-3")]


def test_the_asker_makes_sure_that_it_comes_and_the_ground_is_in_the_log():
    row = a_request()
    task = Task.objects.get(source_id=row.id, state=TaskState.OPEN)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.INFORMATION_ANSWER,
        cast.kerstin(),
        row.due_on,
    )
    assert row.category == Category.ECONOMY_BENEFITS
    assert Event.objects.get(action="assessment.information.ask").ground == "oral_consent"


def test_it_is_not_done_before_the_answer_has_come_but_may_be_given_another_day():
    row = a_request()
    task = Task.objects.get(source_id=row.id, state=TaskState.OPEN)
    asker = cast.as_actor(cast.kerstin())

    with pytest.raises(Refused) as refused:
        complete_task(actor=asker, task_id=task.id)
    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]

    change_step(
        actor=asker,
        task_id=task.id,
        version=task.version,
        what="",
        owner_id=task.owner_id,
        due_on=in_days(20),
    )
    task.refresh_from_db()
    assert (task.state, task.due_on) == (TaskState.OPEN, in_days(20))


def test_the_own_register_is_no_ground_for_asking_others():
    with pytest.raises(Refused) as refused:
        a_request(ground=SendingGround.OWN_REGISTER, ground_note="")
    assert refused.value.obstacles == [InformationObstacle.NOT_WITHIN]


def test_everything_that_is_missing_is_said_at_once():
    with pytest.raises(Refused) as refused:
        a_request(whom="", what=" ", ground_note="", due_on=in_days(-1))
    assert refused.value.obstacles == [
        InformationObstacle.NOBODY_ASKED,
        InformationObstacle.NOTHING_ASKED,
        InformationObstacle.GROUND_NOT_WRITTEN,
        InformationObstacle.DUE_HAS_PASSED,
    ]


@pytest.mark.parametrize("kind", ["", "coach", "member", "team", "predecessor"])
def test_others_may_not_ask(kind):
    case = a_case()
    if kind:
        near(case, cast.mikko(), RelationKind(kind))
    with pytest.raises(Denied):
        ask_information(actor=cast.as_actor(cast.mikko()), case_id=case.id, wish=a_wish())
