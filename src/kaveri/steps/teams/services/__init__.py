"""Keeping a team, setting and opening its meetings, and putting cases on their agendas."""

from kaveri.steps.teams.services.agenda import put_on_agenda, take_off_agenda
from kaveri.steps.teams.services.decisions import record_decision
from kaveri.steps.teams.services.fate import call_off_meeting, move_meeting
from kaveri.steps.teams.services.meetings import open_meeting, set_meeting
from kaveri.steps.teams.services.minutes import write_minutes
from kaveri.steps.teams.services.team import add_seat, describe_team, end_seat

__all__ = [
    "add_seat",
    "call_off_meeting",
    "describe_team",
    "end_seat",
    "move_meeting",
    "open_meeting",
    "put_on_agenda",
    "record_decision",
    "set_meeting",
    "take_off_agenda",
    "write_minutes",
]
