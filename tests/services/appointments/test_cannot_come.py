"""The client says that a time does not suit."""

import uuid

import pytest

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.appointments.domain import AppointmentObstacle, State
from kaveri.steps.appointments.models import Appointment
from kaveri.steps.appointments.services import cannot_come, move
from tests.factories import cast
from tests.factories.appointments import a_meeting, begun, in_days
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db


def told(row, account=None, **known):
    actor = cast.as_actor(account or cast.aino_account())
    return cannot_come(actor=actor, appointment_id=row.id, **known)


@pytest.mark.requirement("COORDINATE-11", "PARTICIPATE-1")
def test_it_is_a_wish_and_ends_nothing():
    case = a_case()
    row = told(a_meeting(case), wish="Hellre på eftermiddagen.")
    case.refresh_from_db()
    assert (row.state, case.state) == (State.AGREED, CaseState.OPEN)
    asked = tasks.open_tasks().get(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    assert asked.owner == case.case_manager
    entry = Entry.objects.get(about_id=row.id, about_type="appointments.cannot_come")
    assert (entry.text, entry.in_own_words) == ("Hellre på eftermiddagen.", True)


@pytest.mark.requirement("COORDINATE-11")
def test_another_time_makes_it_a_new_question():
    row = told(a_meeting(a_case()))
    row = move(
        actor=cast.as_actor(cast.kerstin()),
        appointment_id=row.id,
        version=row.version,
        starts_at=in_days(9),
    )
    assert row.cannot_come_at is None


@pytest.mark.requirement("COORDINATE-11")
def test_a_meeting_that_has_begun_is_talked_about_instead():
    row = begun(a_meeting(a_case()))
    with pytest.raises(Refused) as refused:
        told(row)
    assert refused.value.obstacles == [AppointmentObstacle.HAS_PASSED]


@pytest.mark.requirement("COORDINATE-11")
def test_a_double_click_is_one_and_nobody_says_it_for_another():
    case = a_case()
    row, key = a_meeting(case), uuid.uuid4()
    told(row, sending=key)
    with pytest.raises(AlreadyDone):
        told(row, sending=key)
    near(case, cast.petra(), RelationKind.PREDECESSOR)
    for stranger in (cast.petra(), cast.mikko()):
        with pytest.raises(Denied):
            told(row, stranger)
    with pytest.raises(Denied):
        told(row, case_id=uuid.uuid4())
    assert Appointment.objects.get().version == row.version + 1
