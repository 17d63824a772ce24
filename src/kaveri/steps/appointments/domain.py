"""Meetings: a time, a way to get there, and what follows when it did not come off.

A missed meeting is ordinary. It ends nothing; somebody gets in touch, a little sooner each time.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from enum import StrEnum

# A series is agreed for half a year at a time, so that somebody looks at it again.
LONGEST_SERIES = 26
# Days within which somebody gets in touch after the first, the second and any later missed meeting in a row
# (Kaveri's default, the county decides).
GET_IN_TOUCH_WITHIN = (5, 3, 2)
LONGEST_MEETING = 480


class Way(StrEnum):
    """How people meet."""

    PLACE = "place"
    PHONE = "phone"
    VIDEO = "video"


class Visit(StrEnum):
    """What kind of meeting it is, when somebody must be brought in before it."""

    USUAL = "usual"
    B_STATEMENT = "b_statement"
    ASSESSMENT = "assessment"


# Before these the case manager goes through with the client what the doctor needs to know (IDENTIFY-6).
PREPARED = frozenset({Visit.B_STATEMENT, Visit.ASSESSMENT})
# Days before such a visit (Kaveri's default, the county decides).
PREPARE_DAYS = 7


class State(StrEnum):
    """Where a meeting stands."""

    AGREED = "agreed"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


# What can be noted of a meeting afterwards, or before it when it is called off.
OUTCOMES = (State.HELD, State.MISSED, State.CANCELLED)


class Told(StrEnum):
    """What the timeline tells of a meeting."""

    BOOKED = "appointments.booked"
    MOVED = "appointments.moved"
    HELD = "appointments.held"
    MISSED = "appointments.missed"
    CANCELLED = "appointments.cancelled"
    CANNOT_COME = "appointments.cannot_come"


# What is told of each outcome.
TOLD_OF = {
    State.HELD: Told.HELD,
    State.MISSED: Told.MISSED,
    State.CANCELLED: Told.CANCELLED,
}


class AppointmentObstacle(StrEnum):
    """Why a meeting cannot be agreed, moved or noted like this."""

    CASE_ENDED = "case_ended"
    HAS_PASSED = "has_passed"
    PLACE_MISSING = "place_missing"
    SERIES_WITHOUT_END = "series_without_end"
    SERIES_ENDS_BEFORE = "series_ends_before"
    SERIES_TOO_LONG = "series_too_long"
    NOT_OPEN = "not_open"
    NOT_YET = "not_yet"


def obstacles_to_agreeing(
    *,
    starts_at: dt.datetime,
    now: dt.datetime,
    way: Way,
    place: str,
    every_weeks: int | None,
    until: dt.date | None,
    case_open: bool,
) -> list[AppointmentObstacle]:
    """Every reason at once; a meeting at a place says which place."""
    in_series = bool(every_weeks)
    ends_before = in_series and until is not None and until < starts_at.date()
    checks = {
        AppointmentObstacle.CASE_ENDED: not case_open,
        AppointmentObstacle.HAS_PASSED: starts_at <= now,
        AppointmentObstacle.PLACE_MISSING: way is Way.PLACE and not place.strip(),
        AppointmentObstacle.SERIES_WITHOUT_END: in_series and until is None,
        AppointmentObstacle.SERIES_ENDS_BEFORE: ends_before,
        AppointmentObstacle.SERIES_TOO_LONG: len(times(starts_at, every_weeks, until))
        > LONGEST_SERIES,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_noting(
    *, state: State, outcome: State, starts_at: dt.datetime, now: dt.datetime
) -> list[AppointmentObstacle]:
    """What has not begun can be called off, and nothing else."""
    checks = {
        AppointmentObstacle.NOT_OPEN: state is not State.AGREED,
        AppointmentObstacle.NOT_YET: outcome is not State.CANCELLED and starts_at > now,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def times(first: dt.datetime, every_weeks: int | None, until: dt.date | None) -> list[dt.datetime]:
    """The moments of a series: the same time of day, also when the clocks are changed."""
    found = [first]
    if not every_weeks or until is None:
        return found
    while len(found) <= LONGEST_SERIES:
        # The zone is carried along, so that 9.00 stays 9.00 over the nights in March and October.
        following = found[-1] + dt.timedelta(weeks=every_weeks)
        if following.date() > until:
            break
        found.append(following)
    return found


def missed_in_a_row(newest_first: Iterable[str]) -> int:
    """How many meetings were missed since one was last held; one called off counts for nothing."""
    count = 0
    for state in newest_first:
        if state == State.HELD:
            break
        count += state == State.MISSED
    return count


def get_in_touch_by(missed: int, today: dt.date) -> dt.date:
    """The day by which somebody gets in touch; sooner when it has happened more often."""
    step = min(max(missed, 1), len(GET_IN_TOUCH_WITHIN)) - 1
    return today + dt.timedelta(days=GET_IN_TOUCH_WITHIN[step])


def fingerprint(secret: str) -> str:
    """What is kept of a calendar's address: enough to know it again, too little to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def prepare_by(visit_on: dt.date, today: dt.date) -> dt.date:
    """The day by which a visit is prepared; today when it is soon."""
    return max(today, visit_on - dt.timedelta(days=PREPARE_DAYS))
