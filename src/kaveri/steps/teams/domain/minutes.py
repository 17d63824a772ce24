"""What the team said in a case is written down, and told to the client in plain words within some days."""

import datetime as dt
from enum import StrEnum

# Within how many days after the meeting the client is told (Kaveri's default, the team agrees on its own).
TELL_DAYS = 7


class ClientCame(StrEnum):
    """Whether the client was there."""

    CAME = "came"
    DID_NOT_COME = "did_not_come"
    SENT_WORD = "sent_word"


class MinutesObstacle(StrEnum):
    """Why nothing can be written down."""

    NOT_OPENED = "not_opened"
    NOT_TALKED_ABOUT = "not_talked_about"
    NOTHING_FOR_THE_CLIENT = "nothing_for_the_client"
    NOBODY_WAS_THERE = "nobody_was_there"


def obstacles_to_minutes(
    *, is_opened: bool, ground_lost: bool, outcome: str, somebody_was_there: bool
) -> list[MinutesObstacle]:
    """Every reason; the client is always told something."""
    checks = {
        MinutesObstacle.NOT_OPENED: not is_opened,
        MinutesObstacle.NOT_TALKED_ABOUT: ground_lost,
        MinutesObstacle.NOTHING_FOR_THE_CLIENT: not outcome.strip(),
        MinutesObstacle.NOBODY_WAS_THERE: not somebody_was_there,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def tell_by(opened_on: dt.date) -> dt.date:
    """By when the client is told what the team came to."""
    return opened_on + dt.timedelta(days=TELL_DAYS)
