"""Waiting is a state of its own: what for, since when, who supports, how often contact is made."""

import datetime as dt
from enum import StrEnum

# The rhythm is agreed with the client; these are the bounds of what can be meant.
SHORTEST_RHYTHM = 1
LONGEST_RHYTHM = 90


class WaitOutcome(StrEnum):
    """How a wait ended."""

    BEGAN = "began"
    RESULT_CAME = "result_came"
    NOT_NEEDED = "not_needed"
    CANCELLED = "cancelled"


class WaitObstacle(StrEnum):
    """Why a wait cannot stand like this."""

    CASE_NOT_OPEN = "case_not_open"
    NOT_WAITING = "not_waiting"
    NOTHING_WAITED_FOR = "nothing_waited_for"
    BEGAN_IN_THE_FUTURE = "began_in_the_future"
    RHYTHM_OUT_OF_BOUNDS = "rhythm_out_of_bounds"
    SUPPORTER_NOT_NEAR = "supporter_not_near"


def contact_by(last_on: dt.date, every_days: int) -> dt.date:
    """The day the next contact is due: the last contact and the rhythm."""
    return last_on + dt.timedelta(days=every_days)


def first_contact_by(last_on: dt.date, every_days: int, *, today: dt.date) -> dt.date:
    """The same for a new step, which cannot be due before today."""
    return max(contact_by(last_on, every_days), today)


def obstacles_to_waiting(
    *,
    is_open: bool,
    what: str,
    since_on: dt.date,
    every_days: int,
    supporter_near: bool,
    today: dt.date,
) -> list[WaitObstacle]:
    """Every reason a wait cannot be recorded like this."""
    checks = {
        WaitObstacle.CASE_NOT_OPEN: not is_open,
        WaitObstacle.NOTHING_WAITED_FOR: not what.strip(),
        WaitObstacle.BEGAN_IN_THE_FUTURE: since_on > today,
        WaitObstacle.RHYTHM_OUT_OF_BOUNDS: not SHORTEST_RHYTHM <= every_days <= LONGEST_RHYTHM,
        WaitObstacle.SUPPORTER_NOT_NEAR: not supporter_near,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
