"""Use cases of meetings and of the calendars they are read in."""

from kaveri.steps.appointments.services.calendars import (
    choose_reminders,
    make_address,
    note_fetched,
    remind,
    stop_address,
)
from kaveri.steps.appointments.services.meetings import (
    SOURCE,
    Agreed,
    book,
    call_off_coming,
    cannot_come,
    move,
    note_outcome,
)

__all__ = [
    "SOURCE",
    "Agreed",
    "book",
    "call_off_coming",
    "cannot_come",
    "choose_reminders",
    "make_address",
    "move",
    "note_fetched",
    "note_outcome",
    "remind",
    "stop_address",
]
