"""Peer support: asked from the start, and never left hanging when it is wanted."""

import datetime as dt
from enum import StrEnum

# Days within which a wish is arranged, or at least answered (Kaveri's default, the county decides).
ARRANGE_WITHIN = 14


class PeerAnswer(StrEnum):
    """What has come of offering peer support; each answer stays, the newest one holds."""

    WANTED = "wanted"
    NOT_NOW = "not_now"
    DOES_NOT_WANT = "does_not_want"
    ARRANGED = "arranged"


# What a person can answer when it is offered.
ASKED = (PeerAnswer.WANTED, PeerAnswer.NOT_NOW, PeerAnswer.DOES_NOT_WANT)


class PeerObstacle(StrEnum):
    """Why an answer cannot stand like this."""

    CASE_ENDED = "case_ended"
    WITH_WHOM_MISSING = "with_whom_missing"
    FIRST_DAY_MISSING = "first_day_missing"


def obstacles_to_noting(
    *, answer: PeerAnswer, with_whom: str, first_on: dt.date | None, case_open: bool
) -> list[PeerObstacle]:
    """Every reason the answer cannot stand; what is arranged has somebody and a day."""
    arranged = answer is PeerAnswer.ARRANGED
    checks = {
        PeerObstacle.CASE_ENDED: not case_open,
        PeerObstacle.WITH_WHOM_MISSING: arranged and not with_whom.strip(),
        PeerObstacle.FIRST_DAY_MISSING: arranged and first_on is None,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def arrange_by(today: dt.date) -> dt.date:
    """The last day to arrange what is wanted."""
    return today + dt.timedelta(days=ARRANGE_WITHIN)
