"""Questions about a client as the one who asked, the one who is asked and the client read them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.case_consultation.domain import QuestionState
from kaveri.steps.case_consultation.labels import ASKED_AS, STATES
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.consultation.labels import TOPICS

_TAGS = {
    QuestionState.OPEN: ("neutral", "hourglass"),
    QuestionState.ANSWERED: ("ok", "check"),
    QuestionState.NOT_ANSWERED: ("warning", "circle-x"),
    QuestionState.TAKEN_BACK: ("neutral", "undo-2"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question."""

    href: str
    client: str
    topic: Any
    asked_as: Any
    asked: str
    asked_by: str
    asked_on: dt.date
    answer_by: dt.date
    is_open: bool
    question: str
    words: str
    ended_on: dt.date | None
    is_answered: bool
    tags: list[Tag]
    # The colleague has lost the right to know of it while the question waited.
    lost_ground: bool = False
    take_back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The questions of a case."""

    lines: list[Line]
    pager: Pager
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """One question on its case."""

    line: Line
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What is asked of the reader."""

    lines: list[Line]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """What the one who is asked sees: the question, from whom, by when."""

    line: Line
    form: KaveriForm


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """Whom the client's workers have asked."""

    acting_for: str
    lines: list[Line]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    more: str
    send: str
    back: str
    form: KaveriForm


def line(row: Question, *, href: str = "", lost_ground: bool = False, take_back: str = "") -> Line:
    """A question as it is read."""
    state = QuestionState(row.state)
    return Line(
        href=href,
        client=row.case.client.full_name,
        topic=TOPICS[row.topic],
        asked_as=ASKED_AS[row.asked_as],
        asked=row.asked.full_name,
        asked_by=row.asked_by.full_name,
        asked_on=_day(row.asked_at),
        answer_by=row.answer_by,
        is_open=state is QuestionState.OPEN,
        question=row.question,
        words=row.words,
        ended_on=_day(row.ended_at) if row.ended_at else None,
        is_answered=state is QuestionState.ANSWERED,
        tags=_tags(row, state),
        lost_ground=lost_ground,
        take_back=take_back,
    )


def of_case(rows: Iterable[Question], pager: Pager, case_id: Any, *, may_ask: bool) -> OfCase:
    """The newest first."""
    return OfCase(
        lines=[
            line(row, href=reverse("case_consultation:question", args=[row.pk])) for row in rows
        ],
        pager=pager,
        ask=reverse("case_consultation:ask", args=[case_id]) if may_ask else "",
    )


def one_page(row: Question, *, lost_ground: bool, may_take_back: bool) -> OnePage:
    """The question and where it stands."""
    take_back = reverse("case_consultation:take_back", args=[row.pk]) if may_take_back else ""
    return OnePage(
        line=line(row, lost_ground=lost_ground, take_back=take_back),
        back=reverse("case_consultation:of_case", args=[row.case_id]),
    )


def mine(rows: Iterable[Question], pager: Pager) -> Mine:
    """What is asked of the reader, by its day."""
    return Mine(
        lines=[line(row, href=reverse("case_consultation:asked", args=[row.pk])) for row in rows],
        pager=pager,
    )


def own_page(rows: Iterable[Question], pager: Pager, head: CaseHead) -> OwnPage:
    """Whom the workers have asked, for the client."""
    own = RelationKind.SELF in head.relations
    return OwnPage(
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        lines=[line(row) for row in rows],
        pager=pager,
    )


def _tags(row: Question, state: QuestionState) -> list[Tag]:
    kind, icon = _TAGS[state]
    tags = [Tag(kind=kind, icon=icon, word=str(STATES[state]))]
    if state is QuestionState.OPEN and row.answer_by < clock.today():
        tags.append(Tag(kind="danger", icon="clock-alert", word=_("late")))
    return tags


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(clock.HELSINKI).date()
