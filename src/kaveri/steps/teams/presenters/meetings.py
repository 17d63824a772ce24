"""What the pages of meetings show: each reader what their own ground lets them see."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from kaveri.casebook.consent.domain import codes_in
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.accounts.models import Unit
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.teams.domain import MeetingState, Missing
from kaveri.steps.teams.labels import ATTENDANCES, MEETING_STATES, missing_words
from kaveri.steps.teams.models import AgendaItem, Guest, Meeting

if TYPE_CHECKING:
    from kaveri.steps.teams.presenters.decisions import DecisionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting in a list."""

    href: str
    at: dt.datetime
    place: str
    state: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    """The meetings of a team."""

    name: str
    back: str
    rows: tuple[MeetingLine, ...]
    pager: Pager
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A case on the agenda; without a ground for all, or for the reader, only its number."""

    number: int
    name: str = ""
    href: str = ""
    client_words: str = ""
    question: str = ""
    presenter: str = ""
    attendance: Any = ""
    guests: str = ""
    touches: str = ""
    at: dt.datetime | None = None
    team: str = ""
    meeting: str = ""
    lost: tuple[str, ...] = ()
    has_lost: bool = False
    off: str = ""
    outcome: str = ""
    decisions: tuple["DecisionLine", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """The agenda, in its order."""

    name: str
    back: str
    at: dt.datetime
    place: str
    state: Any
    is_opened: bool
    is_called_off: bool
    rows: tuple[ItemLine, ...]
    open: str
    move: str
    call_off: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """What the team talks about in one case."""

    head: Any
    rows: tuple[ItemLine, ...]
    pager: Pager
    add: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFormPage:
    """Putting a case on an agenda; without a meeting to come there is no form."""

    head: Any
    form: KaveriForm
    back: str
    has_meetings: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPage:
    """Taking a case off the agenda."""

    row: ItemLine
    form: KaveriForm
    back: str


def meetings_page(
    unit: Unit, rows: Iterable[Meeting], pager: Pager, *, may_set: bool
) -> MeetingsPage:
    """The meetings of a team, those furthest ahead first."""
    return MeetingsPage(
        name=in_language(unit, "name"),
        back=reverse("teams:team", args=[unit.pk]),
        rows=tuple(
            MeetingLine(
                href=reverse("teams:meeting", args=[row.pk]),
                at=row.starts_at.astimezone(clock.HELSINKI),
                place=row.place,
                state=MEETING_STATES[row.state],
            )
            for row in rows
        ),
        pager=pager,
        new=reverse("teams:meeting_new", args=[unit.pk]) if may_set else "",
    )


def meeting_page(
    meeting: Meeting,
    rows: Iterable[AgendaItem],
    called: Iterable[Guest],
    *,
    may_open: bool,
    may_move: bool,
    sits: bool,
) -> MeetingPage:
    """The agenda as this reader may see it; who sits there sees that a number is taken."""
    guests = _guests(called)
    shown = {row.number: _line(row, guests) for row in rows}
    if sits and meeting.state != MeetingState.CALLED_OFF:
        for number in range(1, meeting.numbers + 1):
            shown.setdefault(number, ItemLine(number=number))
    planned = meeting.state == MeetingState.PLANNED
    return MeetingPage(
        name=in_language(meeting.unit, "name"),
        back=reverse("teams:meetings", args=[meeting.unit_id]),
        at=meeting.starts_at.astimezone(clock.HELSINKI),
        place=meeting.place,
        state=MEETING_STATES[meeting.state],
        is_opened=meeting.state == MeetingState.OPENED,
        is_called_off=meeting.state == MeetingState.CALLED_OFF,
        rows=tuple(shown[number] for number in sorted(shown)),
        open=reverse("teams:meeting_open", args=[meeting.pk]) if may_open and planned else "",
        move=reverse("teams:meeting_move", args=[meeting.pk]) if may_move and planned else "",
        call_off=reverse("teams:meeting_call_off", args=[meeting.pk])
        if may_move and planned
        else "",
    )


def case_page(
    head: Any,
    rows: Iterable[AgendaItem],
    called: Iterable[Guest],
    names: Mapping[UUID, Any],
    pager: Pager,
    *,
    decided: "Mapping[UUID, list[DecisionLine]]",
    may_add: bool,
) -> CasePage:
    """When the team talks about the case, with what was missing when it could not."""
    guests = _guests(called)
    return CasePage(
        head=head,
        rows=tuple(
            _of_case(row, guests, names, decided.get(row.pk, []), may_add=may_add) for row in rows
        ),
        pager=pager,
        add=reverse("teams:put_on", args=[head.case_id]) if may_add else "",
    )


def agenda_form_page(head: Any, form: KaveriForm, *, has_meetings: bool) -> AgendaFormPage:
    """The form and the way back."""
    back = reverse("teams:of_case", args=[head.case_id])
    return AgendaFormPage(head=head, form=form, back=back, has_meetings=has_meetings)


def off_page(row: AgendaItem, form: KaveriForm) -> OffPage:
    """The question whether."""
    back = reverse("teams:of_case", args=[row.case_id])
    return OffPage(row=whole(row, {}), form=form, back=back)


def _guests(called: Iterable[Guest]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = {}
    for guest in called:
        found.setdefault(guest.item_id, []).append(guest.account.full_name)
    return {item: ", ".join(names) for item, names in found.items()}


def _line(row: AgendaItem, guests: Mapping[UUID, str]) -> ItemLine:
    if row.ground_lost_at is not None:
        return ItemLine(number=row.number, has_lost=True)
    return whole(row, guests)


def _of_case(
    row: AgendaItem,
    guests: Mapping[UUID, str],
    names: Mapping[UUID, Any],
    decided: "list[DecisionLine]",
    *,
    may_add: bool,
) -> ItemLine:
    planned = row.meeting.state == MeetingState.PLANNED
    return whole(
        row,
        guests,
        outcome=row.outcome,
        decisions=tuple(decided),
        lost=tuple(missing_words([Missing.of(code) for code in row.lost], names)),
        off=reverse("teams:take_off", args=[row.pk]) if may_add and planned else "",
    )


def whole(row: AgendaItem, guests: Mapping[UUID, str], **more: Any) -> ItemLine:
    """Everything of a case on the agenda, for who may see it."""
    client = row.case.client
    return ItemLine(
        number=row.number,
        name=f"{client.first_name} {client.last_name}".strip(),
        href=reverse("teams:talk", args=[row.pk]),
        client_words=row.client_words,
        question=row.question,
        presenter=row.presenter.full_name,
        attendance=ATTENDANCES[row.attendance],
        guests=guests.get(row.pk, ""),
        touches=", ".join(str(CATEGORIES[Category(code)]) for code in codes_in(row.categories)),
        at=row.meeting.starts_at.astimezone(clock.HELSINKI),
        team=in_language(row.meeting.unit, "name"),
        meeting=reverse("teams:meeting", args=[row.meeting_id]),
        **more,
    )
