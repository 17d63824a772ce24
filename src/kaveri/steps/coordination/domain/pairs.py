"""Naming a working pair."""

from enum import StrEnum


class PairObstacle(StrEnum):
    """Why somebody cannot become, or stop being, a working pair."""

    CASE_NOT_OPEN = "case_not_open"
    NOT_ACTIVE = "not_active"
    NO_GROUND = "no_ground"
    ALREADY_PAIR = "already_pair"
    IS_CASE_MANAGER = "is_case_manager"
    NOT_PAIR = "not_pair"


def obstacles_to_pairing(
    *, is_open: bool, is_active: bool, has_ground: bool, is_pair: bool, is_manager: bool
) -> list[PairObstacle]:
    """Every reason this person cannot be named."""
    checks = {
        PairObstacle.CASE_NOT_OPEN: not is_open,
        PairObstacle.NOT_ACTIVE: not is_active,
        PairObstacle.NO_GROUND: is_active and not has_ground,
        PairObstacle.ALREADY_PAIR: is_pair,
        PairObstacle.IS_CASE_MANAGER: is_manager,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
