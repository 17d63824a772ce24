"""Referrals to the special competence team as the sender, the team and the client read them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.consent.domain import codes_in
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.special_team.domain import Profession, State, waited
from kaveri.steps.special_team.labels import OWN_STATES, PROFESSIONS, STATES
from kaveri.steps.special_team.models import Called, SpecialReferral

_TAGS = {
    State.SENT: ("neutral", "hourglass"),
    State.MORE_ASKED: ("warning", "message-circle-question-mark"),
    State.TAKEN: ("info", "users"),
    State.NOT_FOR_US: ("neutral", "split"),
    State.WITHDRAWN: ("neutral", "archive"),
    State.AGREED: ("ok", "check"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A referral: where it stands, in whose hands, until when, and what it says."""

    client: str
    case_href: str
    sent_on: dt.date
    sent_by: str
    coordinator: str
    state: Any
    own_state: Any
    turn: str
    due_on: dt.date | None
    waited: str
    question: str
    tried: str
    outcome: str
    measures: str
    touches: str
    reason: str
    instead: str
    agreed: str
    tags: tuple[Tag, ...]
    called: tuple[str, ...] = ()
    answer: str = ""
    more: str = ""
    withdraw: str = ""
    call: str = ""
    agree: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The referrals of a case."""

    lines: list[Line]
    pager: Pager
    refer: str
    statements: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What is in the hands of the team's coordinator."""

    lines: list[Line]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form; the referral stands above it."""

    title: str
    lead: str
    send: str
    back: str
    form: KaveriForm
    line: Line | None = None


def line(row: SpecialReferral, called: Iterable[Called] = (), **acts: str) -> Line:
    """One referral as whoever may read it sees it."""
    state, today = State(row.state), clock.today()
    tags = [Tag(*_TAGS[state], str(STATES[state]))]
    if row.due_on and row.due_on < today:
        late = dates.in_days((today - row.due_on).days, language())
        tags.append(Tag("danger", "clock-alert", _("%(days)s late") % {"days": late}))
    sent_on = row.sent_at.astimezone(clock.HELSINKI).date()
    days = waited(sent_on, today)
    return Line(
        client=row.case.client.full_name,
        case_href=reverse("workspace:case", args=[row.case_id]),
        sent_on=sent_on,
        sent_by=row.sent_by.full_name,
        coordinator=row.coordinator.full_name,
        state=STATES[state],
        own_state=OWN_STATES[state],
        turn=_turn(row, state),
        due_on=row.due_on,
        waited=ngettext("%(number)d day", "%(number)d days", days) % {"number": days},
        question=row.question,
        tried=row.tried,
        outcome=row.outcome,
        measures=row.measures,
        touches=", ".join(str(CATEGORIES[Category(code)]) for code in codes_in(row.categories)),
        reason=row.reason,
        instead=row.instead,
        agreed=_agreed(row, state),
        tags=tuple(tags),
        called=tuple(
            _("%(name)s, %(profession)s")
            % {
                "name": each.account.full_name,
                "profession": PROFESSIONS[Profession(each.profession)],
            }
            for each in called
        ),
        **acts,
    )


def of_case_page(
    rows: Iterable[SpecialReferral],
    called: Mapping[UUID, list[Called]],
    pager: Pager,
    *,
    case_id: UUID,
    may_refer: bool,
    may_send: bool,
    coordinated: frozenset[UUID],
) -> OfCase:
    """Each with what the reader can do about it: the sender's side, or the team's."""
    found = []
    for row in rows:
        acts: dict[str, str] = {}
        if row.closed_at is None and may_send:
            acts["withdraw"] = reverse("special_team:withdraw", args=[row.id])
            if row.state == State.MORE_ASKED:
                acts["more"] = reverse("special_team:more", args=[row.id])
        if row.state == State.TAKEN and row.id in coordinated:
            acts["call"] = reverse("special_team:call", args=[row.id])
            acts["agree"] = reverse("special_team:agree", args=[row.id])
        found.append(line(row, called.get(row.id, []), **acts))
    return OfCase(
        lines=found,
        pager=pager,
        refer=reverse("special_team:refer", args=[case_id]) if may_refer else "",
        statements=reverse("statements:of_case", args=[case_id]),
    )


def queue_page(rows: Iterable[SpecialReferral], pager: Pager) -> QueuePage:
    """What waits for an answer leads to answering, what is taken to the case."""
    waits = {State.SENT, State.MORE_ASKED}
    return QueuePage(
        lines=[
            line(
                row,
                answer=reverse("special_team:answer", args=[row.id]) if row.state in waits else "",
            )
            for row in rows
        ],
        pager=pager,
    )


def language() -> str:
    """The language the reader has chosen."""
    return dates.known_language(get_language())


def _turn(row: SpecialReferral, state: State) -> str:
    # A case manager may have handed over since; the step went along.
    if state is State.MORE_ASKED:
        return row.case.case_manager.full_name
    return row.turn.full_name if row.turn else ""


def _agreed(row: SpecialReferral, state: State) -> str:
    if state is not State.AGREED or row.follows_up is None or row.follow_up_on is None:
        return ""
    day = dates.plain_date(row.follow_up_on, language())
    return _("%(who)s follows up on %(day)s.") % {"who": row.follows_up.full_name, "day": day}
