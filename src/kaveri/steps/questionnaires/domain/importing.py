"""Reading lines of results from a table: every line is stored, stands already, or is named with its faults."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

MOST_LINES = 20_000
# The names a column may have, in the languages of the county.
COLUMNS: Mapping[str, frozenset[str]] = {
    "case": frozenset({"case", "ärende", "asia", "reference", "viite"}),
    "day": frozenset({"day", "date", "dag", "datum", "päivä", "pvm"}),
    "scale": frozenset({"scale", "skala", "asteikko"}),
    "score": frozenset({"score", "poäng", "pisteet"}),
    "lowest": frozenset({"lowest", "lägsta", "alin", "pienin"}),
    "highest": frozenset({"highest", "högsta", "ylin", "suurin"}),
}


class Fault(StrEnum):
    """What is wrong with a line."""

    CASE_UNKNOWN = "case_unknown"
    DAY_UNREADABLE = "day_unreadable"
    DAY_AHEAD = "day_ahead"
    SCALE_UNKNOWN = "scale_unknown"
    SCORE_UNREADABLE = "score_unreadable"
    RANGE_UNREADABLE = "range_unreadable"
    OUTSIDE_RANGE = "outside_range"
    ANOTHER_SCORE = "another_score"


class FileFault(StrEnum):
    """Why a file is not read at all."""

    UNREADABLE = "file_unreadable"
    COLUMNS_MISSING = "file_columns_missing"
    NO_LINES = "file_no_lines"
    TOO_MANY_LINES = "file_too_many_lines"


@dataclass(frozen=True, slots=True)
class Result:
    """One score as a line gives it."""

    case: str
    scale: str
    day: dt.date
    score: Decimal
    lowest: Decimal
    highest: Decimal

    @property
    def place(self) -> tuple[str, str, dt.date]:
        """What stands once."""
        return self.case, self.scale, self.day


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its number in the file: a result, or its faults."""

    number: int
    result: Result | None
    faults: tuple[Fault, ...] = ()


def find_columns(head: Sequence[str]) -> dict[str, int]:
    """Where each column stands; incomplete when one is missing."""
    found: dict[str, int] = {}
    for place, name in enumerate(head):
        for column, names in COLUMNS.items():
            if name.strip().casefold() in names:
                found.setdefault(column, place)
    return found


def read_lines(
    rows: Iterable[tuple[int, Sequence[str]]],
    columns: Mapping[str, int],
    *,
    scales: Mapping[str, str],
    today: dt.date,
) -> Iterator[Line]:
    """Every line with something on it; `scales` names each scale by what people may call it."""
    for number, cells in rows:
        texts = {
            column: cells[place].strip() if place < len(cells) else ""
            for column, place in columns.items()
        }
        if any(texts.values()):
            yield _line(number, texts, scales, today)


def judge(
    lines: Iterable[Line],
    *,
    cases: Iterable[str],
    standing: Mapping[tuple[str, str, dt.date], Decimal],
) -> tuple[list[Result], int, list[Line]]:
    """What is new, how many stand already, and the lines at fault; the same line twice stands once."""
    known, seen = frozenset(cases), dict(standing)
    new: list[Result] = []
    already, wrong = 0, []
    for line in lines:
        result = line.result
        if result is None:
            wrong.append(line)
        elif result.case not in known:
            wrong.append(Line(line.number, None, (Fault.CASE_UNKNOWN,)))
        elif result.place not in seen:
            seen[result.place] = result.score
            new.append(result)
        elif seen[result.place] == result.score:
            already += 1
        else:
            wrong.append(Line(line.number, None, (Fault.ANOTHER_SCORE,)))
    return new, already, wrong


def _line(number: int, texts: Mapping[str, str], scales: Mapping[str, str], today: dt.date) -> Line:
    day, score = _day(texts["day"]), _number(texts["score"])
    lowest, highest = _number(texts["lowest"]), _number(texts["highest"])
    scale = scales.get(texts["scale"].casefold())
    ranged = lowest is not None and highest is not None and lowest < highest
    checks = {
        Fault.CASE_UNKNOWN: not texts["case"],
        Fault.DAY_UNREADABLE: day is None,
        Fault.DAY_AHEAD: day is not None and day > today,
        Fault.SCALE_UNKNOWN: scale is None,
        Fault.SCORE_UNREADABLE: score is None,
        Fault.RANGE_UNREADABLE: not ranged,
        Fault.OUTSIDE_RANGE: score is not None
        and ranged
        and not (lowest or 0) <= score <= (highest or 0),
    }
    faults = tuple(fault for fault, stands in checks.items() if stands)
    if faults or day is None or scale is None or score is None or lowest is None or highest is None:
        return Line(number, None, faults)
    return Line(number, Result(texts["case"], scale, day, score, lowest, highest))


def _day(text: str) -> dt.date | None:
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        if found:
            day, month, year = map(int, found.groups())
            return dt.date(year, month, day)
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _number(text: str) -> Decimal | None:
    bare = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    if not re.fullmatch(r"-?\d{1,5}(\.\d{1,2}0*)?", bare):
        return None
    try:
        return Decimal(bare).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
