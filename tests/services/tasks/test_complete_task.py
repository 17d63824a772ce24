"""Finishing a step."""

import pytest

from kaveri.casebook.tasks.domain import TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task, create_task
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import in_days

pytestmark = pytest.mark.django_db


def complete(task, who=cast.kerstin, **known):
    return complete_task(actor=cast.as_actor(who()), task_id=task.id, **known)


def test_the_last_step_asks_for_the_next_one():
    a_case()
    task = Task.objects.get()
    with pytest.raises(Refused) as refused:
        complete(task)
    assert refused.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    complete(task, next_what="ringer igen", next_due_on=in_days(4))
    task.refresh_from_db()
    assert task.state == TaskState.DONE
    assert Task.objects.get(state=TaskState.OPEN).what == "ringer igen"


def test_a_step_is_done_once():
    a_case()
    task = Task.objects.get()
    complete(task, next_what="ringer igen", next_due_on=in_days(4))
    with pytest.raises(Refused) as refused:
        complete(task)
    assert refused.value.obstacles == [TaskObstacle.NOT_OPEN]


def test_the_client_finishes_the_own_part_and_nothing_else():
    case = a_case()
    part = create_task(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        what="skriver en lista",
        owner_id=case.client.account_id,
        due_on=in_days(3),
        client_part=True,
    )
    complete(part, cast.aino_account)
    with pytest.raises(Denied):
        complete(Task.objects.get(state=TaskState.OPEN), cast.aino_account)


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.sara])
def test_others_finish_nothing(who):
    a_case()
    with pytest.raises(Denied):
        complete(Task.objects.get(), who)
