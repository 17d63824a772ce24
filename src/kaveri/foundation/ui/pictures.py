"""Our own pictures, worked out before they are drawn: whole numbers, no styles, the same data as a table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kaveri.foundation.ui import dates

TOP, LOWEST, HIGHEST = 24, 0, 10
LEAST_GAP = 44
# How wide a sign of a day is drawn, with air, and how high a line of them.
DIGIT, LINE = 9, 18


@dataclass(frozen=True)
class Score:
    """One answer on the scale; `value` is None when the person did not want to answer, `word` says so."""

    day: dt.date
    value: float | None
    word: Any = ""


@dataclass(frozen=True)
class Band:
    """A stretch of the scale and its word."""

    lowest: int
    highest: int
    word: Any


@dataclass(frozen=True)
class Point:
    """A place in the drawing."""

    x: int
    y: int
    value_y: int
    value: float
    day: str
    day_y: int
    now: bool


@dataclass(frozen=True)
class GridLine:
    """A line across, with its number."""

    y: int
    text_y: int
    value: int


@dataclass(frozen=True)
class DrawnBand:
    """A word beside the scale, and the dotted line above its stretch."""

    line_y: int | None
    lines: list[tuple[int, str]]


@dataclass(frozen=True)
class Drawing:
    """The chart at one width."""

    size: str
    width: int
    height: int
    left: int
    right: int
    axis_x: int
    band_x: int
    grid: list[GridLine]
    bands: list[DrawnBand]
    points: list[Point]

    @property
    def line(self) -> str:
        """The corners of the line between the answers."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True)
class Row:
    """A line of the table that says the same."""

    day: str
    value: Any
    word: Any


@dataclass(frozen=True)
class ScoreChart:
    """Work ability over time: for a wide page and for a phone."""

    sentence: Any
    columns: tuple[Any, Any, Any]
    rows: list[Row]
    wide: Drawing
    narrow: Drawing

    @property
    def drawings(self) -> tuple[Drawing, Drawing]:
        """Both; the style sheet shows one."""
        return self.wide, self.narrow


def score_chart(
    scores: Sequence[Score],
    bands: Sequence[Band],
    *,
    sentence: Any,
    columns: tuple[Any, Any, Any],
    today: dt.date,
    language: str,
    scale: tuple[int, int] = (LOWEST, HIGHEST),
) -> ScoreChart:
    """The chart of the answers, the newest last; `sentence` says in words what it shows, `columns` head the table.

    `scale` is from which to which number the score goes.
    """
    in_order = sorted(scores, key=lambda score: score.day)
    rows = [
        Row(
            dates.plain_date(score.day, language),
            "–" if score.value is None else score.value,
            score.word,
        )
        for score in reversed(in_order)
    ]
    given = [score for score in in_order if score.value is not None]
    return ScoreChart(
        sentence=sentence,
        columns=columns,
        rows=rows,
        wide=_drawn("wide", 740, 316, 130, given[-10:], bands, today, scale),
        narrow=_drawn("narrow", 300, 250, 88, given[-4:], bands, today, scale),
    )


def _drawn(
    size: str,
    width: int,
    height: int,
    margin: int,
    scores: Sequence[Score],
    bands: Sequence[Band],
    today: dt.date,
    scale: tuple[int, int],
) -> Drawing:
    narrow = size == "narrow"
    lowest, highest = scale
    left, right, bottom = 34, width - margin, height - 58

    def y(value: float) -> int:
        return round(bottom - (bottom - TOP) * (value - lowest) / (highest - lowest))

    places = _places([score.day for score in scores], left + 20, right - 20)
    days = [_short(score.day, today) for score in scores]
    # Side by side when there is room, else every other one a line lower.
    widest = max(map(len, days), default=0) * DIGIT
    crowded = any(later - earlier < widest for earlier, later in pairwise(places))
    points = [
        Point(
            x=x,
            y=y(score.value or 0),
            value_y=y(score.value or 0) - 16,
            value=score.value or 0,
            day=day,
            day_y=bottom + 28 + (LINE if crowded and (len(days) - place) % 2 == 0 else 0),
            now=score is scores[-1],
        )
        for place, (x, score, day) in enumerate(zip(places, scores, days, strict=True))
    ]
    return Drawing(
        size=size,
        width=width,
        height=height,
        left=left,
        right=right,
        axis_x=left - 10,
        band_x=right + 12,
        grid=[
            GridLine(y(value), y(value) + 5, value)
            for value in range(lowest, highest + 1, _step(highest - lowest))
        ],
        bands=[
            DrawnBand(
                y(band.highest + 0.5) if band.highest < highest else None,
                _lines(str(band.word), y((band.lowest + band.highest) / 2) + 5, narrow=narrow),
            )
            for band in bands
        ],
        points=points,
    )


def _step(span: int) -> int:
    """Between the lines across: so that there are about five of them."""
    tens: int = 10 ** max(len(str(span // 5)) - 1, 0)
    return next(step for step in (tens, 2 * tens, 5 * tens, 10 * tens) if step * 6 >= span)


def _lines(word: str, y: int, *, narrow: bool) -> list[tuple[int, str]]:
    """The word of a band; where there is little room, its numbers stand under it."""
    name, _space, numbers = word.rpartition(" ")
    if not (narrow and name):
        return [(y, word)]
    return [(y - LINE // 2, name), (y + LINE // 2, numbers)]


def _short(day: dt.date, today: dt.date) -> str:
    return f"{day.day}.{day.month}." if day.year == today.year else f"{day.month}/{day.year}"


def _places(days: Sequence[dt.date], first: int, last: int) -> list[int]:
    """As far apart as the days are, but never so near that their dates collide."""
    if len(days) < 2:
        return [(first + last) // 2 for _ in days]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    least = min(LEAST_GAP, (last - first) / len(gaps))
    spare = (last - first) - least * len(gaps)
    places, x, total = [first], float(first), sum(gaps) or 1
    for gap in gaps:
        x += least + spare * gap / total
        places.append(round(x))
    return places
