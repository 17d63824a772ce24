"""Asking for an assessment of work ability."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import AssessmentObstacle
from kaveri.steps.assessment.services import ask_assessment
from tests.factories import cast
from tests.factories.assessment import a_question, an_assessment, in_days
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-2")]


def ask(account, case, told=None, **known):
    return ask_assessment(
        actor=cast.as_actor(account), case_id=case.id, question=a_question(**known), told=told
    )


def test_somebody_follows_it_from_the_first_moment():
    case = a_case()
    row = ask(cast.kerstin(), case, told=Told.MEETING)
    task = Task.objects.get(source_id=row.id, state=TaskState.OPEN)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.ASSESSMENT,
        cast.kerstin(),
        row.due_on,
    )
    assert ClientNotice.objects.get(task=task).how == Told.MEETING


def test_everything_that_is_missing_is_said_at_once():
    with pytest.raises(Refused) as refused:
        an_assessment(text="", examiner=" ", due_on=in_days(-1))
    assert refused.value.obstacles == [
        AssessmentObstacle.NO_QUESTION,
        AssessmentObstacle.NO_EXAMINER,
        AssessmentObstacle.DUE_HAS_PASSED,
    ]


def test_an_ended_case_is_not_assessed():
    case = a_case()
    type(case).objects.filter(pk=case.pk).update(state="ended", ended_at=clock.now())
    with pytest.raises(Refused) as refused:
        ask(cast.kerstin(), case)
    assert refused.value.obstacles == [AssessmentObstacle.CASE_ENDED]


def test_only_those_who_work_on_the_case_in_its_register_may_ask():
    case = a_case()
    for account in (cast.mikko(), cast.sara(), cast.tove(), cast.aino_account()):
        with pytest.raises(Denied):
            ask(account, case)
    near(case, cast.sara(), RelationKind.TEAM)
    with pytest.raises(Denied):
        ask(cast.sara(), case)
    near(case, cast.mikko(), RelationKind.TEAM)
    assert ask(cast.mikko(), case).asked_by == cast.mikko()
