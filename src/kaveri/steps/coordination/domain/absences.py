"""Absence and substitute: nobody is away without somebody present in their place."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class AbsenceObstacle(StrEnum):
    """Why an absence cannot be recorded like this."""

    NOT_IN_ORDER = "not_in_order"
    BEGAN_BEFORE_TODAY = "began_before_today"
    ALREADY_AWAY = "already_away"
    IS_THE_SAME = "is_the_same"
    SUBSTITUTE_NOT_ACTIVE = "substitute_not_active"
    SUBSTITUTE_AWAY = "substitute_away"
    NO_GROUND = "no_ground"
    STANDS_IN = "stands_in"
    IS_OVER = "is_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceFacts:
    """Days of an absence, both included; without a last day until further notice."""

    from_on: dt.date
    until_on: dt.date | None = None


def overlap(one: AbsenceFacts, other: AbsenceFacts) -> bool:
    """Whether the two have a day in common."""
    return (other.until_on is None or one.from_on <= other.until_on) and (
        one.until_on is None or other.from_on <= one.until_on
    )


def obstacles_to_absence(
    new: AbsenceFacts,
    *,
    today: dt.date,
    own: Iterable[AbsenceFacts],
    substitutes: Iterable[AbsenceFacts],
    stands_in: Iterable[AbsenceFacts],
    is_same: bool,
    substitute_active: bool,
    has_ground: bool,
) -> list[AbsenceObstacle]:
    """Every reason: `own` absences of the worker, those of the substitute, those the worker covers."""
    checks = {
        AbsenceObstacle.NOT_IN_ORDER: new.until_on is not None and new.until_on < new.from_on,
        AbsenceObstacle.BEGAN_BEFORE_TODAY: new.from_on < today,
        AbsenceObstacle.ALREADY_AWAY: any(overlap(new, other) for other in own),
        AbsenceObstacle.IS_THE_SAME: is_same,
        AbsenceObstacle.SUBSTITUTE_NOT_ACTIVE: not substitute_active,
        AbsenceObstacle.SUBSTITUTE_AWAY: any(overlap(new, other) for other in substitutes),
        AbsenceObstacle.NO_GROUND: substitute_active and not has_ground,
        AbsenceObstacle.STANDS_IN: any(overlap(new, other) for other in stands_in),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
