"""A visit that needs no page: with a reason, and nothing waits any more."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.pre_visit.domain import BackgroundObstacle
from kaveri.steps.pre_visit.services import go_without
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.pre_visit import a_visit

pytestmark = pytest.mark.django_db


def without(visit, reason, account=None):
    actor = cast.as_actor(account or cast.kerstin())
    go_without(actor=actor, appointment_id=visit.id, reason=reason)


@pytest.mark.requirement("IDENTIFY-6")
def test_the_reason_stands_on_the_timeline_and_the_task_is_over():
    visit = a_visit(a_case())
    without(visit, "Klienten vill berätta själv.")
    task = Task.objects.get(kind=TaskKind.BEFORE_VISIT)
    assert (task.state, task.outcome) == (TaskState.DROPPED, "Klienten vill berätta själv.")
    assert Entry.objects.filter(about_type="pre_visit.without").exists()
    with pytest.raises(Refused) as refused:
        without(visit, "")
    assert refused.value.obstacles == [
        BackgroundObstacle.NOTHING_TO_PREPARE,
        BackgroundObstacle.NO_REASON,
    ]


@pytest.mark.requirement("IDENTIFY-6")
def test_the_task_is_not_ticked_off_and_only_a_carrier_goes_without():
    visit = a_visit(a_case())
    task = Task.objects.get(kind=TaskKind.BEFORE_VISIT)
    with pytest.raises(Refused) as refused:
        complete_task(actor=cast.as_actor(cast.kerstin()), task_id=task.id)
    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]
    for account in (cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            without(visit, "Nej.", account)
