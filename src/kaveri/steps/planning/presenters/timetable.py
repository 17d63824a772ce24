"""Order and timetable as a picture, worked out in whole numbers; the same days stand in the table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from kaveri.foundation.ui import dates
from kaveri.steps.planning.domain import RowState
from kaveri.steps.planning.selectors import day_of

if TYPE_CHECKING:
    from kaveri.steps.planning.models import PlanRow

# A line for the words and one for the bar.
STEP, TOP = 44, 34
SHORTEST = 10
_CLOSED = frozenset({RowState.DONE, RowState.LEFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: its number and name over the days it takes."""

    x: int
    y: int
    width: int
    words_y: int
    words: str
    kind: str

    @property
    def drawn(self) -> SafeString:
        """The bar and its words as one piece: sixty bars would be a thousand small ones to put together."""
        return format_html(
            '<text class="k-timetable-name" x="0" y="{}">{}</text>'
            '<rect class="k-timetable-bar k-timetable-{}" x="{}" y="{}" width="{}" height="10" rx="2" />',
            self.words_y,
            self.words,
            self.kind,
            self.x,
            self.y,
            self.width,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day written over a line from top to bottom."""

    x: int
    word: str
    # Where the word stands to its line, so that it does not run over the edge.
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The picture at one width."""

    size: str
    width: int
    height: int
    bars: list[Bar]
    marks: list[Mark]
    today: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """When each row happens, in their order."""

    sentence: str
    drawings: list[Drawing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A row with the days it takes."""

    words: str
    first: dt.date
    last: dt.date
    kind: str


def timetable(
    rows: "Sequence[tuple[PlanRow, str]]", *, today: dt.date, language: str
) -> Timetable | None:
    """Draw the rows that have a day, numbered as in the table; one row alone needs no picture."""
    spans = [
        span
        for number, (row, words) in enumerate(rows, start=1)
        if (span := _span(row, f"{number}. {words}", today)) is not None
    ]
    if len(spans) <= 1:
        return None
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    known = {
        "number": len(spans),
        "first": dates.plain_date(first, language),
        "last": dates.plain_date(last, language),
    }
    sentence = ngettext(
        "%(number)d step, from %(first)s to %(last)s. The same days stand in the table.",
        "%(number)d steps, from %(first)s to %(last)s. The same days stand in the table.",
        len(spans),
    )
    # Today is always in the picture: without it nobody sees what lies ahead.
    first, last = min(first, today), max(last, today)
    return Timetable(
        sentence=sentence % known,
        drawings=[
            _drawing("wide", 740, 80, spans, first, last, today, language),
            _drawing("narrow", 320, 34, spans, first, last, today, language),
        ],
    )


def _span(row: "PlanRow", words: str, today: dt.date) -> Span | None:
    days = [day for day in (row.from_on, row.until_on, day_of(row)) if day is not None]
    if not days:
        return None
    last = row.until_on or max(days)
    closed = row.state in _CLOSED
    return Span(
        words=words,
        first=min(days),
        last=max(last, min(days)),
        kind="done" if closed else "late" if last < today else "ahead",
    )


def _drawing(
    size: str,
    width: int,
    longest: int,
    spans: Sequence[Span],
    first: dt.date,
    last: dt.date,
    today: dt.date,
    language: str,
) -> Drawing:
    across = width - SHORTEST
    all_days = max((last - first).days, 1)

    def at(day: dt.date) -> int:
        return round(across * (day - first).days / all_days)

    bars = [
        Bar(
            x=at(span.first),
            y=TOP + 20 + place * STEP,
            width=max(at(span.last) - at(span.first), SHORTEST),
            words_y=TOP + 14 + place * STEP,
            words=_short(span.words, longest),
            kind=span.kind,
        )
        for place, span in enumerate(spans)
    ]
    return Drawing(
        size=size,
        width=width,
        height=TOP + len(spans) * STEP,
        bars=bars,
        marks=_marks(first, last, width, language),
        today=at(today),
    )


def _marks(first: dt.date, last: dt.date, width: int, language: str) -> list[Mark]:
    """The first day and the last."""
    ends: list[tuple[int, dt.date, Any]] = [(0, first, "start")]
    if last != first:
        ends.append((width, last, "end"))
    return [
        Mark(x=x, word=dates.plain_date(day, language), anchor=anchor) for x, day, anchor in ends
    ]


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
