"""Meetings of a case."""

import datetime as dt

from kaveri.foundation.base import clock
from kaveri.steps.appointments.domain import Way
from kaveri.steps.appointments.models import Appointment
from kaveri.steps.appointments.services import Agreed, book, make_address
from tests.factories import cast


def in_days(days: int, hour: int = 10) -> dt.datetime:
    """A moment so many days from today."""
    return clock.start_of(clock.today() + dt.timedelta(days=days)) + dt.timedelta(hours=hour)


def agreed(**changed):
    """Coffee and the plan at the library in three days, unless something else is said."""
    known = {
        "about": "Vi går igenom planen",
        "starts_at": in_days(3),
        "minutes": 45,
        "way": Way.PLACE,
        "place": "Biblioteket, Linnankatu 2",
        "getting_there": "Ingång utan trappor från gården.",
    }
    return Agreed(**known | changed)


def a_meeting(case, account=None, **changed):
    """One meeting that Kerstin has agreed on with the client."""
    actor = cast.as_actor(account or cast.kerstin())
    return book(actor=actor, case_id=case.id, agreed=agreed(**changed))[0]


def begun(row):
    """The same meeting, as if it had begun an hour ago."""
    Appointment.objects.filter(pk=row.pk).update(starts_at=clock.now() - dt.timedelta(hours=1))
    row.refresh_from_db()
    return row


def an_address(account, **known):
    """The secret of a new address for this account's calendar."""
    return make_address(actor=cast.as_actor(account), **known)
