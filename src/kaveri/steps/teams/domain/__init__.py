"""Local teams and their meetings: members, rhythm, agenda and ground; plain rules."""

from kaveri.steps.teams.domain.decisions import DecisionObstacle, obstacles_to_deciding
from kaveri.steps.teams.domain.meetings import (
    ALWAYS_TOUCHED,
    AgendaObstacle,
    Attendance,
    GroundMissing,
    MeetingObstacle,
    MeetingState,
    Missing,
    obstacles_to_agenda,
    obstacles_to_meeting,
    obstacles_to_opening,
    obstacles_to_taking_off,
    team_reads_until,
    touched,
)
from kaveri.steps.teams.domain.team import (
    Profession,
    Rhythm,
    SeatObstacle,
    WaysObstacle,
    Weekday,
    obstacles_to_seating,
    obstacles_to_unseating,
    obstacles_to_ways,
)

__all__ = [
    "ALWAYS_TOUCHED",
    "AgendaObstacle",
    "Attendance",
    "DecisionObstacle",
    "GroundMissing",
    "MeetingObstacle",
    "MeetingState",
    "Missing",
    "Profession",
    "Rhythm",
    "SeatObstacle",
    "WaysObstacle",
    "Weekday",
    "obstacles_to_agenda",
    "obstacles_to_deciding",
    "obstacles_to_meeting",
    "obstacles_to_opening",
    "obstacles_to_seating",
    "obstacles_to_taking_off",
    "obstacles_to_unseating",
    "obstacles_to_ways",
    "team_reads_until",
    "touched",
]
