"""What came of a meeting: missed is ordinary, ends nothing, and somebody gets in touch."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.appointments.domain import AppointmentObstacle, State
from kaveri.steps.appointments.models import Appointment
from kaveri.steps.appointments.services import note_outcome
from tests.factories import cast
from tests.factories.appointments import a_meeting, in_days
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def noted(row, outcome, account=None, **known):
    actor = cast.as_actor(account or cast.kerstin())
    return note_outcome(
        actor=actor, appointment_id=row.id, version=row.version, outcome=outcome, **known
    )


def over(case):
    """A meeting whose time has come."""
    row = a_meeting(case)
    Appointment.objects.filter(pk=row.id).update(starts_at=clock.now() - dt.timedelta(hours=1))
    return row


@pytest.mark.requirement("COORDINATE-11", "COORDINATE-13")
def test_each_missed_in_a_row_is_followed_sooner_and_the_case_stays_open():
    case = a_case()
    waits = []
    for _time in range(4):
        noted(over(case), State.MISSED)
        task = Task.objects.get(case=case, kind=TaskKind.NEW_TIME, state="open")
        assert task.owner_id == case.case_manager_id
        waits.append((task.due_on - clock.today()).days)
    case.refresh_from_db()
    assert (waits, case.state) == ([5, 3, 2, 2], CaseState.OPEN)


@pytest.mark.requirement("COORDINATE-11")
def test_a_new_time_agreed_on_is_the_answer_to_a_missed_one():
    case = a_case()
    noted(over(case), State.MISSED)
    a_meeting(case)
    assert Task.objects.get(case=case, kind=TaskKind.NEW_TIME).state == "done"


@pytest.mark.requirement("COORDINATE-11")
def test_called_off_beforehand_leads_to_a_new_time_too():
    case = a_case()
    row = noted(a_meeting(case), State.CANCELLED)
    assert Task.objects.get(source_id=row.id, kind=TaskKind.APPOINTMENT).state == "dropped"
    assert Task.objects.get(source_id=row.id, kind=TaskKind.NEW_TIME).state == "open"


@pytest.mark.requirement("COORDINATE-11")
def test_after_a_meeting_held_something_happens_next():
    case = a_case()
    row = over(case)
    case.tasks.exclude(source_id=row.id).update(state="done", closed_at=clock.now())
    with pytest.raises(Refused) as refused:
        noted(row, State.HELD)
    assert refused.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    assert Appointment.objects.get(pk=row.id).state == State.AGREED
    noted(row, State.HELD, next_what="ringer dig", next_due_on=in_days(4).date())
    assert Task.objects.get(source_id=row.id).state == "done"
    assert not Task.objects.filter(kind=TaskKind.NEW_TIME).exists()


@pytest.mark.requirement("COORDINATE-11")
def test_noted_once_and_not_before_it_has_begun():
    row = a_meeting(a_case())
    with pytest.raises(Refused) as refused:
        noted(row, State.MISSED)
    assert refused.value.obstacles == [AppointmentObstacle.NOT_YET]
    row = noted(row, State.CANCELLED)
    with pytest.raises(Refused) as refused:
        noted(row, State.CANCELLED)
    assert refused.value.obstacles == [AppointmentObstacle.NOT_OPEN]
    events = Event.objects.filter(action="appointments.appointment.note")
    assert [event.facts["outcome"] for event in events if event.facts.get("outcome")] == [
        State.CANCELLED
    ]


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_a_stranger_and_the_client_note_nothing():
    row = a_meeting(a_case())
    for account in (cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            noted(row, State.CANCELLED, account)
