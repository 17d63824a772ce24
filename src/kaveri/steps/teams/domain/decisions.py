"""What the team decides in a case: somebody does something by a day, while they still stand near it."""

import datetime as dt
from enum import StrEnum


class DecisionObstacle(StrEnum):
    """Why a decision cannot be written down."""

    NOT_OPENED = "not_opened"
    NOT_TALKED_ABOUT = "not_talked_about"
    OWNER_LEAVES_BEFORE = "owner_leaves_before"


def obstacles_to_deciding(
    *, is_opened: bool, ground_lost: bool, due_on: dt.date, owner_until: dt.date | None
) -> list[DecisionObstacle]:
    """Every reason; `owner_until` is the last day on which the owner stands near, None when there is none."""
    checks = {
        DecisionObstacle.NOT_OPENED: not is_opened,
        DecisionObstacle.NOT_TALKED_ABOUT: ground_lost,
        DecisionObstacle.OWNER_LEAVES_BEFORE: owner_until is not None and due_on > owner_until,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
