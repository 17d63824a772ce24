"""Requests as the client and the privacy officer see them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.insight.domain.requests import ANSWER_WITHIN, RequestKind, RequestState
from kaveri.steps.insight.forms import AnswerForm, RequestsFilter
from kaveri.steps.insight.labels import REQUEST_KINDS, REQUEST_STATES

if TYPE_CHECKING:
    from kaveri.steps.insight.models import LogRequest

_TAGS = {
    RequestState.OPEN: ("info", "clock"),
    RequestState.ANSWERED: ("ok", "check"),
    RequestState.REFUSED: ("warning", "circle-x"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A heading and a text."""

    name: str
    text: str
    change: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """A request, with what was asked and what was answered."""

    href: str
    reference: str
    kind: Any
    person: str
    asked_on: dt.date
    due_on: dt.date
    tags: tuple[Tag, ...]
    facts: tuple[Fact, ...]
    answer: str
    answered: str
    is_open: bool
    is_overdue: bool
    # The field that orders the log of the days asked for; empty until the answer is yes.
    opens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """A form for the client, with how long an answer takes."""

    title: str
    lead: str
    form: KaveriForm
    days: int = ANSWER_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsPage:
    """The privacy officer's list, what is late first."""

    form: RequestsFilter
    rows: tuple[RequestLine, ...]
    count: str
    pager: Pager
    clear: str
    narrowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """One request and its answer."""

    row: RequestLine
    form: AnswerForm


def requests_page(
    form: RequestsFilter, rows: "Iterable[LogRequest]", pager: Pager, *, narrowed: bool
) -> RequestsPage:
    """The list."""
    return RequestsPage(
        form=form,
        rows=tuple(shown_request(row) for row in rows),
        count=ngettext("%(number)d request", "%(number)d requests", pager.total)
        % {"number": pager.total},
        pager=pager,
        clear=reverse("insight:requests") if narrowed else "",
        narrowed=narrowed,
    )


def request_page(row: "LogRequest", form: AnswerForm) -> RequestPage:
    """One request."""
    return RequestPage(row=shown_request(row), form=form)


def shown_request(row: "LogRequest") -> RequestLine:
    """A request in words."""
    state = RequestState(row.state)
    is_open = state is RequestState.OPEN
    is_overdue = is_open and row.due_on < clock.today()
    tags = [Tag(*_TAGS[state], str(REQUEST_STATES[state]))]
    if is_overdue:
        tags.insert(0, Tag("danger", "clock-alert", _("The day has passed")))
    code = dates.known_language(get_language())
    answered = ""
    if row.answered_at and row.answered_by:
        answered = _("%(name)s, %(day)s") % {
            "name": row.answered_by.full_name,
            "day": dates.plain_date(row.answered_at.astimezone(clock.HELSINKI).date(), code),
        }
    return RequestLine(
        href=reverse("insight:request", args=[row.id]),
        reference=row.reference,
        kind=REQUEST_KINDS[RequestKind(row.kind)],
        person=row.client.full_name,
        asked_on=row.asked_at.astimezone(clock.HELSINKI).date(),
        due_on=row.due_on,
        tags=tuple(tags),
        facts=tuple(_facts(row, code)),
        answer=row.answer,
        answered=answered,
        is_open=is_open,
        is_overdue=is_overdue,
        opens=(("request", str(row.id)),)
        if row.kind == RequestKind.OLDER and state is RequestState.ANSWERED
        else (),
    )


def _facts(row: "LogRequest", code: str) -> Iterable[Fact]:
    if row.first_on and row.last_on:
        period = {
            "first": dates.plain_date(row.first_on, code),
            "last": dates.plain_date(row.last_on, code),
        }
        yield Fact(_("Which days"), _("%(first)s–%(last)s") % period)
    if row.kind == RequestKind.INVESTIGATION:
        yield Fact(_("When it happened"), row.when)
        yield Fact(_("Who is suspected"), row.whom or _("Not known"))
        yield Fact(_("Which information"), row.what_data)
        yield Fact(_("How the suspicion arose"), row.reason)
    else:
        yield Fact(_("Why"), row.reason)
    if row.asked_by_id != row.client.account_id:
        yield Fact(_("Asked by"), row.asked_by.full_name)
