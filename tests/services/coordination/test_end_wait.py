"""End wait."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import WaitOutcome
from kaveri.steps.coordination.services import end_wait, keep_contact
from tests.factories import cast
from tests.factories.casebook import a_case
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
def test_the_end_of_a_wait_asks_for_the_next_step():
    case = a_case()
    wait = a_wait(case)
    first = Task.objects.get(kind=TaskKind.NEXT_STEP)
    complete_task(actor=cast.as_actor(cast.kerstin()), task_id=first.id)
    end = {
        "actor": cast.as_actor(cast.kerstin()),
        "wait_id": wait.id,
        "version": wait.version,
        "outcome": WaitOutcome.RESULT_CAME,
    }
    with pytest.raises(Refused) as refused:
        end_wait(**end)
    assert refused.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    end_wait(**end, next_what="går igenom svaret", next_due_on=in_days(3))
    step = next_steps({case.id: case.case_manager_id})[case.id]
    assert (step.what, step.due_on) == ("går igenom svaret", in_days(3))


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.sara, cast.aino_account])
def test_others_do_not_touch_a_wait(who):
    case = a_case()
    wait = a_wait(case)
    with pytest.raises(Denied):
        end_wait(actor=cast.as_actor(who()), wait_id=wait.id, version=1, outcome=WaitOutcome.BEGAN)
    assert Event.objects.filter(action="coordination.wait.end", outcome="denied").exists()
