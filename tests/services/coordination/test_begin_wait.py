"""Begin wait."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.coordination.domain import WaitObstacle
from kaveri.steps.coordination.services import keep_contact
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.coordination import a_wait, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def touch(case, reached=Reached.REACHED, **known):
    return keep_contact(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        way=Way.PHONE,
        reached=reached,
        on=clock.now(),
        **known,
    )


def contact_task():
    return Task.objects.get(kind=TaskKind.KEEP_CONTACT, state=TaskState.OPEN)


@pytest.mark.requirement("COORDINATE-6")
def test_a_wait_gives_the_supporter_a_contact_to_keep():
    case = a_case(next_in_days=60)
    a_wait(case, every_days=14, told=Told.PHONE)
    step = next_steps({case.id: case.case_manager_id})[case.id]
    assert (step.kind, step.due_on, step.client_knows) == (
        TaskKind.KEEP_CONTACT,
        in_days(14),
        True,
    )


def test_a_kept_contact_cannot_be_ticked_off_without_a_contact():
    case = a_case()
    a_wait(case)
    with pytest.raises(Refused) as refused:
        complete_task(actor=cast.as_actor(cast.kerstin()), task_id=contact_task().id)
    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]


def test_the_one_who_supports_must_be_near_and_the_rest_must_make_sense():
    case = a_case()
    with pytest.raises(Refused) as refused:
        a_wait(case, supporter=cast.petra(), what=" ", since_on=in_days(1), every_days=91)
    assert refused.value.obstacles == [
        WaitObstacle.NOTHING_WAITED_FOR,
        WaitObstacle.BEGAN_IN_THE_FUTURE,
        WaitObstacle.RHYTHM_OUT_OF_BOUNDS,
        WaitObstacle.SUPPORTER_NOT_NEAR,
    ]


def test_a_pair_keeps_contact_too():
    case = a_case()
    near(case, cast.petra(), RelationKind.PAIR)
    a_wait(case, supporter=cast.petra())
    assert contact_task().owner == cast.petra()
