"""Loading a questionnaire of somebody else's: never without a permission note."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class LoadingObstacle(StrEnum):
    """Why a questionnaire is not taken into use."""

    PERMISSION_FROM_MISSING = "permission_from_missing"
    PERMISSION_ON_MISSING = "permission_on_missing"
    PERMISSION_AHEAD = "permission_ahead"
    PERMISSION_FOR_MISSING = "permission_for_missing"
    NAME_MISSING = "name_missing"
    SHIPS = "ships"
    SAME_TEXT = "same_text"
    CLOSED_ALREADY = "closed_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """Who has given it, when, and what for."""

    given_by: str
    given_on: dt.date | None
    given_for: str


def obstacles_to_loading(
    permission: Permission, *, today: dt.date, ships: bool, named: bool, same_text: bool
) -> list[LoadingObstacle]:
    """Every reason it is not taken into use."""
    given_on = permission.given_on
    checks = {
        LoadingObstacle.PERMISSION_FROM_MISSING: not permission.given_by.strip(),
        LoadingObstacle.PERMISSION_ON_MISSING: given_on is None,
        LoadingObstacle.PERMISSION_AHEAD: given_on is not None and given_on > today,
        LoadingObstacle.PERMISSION_FOR_MISSING: not permission.given_for.strip(),
        LoadingObstacle.NAME_MISSING: not named,
        LoadingObstacle.SHIPS: ships,
        LoadingObstacle.SAME_TEXT: same_text,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
