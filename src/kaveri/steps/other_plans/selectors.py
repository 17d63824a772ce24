"""Reading the client's other plans, and the files that say what each kind of plan holds."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from kaveri.steps.other_plans.domain import Contents, Line, PlanKind, in_force
from kaveri.steps.other_plans.models import OtherPlan

_FOLDER = Path(__file__).parent / "contents"
_LANGUAGES = ("sv", "fi", "en")


@lru_cache(maxsize=1)
def contents() -> tuple[Contents, ...]:
    """Every version of every kind, also those that no longer hold."""
    return tuple(
        _contents(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(_FOLDER.glob("*.toml"))
    )


def contents_of(kind: str, *, on: dt.date) -> Contents:
    """What a plan of this kind holds on the day."""
    return in_force(contents(), on=on)[PlanKind(kind)]


def plans() -> QuerySet[OtherPlan]:
    """Every other plan, those that go on first; narrow by permission before use."""
    return OtherPlan.objects.select_related(
        "case__client", "holder", "holder__organisation", "put_in_by"
    ).order_by(F("ended_on").desc(nulls_first=True), "kind", "-written_at", "id")


def of_case(case_id: UUID) -> QuerySet[OtherPlan]:
    """The other plans of one client's case."""
    return plans().filter(case_id=case_id)


def holding_support(case_id: UUID) -> QuerySet[OtherPlan]:
    """The plan that the support plan is a part of."""
    return OtherPlan.objects.filter(case_id=case_id, holds_support=True)


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
