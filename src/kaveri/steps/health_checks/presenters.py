"""Health checks as workers, the client and the figures show them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.base.small_groups import LEAST, shown, shown_total
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.health_checks.domain import OPEN_STATES, CheckState, Outcome
from kaveri.steps.health_checks.forms import QuarterForm
from kaveri.steps.health_checks.labels import OUTCOMES, STATES
from kaveri.steps.health_checks.models import HealthCheck
from kaveri.steps.health_checks.selectors import Counts

_TAGS = {
    CheckState.OFFERED: ("info", "hourglass"),
    CheckState.BOOKED: ("info", "calendar"),
    CheckState.DONE: ("ok", "check"),
    CheckState.DECLINED: ("neutral", "x"),
    CheckState.FELL: ("neutral", "archive"),
}
# What the figures show of each municipality.
_COUNTED = (CheckState.OFFERED, CheckState.BOOKED, CheckState.DONE, CheckState.DECLINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One check."""

    href: str
    offered_on: dt.date
    offered_by: str
    booked_for: dt.date | None
    place: str
    done_on: dt.date | None
    outcome: Any
    words: str
    in_own_words: bool
    is_offered: bool
    is_booked: bool
    tags: list[Tag]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The checks of a case."""

    lines: list[Line]
    pager: Pager
    offer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """One check and what may be done about it."""

    line: Line
    back: str
    book: str
    done: str
    decline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """The client's own checks."""

    acting_for: str
    lines: list[Line]
    pager: Pager
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    more: str
    send: str
    back: str
    form: KaveriForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Numbers by municipality; a hidden one is empty."""

    form: QuarterForm
    first_on: dt.date
    last_on: dt.date
    least: int
    states: list[Any]
    rows: list[tuple[str, list[str]]]
    totals: list[str]
    outcomes: list[tuple[Any, str]]


def line(row: HealthCheck, *, href: str = "") -> Line:
    """A check as it is read."""
    state = CheckState(row.state)
    return Line(
        href=href,
        offered_on=row.offered_at.astimezone(clock.HELSINKI).date(),
        offered_by=row.offered_by.full_name,
        booked_for=row.booked_for,
        place=row.place,
        done_on=row.done_on,
        outcome=OUTCOMES[row.outcome] if row.outcome else "",
        words=row.words,
        in_own_words=state is CheckState.DECLINED,
        is_offered=state is CheckState.OFFERED,
        is_booked=state is CheckState.BOOKED,
        tags=[Tag(*_TAGS[state], str(STATES[state]))],
    )


def of_case(rows: Iterable[HealthCheck], pager: Pager, case_id: UUID, *, may_offer: bool) -> OfCase:
    """The newest first."""
    return OfCase(
        lines=[line(row, href=reverse("health_checks:check", args=[row.pk])) for row in rows],
        pager=pager,
        offer=reverse("health_checks:offer", args=[case_id]) if may_offer else "",
    )


def one_page(row: HealthCheck, *, may: Mapping[str, bool]) -> OnePage:
    """The check, and what may be done about it while it is open."""
    open_ = row.state in OPEN_STATES
    links = {
        name: reverse(f"health_checks:{name}", args=[row.pk]) if open_ and may[name] else ""
        for name in ("book", "done", "decline")
    }
    return OnePage(
        line=line(row), back=reverse("health_checks:of_case", args=[row.case_id]), **links
    )


def own_page(rows: Iterable[HealthCheck], pager: Pager, head: CaseHead) -> OwnPage:
    """What the client reads."""
    own = RelationKind.SELF in head.relations
    return OwnPage(
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        lines=[line(row) for row in rows],
        pager=pager,
        manager=head.manager,
    )


def figures(
    form: QuarterForm,
    counts: Counts,
    outcomes: Mapping[str, int],
    municipalities: Iterable[Any],
) -> Figures:
    """By municipality and where it stands; each column is hidden by itself, and so are its rests."""
    names = {row.pk: in_language(row, "name") for row in municipalities}
    used = {place for column in counts.values() for place in column}
    places = sorted(used, key=lambda place: names.get(place, "~") if place else "~~")
    columns = {
        state: {place: counts.get(state, {}).get(place, 0) for place in places}
        for state in _COUNTED
    }
    cells = {state: shown(column) for state, column in columns.items()}
    first_on, last_on = form.period()
    return Figures(
        form=form,
        first_on=first_on,
        last_on=last_on,
        least=LEAST,
        states=[STATES[state] for state in _COUNTED],
        rows=[
            (
                names.get(place, "") if place else pgettext("municipality", "Not told"),
                [_number(cells[state][place]) for state in _COUNTED],
            )
            for place in places
        ],
        totals=[_number(shown_total(columns[state])) for state in _COUNTED],
        outcomes=[
            (OUTCOMES[code], _number(number))
            for code, number in shown({each: outcomes.get(each, 0) for each in Outcome}).items()
        ],
    )


def _number(number: int | None) -> str:
    return pgettext("number that is not shown", "hidden") if number is None else str(number)
