"""Local teams: who belongs to them, how often they meet, and what stands in the way of changing them."""

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
    "Profession",
    "Rhythm",
    "SeatObstacle",
    "WaysObstacle",
    "Weekday",
    "obstacles_to_seating",
    "obstacles_to_unseating",
    "obstacles_to_ways",
]
