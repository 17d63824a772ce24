"""Reading backgrounds, their headings, and what is known already under each."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, UUIDField

from kaveri.casebook.measures import selectors as measures
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.appointments import selectors as appointments
from kaveri.steps.appointments.domain import State
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import GoalState, Topic, topic_under
from kaveri.steps.pre_visit.actions import PreVisitAction
from kaveri.steps.pre_visit.domain import (
    NEVER_BY_ITSELF,
    Heading,
    Standing,
    place_of,
    standing,
)
from kaveri.steps.pre_visit.models import Background, BackgroundPart

_FILE = Path(__file__).parent / "headings" / "b_statement.toml"
_LANGUAGES = ("sv", "fi", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something told before: under which heading it is offered, in whose words, from when."""

    heading: str
    text: str
    source: str
    said_by: str
    said_on: dt.date
    score: int | None = None


@cache
def headings() -> Mapping[str, Heading]:
    """The seven headings, in order."""
    rows = sorted(_read()["headings"], key=lambda row: row["number"])
    return {
        row["key"]: Heading(
            key=row["key"],
            number=row["number"],
            category=Category(row["category"]),
            name={code: row[f"name_{code}"] for code in _LANGUAGES},
            help={code: row[f"help_{code}"] for code in _LANGUAGES},
        )
        for row in rows
    }


def source_of_headings() -> tuple[str, bool]:
    """Where the headings come from, and whether somebody has checked it there."""
    read = _read()
    return str(read["source"]), bool(read["verified"])


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def backgrounds() -> QuerySet[Background]:
    """Every background; narrow by permission before use."""
    return Background.objects.select_related(
        "case__client", "case__controller", "appointment", "written_by", "answered_by", "handed_by"
    ).order_by("-written_at", "id")


def of_visits(visits: Any) -> QuerySet[Background]:
    """The backgrounds of these visits."""
    return backgrounds().filter(appointment__in=visits)


def visits() -> QuerySet[Any]:
    """Every meeting; narrow by permission before use."""
    return appointments.appointments().select_related("case__client")


def parts_now() -> QuerySet[BackgroundPart]:
    """The parts as they read now."""
    return BackgroundPart.objects.filter(text_no=F("background__text_no"))


def preparing(appointment_id: UUID) -> QuerySet[Any]:
    """The open tasks to prepare this visit."""
    return tasks.tasks().filter(
        source_id=appointment_id, kind=TaskKind.BEFORE_VISIT, state=TaskState.OPEN
    )


def stands(row: Background) -> Standing:
    """Where the background stands."""
    return standing(
        text_no=row.text_no,
        answer=row.answer,
        answered_no=row.answered_no,
        handed_no=row.handed_no,
    )


def seen_parts(look: Look, background_id: UUID) -> tuple[dict[str, str], bool]:
    """The texts that the one who looks may read, and whether they are all there is."""
    now = parts_now().filter(background_id=background_id)
    texts = dict(look.rows(now, PreVisitAction.READ_PART).values_list("heading", "text"))
    return texts, len(texts) == now.count()


def waiting_column(look: Look) -> dict[str, Subquery]:
    """The visit whose background waits for an answer, beside each task of a question about tasks."""
    unanswered = look.rows(Background.objects.all(), PreVisitAction.APPROVE).filter(
        Q(answered_no=None) | ~Q(answered_no=F("text_no")),
        case_id=OuterRef("case_id"),
        appointment__state=State.AGREED,
    )
    newest = unanswered.order_by("-written_at", "id").values("appointment_id")[:1]
    return {"background_of": Subquery(newest, output_field=UUIDField())}


def known(look: Look, case: Any) -> list[Known]:
    """Tell it once: what the mapping, the plan and the answers hold and this worker may read, newest first.

    Of substance use and sanctions nothing is put there by itself.
    """
    plan = planning.current_plan(case.pk)
    found = [*_told(look, case, plan), *_goals(look, plan), *_score(look, case)]
    return sorted(found, key=lambda each: each.said_on, reverse=True)


def _told(look: Look, case: Any, plan: Any) -> Iterator[Known]:
    mapped = list(planning.mapped(case.client_id, look.actor).filter(case_id=case.pk))
    for row in mapped:
        if row.category not in NEVER_BY_ITSELF:
            heading = place_of(topic_under(row.heading, row.prompt), row.category)
            yield _known(heading, row, row.text)
    if plan is None:
        return
    rows = look.rows(planning.plan_statements().filter(plan=plan), PlanAction.READ)
    for row in rows.exclude(reused_from__in=[each.pk for each in mapped]):
        if row.category not in NEVER_BY_ITSELF:
            said = ". ".join(part.rstrip(". ") for part in (row.text, row.effect) if part)
            yield _known(place_of(Topic(row.topic), row.category), row, said)


def _goals(look: Look, plan: Any) -> Iterator[Known]:
    if plan is None:
        return
    for row in look.rows(planning.goals().filter(plan=plan), PlanAction.READ):
        if row.state == GoalState.AHEAD and row.category not in NEVER_BY_ITSELF:
            on = row.written_at.astimezone(clock.HELSINKI).date()
            yield Known(
                heading="goals", text=row.own_words, source="client", said_by="", said_on=on
            )


def _score(look: Look, case: Any) -> Iterator[Known]:
    rows = measures.answers().filter(case_id=case.pk).exclude(score=None)
    newest = look.rows(rows, MeasureAction.READ).first()
    if newest is not None:
        yield Known(
            heading="functioning",
            text=newest.now_words,
            source="client",
            said_by="",
            said_on=newest.answered_at.astimezone(clock.HELSINKI).date(),
            score=newest.score,
        )


def _known(heading: str, row: Any, text: str) -> Known:
    return Known(
        heading=heading,
        text=text,
        source=row.source,
        said_by=row.said_by,
        said_on=row.said_on,
    )
