"""A health check of somebody without work: where it stands, what may follow, what came of it.

Health care of the unemployed is coordinated across the county (handbook, the special competence team).
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

# Working days within which somebody asks what the client decided (Kaveri's default, the county decides).
DECIDE_WITHIN = 10


class CheckState(StrEnum):
    """Where the check stands."""

    OFFERED = "offered"
    BOOKED = "booked"
    DONE = "done"
    DECLINED = "declined"
    FELL = "fell"


OPEN_STATES = frozenset({CheckState.OFFERED, CheckState.BOOKED})


class Outcome(StrEnum):
    """What came of it, enough to count by."""

    NOTHING_MORE = "nothing_more"
    TREATMENT = "treatment"
    EXAMINATION = "examination"
    REHABILITATION = "rehabilitation"
    WORK_ABILITY = "work_ability"
    OTHER = "other"


class Told(StrEnum):
    """What the timeline tells."""

    OFFERED = "health_checks.offered"
    BOOKED = "health_checks.booked"
    DONE = "health_checks.done"
    DECLINED = "health_checks.declined"


class CheckObstacle(StrEnum):
    """Why a check cannot be offered or go on like this."""

    CASE_ENDED = "case_ended"
    UNDER_WAY = "under_way"
    NOT_NOW = "not_now"
    DAY_HAS_PASSED = "day_has_passed"
    DAY_NOT_COME = "day_not_come"
    NO_PLACE = "no_place"
    NO_REASON = "no_reason"
    NO_NEXT_DAY = "no_next_day"


def obstacles_to_offering(*, case_open: bool, under_way: bool) -> list[CheckObstacle]:
    """One check at a time, while the support goes on."""
    return _holding({CheckObstacle.CASE_ENDED: not case_open, CheckObstacle.UNDER_WAY: under_way})


def obstacles_to_booking(
    *, state: str, on: dt.date, where: str, today: dt.date
) -> list[CheckObstacle]:
    """A time to come, at a place; it may be moved."""
    return _holding(
        {
            CheckObstacle.NOT_NOW: state not in OPEN_STATES,
            CheckObstacle.DAY_HAS_PASSED: on < today,
            CheckObstacle.NO_PLACE: not where.strip(),
        }
    )


def obstacles_to_noting(
    *, state: str, on: dt.date, next_lacks_day: bool, today: dt.date
) -> list[CheckObstacle]:
    """It has been done, also without a booking that we knew of."""
    return _holding(
        {
            CheckObstacle.NOT_NOW: state not in OPEN_STATES,
            CheckObstacle.DAY_NOT_COME: on > today,
            CheckObstacle.NO_NEXT_DAY: next_lacks_day,
        }
    )


def obstacles_to_declining(*, state: str, reason: str, next_lacks_day: bool) -> list[CheckObstacle]:
    """The client says no at any time before it; why is written in their words."""
    return _holding(
        {
            CheckObstacle.NOT_NOW: state not in OPEN_STATES,
            CheckObstacle.NO_REASON: not reason.strip(),
            CheckObstacle.NO_NEXT_DAY: next_lacks_day,
        }
    )


def _holding(checks: Mapping[CheckObstacle, bool]) -> list[CheckObstacle]:
    return [obstacle for obstacle, stands in checks.items() if stands]
