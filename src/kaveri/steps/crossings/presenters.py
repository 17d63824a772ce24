"""What the pages show: a leaving worker's load without names; what was known of who comes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.measures.domain import Answer
from kaveri.casebook.measures.labels import ANSWERS
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.assessment.selectors import headings
from kaveri.steps.crossings.domain import NEEDS_RECEIVER, Burden
from kaveri.steps.crossings.forms import LeavingForm, ReuseForm
from kaveri.steps.crossings.labels import BY_ITSELF, CARRIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is carried, and what happens to it."""

    kind: Any
    reference: str
    tasks: str
    by_itself: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPage:
    """Everything a worker carries."""

    name: str
    lines: list[Line]
    form: LeavingForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A worker of the unit."""

    id: UUID
    name: str


def leaving(account: Account, carried: Iterable[Burden], form: LeavingForm) -> LeavingPage:
    """The page of one worker."""
    return LeavingPage(
        name=account.full_name, lines=[_line(burden) for burden in carried], form=form
    )


def _line(burden: Burden) -> Line:
    number = burden.tasks
    return Line(
        kind=CARRIED[burden.kind],
        reference=burden.reference,
        tasks=ngettext("%(number)d thing to do", "%(number)d things to do", number)
        % {"number": number}
        if number
        else "",
        by_itself="" if burden.kind in NEEDS_RECEIVER else BY_ITSELF[burden.kind],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """A page of the workers of the reader's units."""

    rows: list[Worker]
    pager: Pager


def workers(rows: Iterable[Account]) -> list[Worker]:
    """The workers a manager may let go."""
    return [Worker(id=row.id, name=row.full_name) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An earlier case the reader may read."""

    id: UUID
    reference: str
    period: str
    own_words: str
    has_summary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPage:
    """What is known from before, and whether there is more to ask for."""

    head: CaseHead
    form: ReuseForm | None
    before: tuple[Before, ...]
    more: int
    carried: tuple[str, ...]


def statement_choices(rows: Iterable[Any]) -> list[tuple[str, str]]:
    """Each statement with its heading, source and day."""
    now = _now_language()
    names = headings()
    return [
        (
            str(row.id),
            _("%(heading)s: %(text)s (%(source)s, %(day)s)")
            % {
                "heading": names[row.heading].name[now] if row.heading in names else row.heading,
                "text": row.text,
                "source": row.said_by or SOURCES[Source(row.source)],
                "day": dates.plain_date(row.said_on, now),
            },
        )
        for row in rows
    ]


def answer_choices(rows: Iterable[Any]) -> list[tuple[str, str]]:
    """Each answer about work ability with its day."""
    now = _now_language()
    return [
        (
            str(row.id),
            _("%(answer)s (%(day)s)")
            % {
                "answer": _("%(score)s of 10") % {"score": row.score}
                if row.score is not None
                else ANSWERS[Answer(row.answer)],
                "day": dates.plain_date(row.answered_at.astimezone(clock.HELSINKI).date(), now),
            },
        )
        for row in rows
    ]


def earlier(
    head: CaseHead,
    form: ReuseForm | None,
    before: Iterable[Any],
    *,
    summaries: Iterable[UUID],
    more: int,
    carried: Iterable[str],
) -> EarlierPage:
    """The page."""
    now, with_summary = _now_language(), set(summaries)
    return EarlierPage(
        head=head,
        form=form,
        before=tuple(
            Before(
                id=row.id,
                reference=row.reference,
                period=_("%(first)s–%(last)s")
                % {
                    "first": dates.plain_date(row.opened_at.astimezone(clock.HELSINKI).date(), now),
                    "last": dates.plain_date(row.ended_at.astimezone(clock.HELSINKI).date(), now),
                },
                own_words=row.own_words,
                has_summary=row.id in with_summary,
            )
            for row in before
        ),
        more=more,
        carried=tuple(carried),
    )


def _now_language() -> str:
    return dates.known_language(get_language())
