"""The pages of the teams and their meetings."""

from kaveri.steps.teams.views.agenda import of_case, put_on, take_off
from kaveri.steps.teams.views.meetings import (
    meeting,
    meeting_call_off,
    meeting_move,
    meeting_new,
    meeting_open,
    meetings,
)
from kaveri.steps.teams.views.minutes import minutes, own
from kaveri.steps.teams.views.talk import talk
from kaveri.steps.teams.views.team import describe, seat_end, seat_new, team, teams, versions

__all__ = [
    "describe",
    "meeting",
    "meeting_call_off",
    "meeting_move",
    "meeting_new",
    "meeting_open",
    "meetings",
    "minutes",
    "of_case",
    "own",
    "put_on",
    "seat_end",
    "seat_new",
    "take_off",
    "talk",
    "team",
    "teams",
    "versions",
]
