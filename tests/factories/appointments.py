"""Meetings of a case."""

import datetime as dt

from kaveri.foundation.base import clock
from kaveri.steps.appointments.domain import Way
from kaveri.steps.appointments.services import Agreed, book
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
