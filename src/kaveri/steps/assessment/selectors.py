"""Reading the mapping's headings and rows, assessments, and what was asked of others."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.records.domain import Category
from kaveri.steps.assessment.domain import Heading, Prompt
from kaveri.steps.assessment.models import (
    Assessment,
    AssessmentEvent,
    InformationRequest,
    Statement,
)

_FILE = Path(__file__).parent / "mapping" / "headings.toml"
_LANGUAGES = ("sv", "fi", "en")


@lru_cache(maxsize=1)
def headings() -> Mapping[str, Heading]:
    """The handbook's eight headings with their prompts, in order."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))["headings"]
    return {row["key"]: _heading(row) for row in sorted(read, key=lambda row: row["number"])}


def statements(case_id: UUID) -> QuerySet[Statement]:
    """What is known in a case: the newest wording of each statement, newest first."""
    return (
        Statement.objects.filter(case_id=case_id, replaced_by=None)
        .select_related("written_by", "replaces")
        .order_by("-said_on", "-written_at", "id")
    )


def any_statement() -> QuerySet[Statement]:
    """Every statement, also those that have been corrected."""
    return Statement.objects.select_related("case", "written_by")


# What makes two rows say the same thing, whichever case they stand in.
SAID = ("heading", "prompt", "text", "source", "said_by", "said_on", "in_own_words")


def what_was_said(statement: Statement) -> tuple[Any, ...]:
    """The words with their place, source and day, without the case they were written in."""
    return tuple(getattr(statement, name) for name in SAID)


def newest_of(statement: Statement) -> Statement:
    """What a statement has become by corrections."""
    newest = statement
    while (following := Statement.objects.filter(replaces=newest).first()) is not None:
        newest = following
    return newest


def earlier(case_id: UUID) -> QuerySet[Statement]:
    """The wordings that have been corrected; they stay readable."""
    return (
        Statement.objects.filter(case_id=case_id, replaced_by__isnull=False)
        .select_related("written_by", "replaced_by")
        .order_by("-written_at", "id")
    )


def assessments() -> QuerySet[Assessment]:
    """Every assessment, newest first; narrow by permission before use."""
    return Assessment.objects.select_related("case__client", "asked_by").order_by("-asked_at", "id")


def assessment_events(assessment_id: UUID) -> QuerySet[AssessmentEvent]:
    """How an assessment went, in order."""
    return (
        AssessmentEvent.objects.filter(assessment_id=assessment_id)
        .select_related("by")
        .order_by("at", "id")
    )


def information_requests() -> QuerySet[InformationRequest]:
    """Everything asked of others, newest first; narrow by permission before use."""
    return InformationRequest.objects.select_related("case__client", "asked_by", "entry").order_by(
        "-asked_at", "id"
    )


def _heading(row: Mapping[str, Any]) -> Heading:
    return Heading(
        key=row["key"],
        number=row["number"],
        category=Category(row["category"]),
        name=_words(row, "name"),
        help=_words(row, "help"),
        prompts=tuple(
            Prompt(
                key=prompt["key"],
                category=Category(prompt["category"]),
                text=_words(prompt, "text"),
            )
            for prompt in row.get("prompts", [])
        ),
    )


def _words(row: Mapping[str, Any], field: str) -> dict[str, str]:
    return {language: row[f"{field}_{language}"] for language in _LANGUAGES}
