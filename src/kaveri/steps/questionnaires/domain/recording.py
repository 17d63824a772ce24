"""Recording by hand what stands on a result from elsewhere."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import StrEnum


class RecordingObstacle(StrEnum):
    """Why a result cannot stand like this."""

    NO_SCORES = "no_scores"
    RANGE_BACKWARDS = "range_backwards"
    OUTSIDE_RANGE = "recorded_outside_range"
    DAY_AHEAD = "recorded_day_ahead"
    STANDS_ALREADY = "stands_already"


def obstacles_to_recording(
    *,
    scores: Mapping[str, Decimal],
    lowest: Decimal,
    highest: Decimal,
    ahead: bool,
    standing: AbstractSet[str],
) -> list[RecordingObstacle]:
    """Every reason it cannot stand."""
    checks = {
        RecordingObstacle.NO_SCORES: not scores,
        RecordingObstacle.RANGE_BACKWARDS: lowest >= highest,
        RecordingObstacle.OUTSIDE_RANGE: lowest < highest
        and any(not lowest <= score <= highest for score in scores.values()),
        RecordingObstacle.DAY_AHEAD: ahead,
        RecordingObstacle.STANDS_ALREADY: bool(standing & set(scores)),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
