"""Agreeing on a meeting with the client."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.appointments.domain import AppointmentObstacle, State, Visit
from kaveri.steps.appointments.models import Appointment
from kaveri.steps.appointments.services import book, move, note_outcome
from tests.factories import cast
from tests.factories.appointments import a_meeting, agreed, in_days
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case

pytestmark = pytest.mark.django_db


def booked(case, account=None, told=None, **changed):
    actor = cast.as_actor(account or cast.kerstin())
    return book(actor=actor, case_id=case.id, agreed=agreed(**changed), told=told)


@pytest.mark.requirement("COORDINATE-11")
def test_a_meeting_is_somebodys_step_on_its_day():
    case = a_case()
    (made,) = booked(case, told=Told.PHONE)
    task = Task.objects.get(source_id=made.id)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.APPOINTMENT,
        cast.kerstin(),
        clock.today() + dt.timedelta(days=3),
    )
    assert ClientNotice.objects.get(task=task).how == Told.PHONE
    event = Event.objects.get(action="appointments.appointment.book")
    assert "Biblioteket" not in str(event.facts)


@pytest.mark.requirement("COORDINATE-11")
def test_those_who_take_part_stand_near_the_case():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    wanted = [cast.mikko().id, cast.petra().id, cast.aino_account().id]
    (made,) = booked(case, account_ids=wanted)
    taking_part = {attendee.account for attendee in made.attendees.all()}
    assert taking_part == {cast.kerstin(), cast.mikko()}


@pytest.mark.requirement("COORDINATE-11")
def test_a_series_is_agreed_on_at_once():
    case = a_case()
    until = in_days(3).date() + dt.timedelta(weeks=4)
    made = booked(case, every_weeks=2, until=until)
    assert len(made) == 3
    assert {row.series for row in made} == {made[0].series} != {None}
    assert Task.objects.filter(case=case, kind=TaskKind.APPOINTMENT).count() == 3


@pytest.mark.requirement("COORDINATE-11")
def test_what_is_missing_is_said_and_nothing_is_kept():
    with pytest.raises(Refused) as refused:
        booked(a_case(), place="", starts_at=in_days(-1))
    assert refused.value.obstacles == [
        AppointmentObstacle.HAS_PASSED,
        AppointmentObstacle.PLACE_MISSING,
    ]
    assert not Appointment.objects.exists()


@pytest.mark.requirement("COORDINATE-11")
def test_no_meeting_is_agreed_on_after_the_ending():
    case = a_case()
    an_ended_case(case)
    with pytest.raises(Refused) as refused:
        booked(case)
    assert refused.value.obstacles == [AppointmentObstacle.CASE_ENDED]


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_a_predecessor_a_stranger_and_the_client_agree_on_nothing_here():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.mikko(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            booked(case, account)


@pytest.mark.requirement("IDENTIFY-6")
@pytest.mark.parametrize("visit", [Visit.B_STATEMENT, Visit.ASSESSMENT])
def test_the_case_manager_is_brought_in_before_a_statement_or_an_assessment(visit):
    case = a_case()
    near(case, cast.petra(), RelationKind.PAIR)
    row = a_meeting(case, cast.petra(), visit=visit, starts_at=in_days(20))
    before = Task.objects.get(source_id=row.id, kind=TaskKind.BEFORE_VISIT)
    assert (before.owner, before.due_on) == (case.case_manager, in_days(13).date())
    row = move(
        actor=cast.as_actor(cast.petra()),
        appointment_id=row.id,
        version=row.version,
        starts_at=in_days(2),
    )
    before.refresh_from_db()
    # Sooner than a week ahead there is only today.
    assert before.due_on == in_days(0).date()
    note_outcome(
        actor=cast.as_actor(cast.petra()),
        appointment_id=row.id,
        version=row.version,
        outcome=State.CANCELLED,
    )
    before.refresh_from_db()
    assert before.state == TaskState.DROPPED


@pytest.mark.requirement("IDENTIFY-6")
def test_a_usual_meeting_needs_no_preparing():
    a_meeting(a_case())
    assert not Task.objects.filter(kind=TaskKind.BEFORE_VISIT).exists()
