"""What the pages about consultations show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kaveri.casebook.directory.selectors import in_language
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.consultation.domain import ConsultationState, Topic
from kaveri.steps.consultation.forms import ConsultationsFilter, FiguresFilter, ReplyForm
from kaveri.steps.consultation.labels import STATES, TOPICS, WAYS
from kaveri.steps.consultation.models import Consultation
from kaveri.steps.consultation.selectors import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One consultation as it is read."""

    href: str
    topic: Any
    way: Any
    asker: str
    asked_of: str
    asked_on: dt.date
    answer_by: dt.date | None
    tags: tuple[Tag, ...]
    question: str
    answer: str
    answered_by: str
    answered_on: dt.date | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationsPage:
    """The list, what waits first."""

    form: ConsultationsFilter
    rows: tuple[Line, ...]
    count: str
    pager: Pager
    clear: str
    narrowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationPage:
    """One question; `form` when the reader may answer it, `on_duty` who is to."""

    row: Line
    form: ReplyForm | None
    on_duty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """How many, about what and from where."""

    form: FiguresFilter
    first_on: dt.date
    last_on: dt.date
    total: int
    count: str
    topics: tuple[tuple[Any, int], ...]
    askers: tuple[tuple[str, int], ...]


def consultations_page(
    form: ConsultationsFilter, rows: Iterable[Consultation], pager: Pager, *, narrowed: bool
) -> ConsultationsPage:
    """The list."""
    return ConsultationsPage(
        form=form,
        rows=tuple(_line(row) for row in rows),
        count=_number(pager.total),
        pager=pager,
        clear=reverse("consultation:consultations") if narrowed else "",
        narrowed=narrowed,
    )


def consultation_page(
    row: Consultation, form: ReplyForm | None, on_duty: Account | None
) -> ConsultationPage:
    """One consultation."""
    return ConsultationPage(row=_line(row), form=form, on_duty=on_duty.full_name if on_duty else "")


def figures_page(
    form: FiguresFilter, first_on: dt.date, last_on: dt.date, counted: Counted
) -> FiguresPage:
    """The figures of a period; every topic stands there, also those nobody asked about."""
    return FiguresPage(
        form=form,
        first_on=first_on,
        last_on=last_on,
        total=counted.total,
        count=_number(counted.total),
        topics=tuple((TOPICS[topic], counted.by_topic.get(topic, 0)) for topic in Topic),
        askers=tuple((_place(asker), number) for asker, number in counted.by_asker),
    )


def _number(total: int) -> str:
    return ngettext("%(number)d consultation", "%(number)d consultations", total) % {
        "number": total
    }


def _place(asker: Any) -> str:
    return in_language(asker, "name") if asker else pgettext("place of work", "Somewhere else")


def _line(row: Consultation) -> Line:
    is_open = row.state == ConsultationState.OPEN
    tags = [
        Tag("info", "clock", str(STATES[row.state]))
        if is_open
        else Tag("ok", "check", str(STATES[row.state]))
    ]
    if is_open and row.answer_by and row.answer_by < clock.today():
        tags.insert(0, Tag("danger", "clock-alert", _("The day has passed")))
    place = _place(row.from_unit or row.from_organisation)
    who = {"name": row.asked_by.full_name, "place": place} if row.asked_by else {}
    return Line(
        href=reverse("consultation:consultation", args=[row.id]),
        topic=TOPICS[row.topic],
        way=WAYS[row.way],
        asker=_("%(name)s, %(place)s") % who if who else place,
        asked_of=in_language(row.asked_unit, "name"),
        asked_on=row.asked_at.astimezone(clock.HELSINKI).date(),
        answer_by=row.answer_by,
        tags=tuple(tags),
        question=row.question,
        answer=row.answer,
        answered_by=row.answered_by.full_name if row.answered_by else "",
        answered_on=row.answered_at.astimezone(clock.HELSINKI).date() if row.answered_at else None,
        is_open=is_open,
    )
