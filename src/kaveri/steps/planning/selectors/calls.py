"""What plans ask of one who works: a yes to a row, a word that a version is known, an answer."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from kaveri.foundation.base import clock
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.planning.selectors.plans import comments_to_answer, rows_to_agree
from kaveri.steps.planning.selectors.versions import versions_to_confirm

# A column of a question, not a field that somebody writes in.
_LONG = models.TextField()
AGREE, CONFIRM, ANSWER = "agree", "confirm", "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """The three, each in the order in which it is to be done."""

    to_agree: "list[Call]"
    to_confirm: "list[Call]"
    to_answer: "list[Call]"

    def __iter__(self) -> "Iterator[Call]":
        """All of them."""
        yield from (*self.to_agree, *self.to_confirm, *self.to_answer)


@dataclass(frozen=True, slots=True)
class Call:
    """One of them; `day` is by which for a row, since which for the others."""

    kind: str
    id: UUID
    case_id: UUID
    client_id: UUID
    client: str
    # The service and what is done; what somebody said; nothing of a version, which has a number.
    service: str
    text: str
    said: str
    by: str
    number: int
    day: dt.date | None


def calls(look: Look, language: str, *, most: int) -> Calls:
    """All three in one question: my day has to be quick."""
    service = Coalesce(F(f"service__name_{language}"), Value(""), output_field=CharField())
    written = TruncDate("written_at", tzinfo=clock.HELSINKI)
    nothing, number = Value("", output_field=CharField()), Value(0, output_field=IntegerField())
    long = Value("", output_field=_LONG)
    agree = _leg(
        rows_to_agree(look),
        *(AGREE, service, Cast("what", _LONG), nothing, nothing, number),
        Cast("day", DateField()),
    )
    confirm = _leg(
        versions_to_confirm(look), CONFIRM, nothing, long, nothing, nothing, F("number"), written
    )
    answer = _leg(
        comments_to_answer(look),
        *(ANSWER, nothing, F("text"), Cast("kind", CharField())),
        Concat("written_by__first_name", Value(" "), "written_by__last_name"),
        *(number, written),
    )
    found = sorted(
        (Call(*row) for row in agree.union(confirm, answer, all=True)),
        key=lambda call: (call.day or dt.date.max, call.id),
    )
    of = {
        kind: [call for call in found if call.kind == kind][:most]
        for kind in (AGREE, CONFIRM, ANSWER)
    }
    return Calls(to_agree=of[AGREE], to_confirm=of[CONFIRM], to_answer=of[ANSWER])


def _leg(rows: QuerySet[Any], kind: str, *columns: Any) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(
        Value(kind, output_field=CharField()),
        "pk",
        "case_id",
        "case__client_id",
        Concat("case__client__first_name", Value(" "), "case__client__last_name"),
        *columns,
    )
