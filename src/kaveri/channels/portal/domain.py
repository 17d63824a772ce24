"""What the client says on their own pages, and when it is answered."""

from enum import StrEnum


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


def obstacles_to_writing(*, text: str, is_open: bool) -> list[PortalObstacle]:
    """Every reason a message cannot be sent."""
    checks = {
        PortalObstacle.NOTHING_WRITTEN: not text.strip(),
        PortalObstacle.CASE_ENDED: not is_open,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
