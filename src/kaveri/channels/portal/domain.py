"""What the client says on their own pages, and when it is answered."""

import datetime as dt
from enum import StrEnum

# Working days within which a client's message is answered (Kaveri's default, the county decides).
MESSAGE_WITHIN = 2


class Said(StrEnum):
    """What an entry made on the client's own pages tells of."""

    STEP_FITS = "step_fits"
    STEP_DOES_NOT_FIT = "step_does_not_fit"
    PART_DONE = "part_done"


class PortalObstacle(StrEnum):
    """Why something cannot be said or done like this."""

    NOTHING_WRITTEN = "nothing_written"
    CASE_ENDED = "case_ended"
    STEP_CLOSED = "step_closed"


def answer_by(written_on: dt.date, *, holidays: frozenset[dt.date]) -> dt.date:
    """The last day to answer: so many working days after the message, Finland's holidays apart."""
    day, left = written_on, MESSAGE_WITHIN
    while left:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            left -= 1
    return day


def obstacles_to_writing(*, text: str, is_open: bool) -> list[PortalObstacle]:
    """Every reason a message cannot be sent."""
    checks = {
        PortalObstacle.NOTHING_WRITTEN: not text.strip(),
        PortalObstacle.CASE_ENDED: not is_open,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
