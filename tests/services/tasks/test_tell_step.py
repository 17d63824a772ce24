"""Noting that the client knows."""

import pytest

from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.tasks.services import complete_task, tell_step
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import in_days

pytestmark = pytest.mark.django_db


def tell(task, who=cast.kerstin, how=Told.PHONE):
    return tell_step(actor=cast.as_actor(who()), task_id=task.id, how=how)


def test_the_client_knows_how_and_when():
    case = a_case()
    tell(Task.objects.get())
    step = next_steps({case.id: case.case_manager_id})[case.id]
    assert (step.told_how, step.told_on) == (Told.PHONE, in_days(0))


def test_a_step_that_is_done_is_not_told():
    a_case()
    task = Task.objects.get()
    complete_task(
        actor=cast.as_actor(cast.kerstin()),
        task_id=task.id,
        next_what="ringer",
        next_due_on=in_days(1),
    )
    with pytest.raises(Refused) as refused:
        tell(task)
    assert refused.value.obstacles == [TaskObstacle.NOT_OPEN]


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar])
def test_others_note_nothing(who):
    a_case()
    with pytest.raises(Denied):
        tell(Task.objects.get(), who)
