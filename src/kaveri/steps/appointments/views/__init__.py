"""The pages of meetings and calendars."""

from kaveri.steps.appointments.views.calendars import address, address_stop, calendar, feed
from kaveri.steps.appointments.views.meetings import (
    book,
    cannot_come,
    mine,
    move,
    note,
    of_case,
)

__all__ = [
    "address",
    "address_stop",
    "book",
    "calendar",
    "cannot_come",
    "feed",
    "mine",
    "move",
    "note",
    "of_case",
]
