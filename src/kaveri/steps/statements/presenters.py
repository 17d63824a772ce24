"""Statements as workers and the client read them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.statements import labels
from kaveri.steps.statements.domain import Kind, State, is_late
from kaveri.steps.statements.forms import name_of
from kaveri.steps.statements.models import AskedStatement, SignedVersion
from kaveri.steps.statements.selectors import kinds

_TAGS = {
    State.ASKED: ("neutral", "hourglass"),
    State.SIGNED: ("ok", "file-check"),
    State.WITHDRAWN: ("neutral", "archive"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands under one heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """What was signed, as it was signed."""

    number: int
    by: str
    title: str
    at: dt.date
    why: str
    language: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement: what was asked of whom, by when, and where it stands."""

    href: str
    name: str
    client: str
    question: str
    asked_by: str
    asked_on: dt.date
    writer: str
    due_on: dt.date
    waits: bool
    ground: Any
    reason: str
    tags: tuple[Tag, ...]
    versions: tuple[VersionView, ...] = ()
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The statements of a case, for workers."""

    lines: list[Line]
    pager: Pager
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """One statement, with every version of it."""

    line: Line
    back: str
    write: str
    is_signed: bool
    withdraw: str
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinePage:
    """The client's own statements, whole."""

    lines: list[Line]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form; what is asked stands above it."""

    title: str
    send: str
    back: str
    form: KaveriForm
    line: Line | None = None
    nobody: bool = False


def line(row: AskedStatement, signed: Iterable[SignedVersion] = ()) -> Line:
    """One statement as whoever may read it sees it."""
    state, kind = State(row.state), kinds()[row.kind]
    tags = [Tag(*_TAGS[state], str(labels.STATES[state]))]
    if is_late(state, row.due_on, clock.today()):
        late = dates.in_days((clock.today() - row.due_on).days, language())
        tags.append(Tag("danger", "clock-alert", _("%(days)s late") % {"days": late}))
    views = tuple(_version(each, kind) for each in signed)
    if len(views) > 1:
        tags.append(Tag("outline", "files", _("amended")))
    return Line(
        href=reverse("statements:statement", args=[row.id]),
        name=name_of(kind.names),
        client=row.case.client.full_name,
        question=row.question,
        asked_by=row.asked_by.full_name,
        asked_on=_day(row.asked_at),
        writer=row.writer.full_name,
        due_on=row.due_on,
        waits=state is State.ASKED,
        ground=labels.GROUNDS.get(row.ground, ""),
        reason=row.reason,
        tags=tuple(tags),
        versions=views,
        paper=reverse("statements:paper", args=[row.id]) if state is State.SIGNED else "",
    )


def lines(rows: Iterable[AskedStatement], signed: Mapping[UUID, list[SignedVersion]]) -> list[Line]:
    """Each with what was signed of it."""
    return [line(row, signed.get(row.id, [])) for row in rows]


def one_page(
    row: AskedStatement,
    signed: Iterable[SignedVersion],
    *,
    back: str,
    may_write: bool,
    may_withdraw: bool,
) -> OnePage:
    """One statement and what the reader can do about it."""
    kind = kinds()[row.kind]
    open_ = row.state != State.WITHDRAWN
    waits = row.state == State.ASKED
    return OnePage(
        line=line(row, signed),
        back=back,
        write=reverse("statements:write", args=[row.id]) if may_write and open_ else "",
        is_signed=row.state == State.SIGNED,
        withdraw=reverse("statements:withdraw", args=[row.id]) if may_withdraw and waits else "",
        source=kind.source,
        is_checked=kind.verified,
    )


def language() -> str:
    """The language the reader has chosen."""
    return dates.known_language(get_language())


def _version(row: SignedVersion, kind: Kind) -> VersionView:
    return VersionView(
        number=row.number,
        by=row.signed_by.full_name,
        title=getattr(row.signed_by, f"title_{language()}"),
        at=_day(row.signed_at),
        why=row.why,
        language=row.signed_by.language,
        parts=tuple(
            Part(heading=name_of(heading.names), text=row.texts[heading.key])
            for heading in kind.headings
            if heading.key in row.texts
        ),
    )


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.HELSINKI).date()
