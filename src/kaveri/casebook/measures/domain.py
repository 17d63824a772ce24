"""Bands of the work ability score and what counts as change.

Bands: poor 0–5, moderate 6–7, good 8–9, excellent 10 (Jääskeläinen et al. 2016,
sjweh.3598; the finer split of 8–10 is Kaveri's own and unverified). A change of one
point is called no sure change (Kaveri's own rule, editable by the county later).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median, stdev

LOWEST, HIGHEST = 0, 10
SURE_CHANGE = 2


class Answer(StrEnum):
    """What the person answered."""

    SCORE = "score"
    DOES_NOT_WANT = "does_not_want"
    CANNOT_SAY = "cannot_say"


class AskedBy(StrEnum):
    """Who asked, and how."""

    SELF = "self"
    PROFESSIONAL = "professional"
    PHONE = "phone"


class Band(StrEnum):
    """The band a score falls in."""

    POOR = "poor"
    MODERATE = "moderate"
    GOOD = "good"
    EXCELLENT = "excellent"


class Change(StrEnum):
    """What the newest score says beside the person's own earlier one."""

    FIRST = "first"
    NO_SURE_CHANGE = "no_sure_change"
    UP = "up"
    DOWN = "down"


class MeasureObstacle(StrEnum):
    """Why an answer cannot stand like this."""

    SCORE_OUT_OF_RANGE = "score_out_of_range"
    SCORE_MISSING = "score_missing"
    SCORE_BESIDE_NO_ANSWER = "score_beside_no_answer"


def band_of(score: int) -> Band:
    """The band of a score 0–10; raises ValueError outside it."""
    if not LOWEST <= score <= HIGHEST:
        raise ValueError(score)
    if score <= 5:
        return Band.POOR
    if score <= 7:
        return Band.MODERATE
    return Band.GOOD if score <= 9 else Band.EXCELLENT


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many have given each score: `counts` from the lowest score to the highest."""

    counts: Sequence[int]

    @property
    def total(self) -> int:
        """How many have answered."""
        return sum(self.counts)

    @property
    def scores(self) -> list[int]:
        """Every answer by itself, lowest first."""
        return list(Counter(dict(enumerate(self.counts, start=LOWEST))).elements())

    @property
    def mean(self) -> float:
        """The mean score."""
        return fmean(self.scores)

    @property
    def deviation(self) -> float:
        """The standard deviation, in points."""
        return stdev(self.scores)

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.scores)

    @property
    def by_band(self) -> dict[Band, int]:
        """How many fall in each band."""
        return dict(Counter(band_of(score) for score in self.scores))

    def share_up_to(self, score: int) -> float:
        """The share of those who gave this score or a lower one, 0–1."""
        return sum(self.counts[: score - LOWEST + 1]) / self.total


def change_between(earlier: int | None, later: int) -> Change:
    """Whether the person's own score has changed for sure."""
    if earlier is None:
        return Change.FIRST
    if abs(later - earlier) < SURE_CHANGE:
        return Change.NO_SURE_CHANGE
    return Change.UP if later > earlier else Change.DOWN


def obstacles_to_recording(answer: Answer, score: int | None) -> list[MeasureObstacle]:
    """Every reason the answer cannot stand."""
    if answer is not Answer.SCORE:
        return [] if score is None else [MeasureObstacle.SCORE_BESIDE_NO_ANSWER]
    if score is None:
        return [MeasureObstacle.SCORE_MISSING]
    return [] if LOWEST <= score <= HIGHEST else [MeasureObstacle.SCORE_OUT_OF_RANGE]
