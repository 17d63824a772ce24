"""Moving a meeting."""

import pytest

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.appointments.domain import AppointmentObstacle, State
from kaveri.steps.appointments.services import move, note_outcome
from tests.factories import cast
from tests.factories.appointments import a_meeting, in_days
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def moved(row, account=None, **known):
    known = {"version": row.version, "starts_at": in_days(6)} | known
    actor = cast.as_actor(account or cast.kerstin())
    return move(actor=actor, appointment_id=row.id, **known)


@pytest.mark.requirement("COORDINATE-11")
def test_the_step_follows_and_the_client_does_not_know_until_somebody_tells():
    row = a_meeting(a_case())
    first = row.starts_at
    row = moved(row)
    task = Task.objects.get(source_id=row.id)
    assert (row.moved_from, row.starts_at, task.due_on) == (first, in_days(6), in_days(6).date())
    assert not ClientNotice.objects.filter(task=task, task_version=task.version).exists()
    row = moved(row, starts_at=in_days(7), told=Told.MESSAGE)
    task.refresh_from_db()
    assert ClientNotice.objects.get(task=task, task_version=task.version).how == Told.MESSAGE


@pytest.mark.requirement("COORDINATE-11")
def test_not_into_the_past_and_not_when_it_is_called_off():
    row = a_meeting(a_case())
    with pytest.raises(Refused) as refused:
        moved(row, starts_at=in_days(-1))
    assert refused.value.obstacles == [AppointmentObstacle.HAS_PASSED]
    kerstin = cast.as_actor(cast.kerstin())
    row = note_outcome(
        actor=kerstin, appointment_id=row.id, version=row.version, outcome=State.CANCELLED
    )
    with pytest.raises(Refused) as refused:
        moved(row)
    assert refused.value.obstacles == [AppointmentObstacle.NOT_OPEN]


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_somebody_was_first_and_a_stranger_moves_nothing():
    row = a_meeting(a_case())
    with pytest.raises(Changed):
        moved(row, version=row.version + 1)
    for account in (cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            moved(row, account)
