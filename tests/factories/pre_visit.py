"""A visit to the doctor, and the page that goes before it."""

from kaveri.steps.appointments.domain import Visit
from kaveri.steps.pre_visit.models import Background
from kaveri.steps.pre_visit.services import approve_background, write_background
from tests.factories import cast
from tests.factories.appointments import a_meeting, in_days

PARTS = {
    "work": "Lagerarbete i tolv år.",
    "health": "Ryggont sedan 2023 (klienten, 3.11.2026).",
    "functioning": "Orkar stå en timme.",
    "goals": "Vill jobba med växter.",
    "contact": "Kerstin Sjöberg, 050 555 0100",
}


def a_visit(case, **changed):
    """A visit for a B-statement in two weeks."""
    return a_meeting(case, **({"starts_at": in_days(14), "visit": Visit.B_STATEMENT} | changed))


def a_background(visit, account=None, **changed) -> Background:
    """What Kerstin writes for the doctor."""
    known = {"parts": PARTS} | changed
    actor = cast.as_actor(account or cast.kerstin())
    return write_background(actor=actor, appointment_id=visit.id, **known)


def approved(row) -> Background:
    """The same, when Aino has said yes."""
    return approve_background(
        actor=cast.as_actor(cast.aino_account()), background_id=row.id, read_no=row.text_no
    )
