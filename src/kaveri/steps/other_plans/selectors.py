"""Reading the files that say what each kind of plan holds."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaveri.steps.other_plans.domain import Contents, Line, PlanKind

_FOLDER = Path(__file__).parent / "contents"
_LANGUAGES = ("sv", "fi", "en")


@lru_cache(maxsize=1)
def contents() -> tuple[Contents, ...]:
    """Every version of every kind, also those that no longer hold."""
    return tuple(
        _contents(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(_FOLDER.glob("*.toml"))
    )


def _contents(row: Mapping[str, Any]) -> Contents:
    return Contents(
        kind=PlanKind(row["plan"]),
        version=row["version"],
        order=row["order"],
        effective_from=row["effective_from"],
        names=_texts(row, "name"),
        laws=_texts(row, "law"),
        source=row["source"],
        verified=row["verified"],
        lines=tuple(_line(each) for each in row["lines"]),
        without={each["key"]: _texts(each, "without") for each in row.get("conditions", [])},
    )


def _line(row: Mapping[str, Any]) -> Line:
    return Line(
        key=row["key"],
        names=_texts(row, "name"),
        source=row["source"],
        verified=row["verified"],
        only_if=row.get("only_if", ""),
        part=row.get("part", 0),
    )


def _texts(row: Mapping[str, Any], name: str) -> dict[str, str]:
    return {language: row[f"{name}_{language}"] for language in _LANGUAGES}
