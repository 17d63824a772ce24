"""A local team: its members by profession, its rhythm and its agreed ways of working."""

from enum import StrEnum


class Profession(StrEnum):
    """As what somebody sits in the team: the handbook's list."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    PUBLIC_HEALTH_NURSE = "public_health_nurse"
    SOCIAL_PROFESSIONAL = "social_professional"
    REHABILITATION_COUNSELLOR = "rehabilitation_counsellor"
    PHYSIOTHERAPIST = "physiotherapist"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PSYCHOLOGIST = "psychologist"
    COORDINATOR = "coordinator"
    EMPLOYMENT_EXPERT = "employment_expert"
    KELA_EXPERT = "kela_expert"
    OTHER = "other"


class Rhythm(StrEnum):
    """How often the team meets."""

    WEEKLY = "weekly"
    EVERY_OTHER_WEEK = "every_other_week"
    MONTHLY = "monthly"
    BY_NEED = "by_need"


class Weekday(StrEnum):
    """On which weekday, when it is always the same."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"


class WaysObstacle(StrEnum):
    """Why the team's page cannot stand like this."""

    NOTHING_WRITTEN = "nothing_written"
    NO_WEEKDAY = "no_weekday"


class SeatObstacle(StrEnum):
    """Why somebody cannot come into the team, or leave it."""

    NOT_A_PROFESSIONAL = "not_a_professional"
    SITS_ALREADY = "sits_already"
    HAS_LEFT = "has_left"


def obstacles_to_ways(*, rhythm: Rhythm, weekday: str, ways: str) -> list[WaysObstacle]:
    """Every reason the page cannot stand; a team that meets by need has no weekday to name."""
    checks = {
        WaysObstacle.NO_WEEKDAY: rhythm is not Rhythm.BY_NEED and not weekday,
        WaysObstacle.NOTHING_WRITTEN: not ways.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_seating(*, is_professional: bool, sits_already: bool) -> list[SeatObstacle]:
    """Every reason somebody cannot come into the team."""
    checks = {
        SeatObstacle.NOT_A_PROFESSIONAL: not is_professional,
        SeatObstacle.SITS_ALREADY: sits_already,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_unseating(*, has_left: bool) -> list[SeatObstacle]:
    """Nobody leaves twice."""
    return [SeatObstacle.HAS_LEFT] if has_left else []
