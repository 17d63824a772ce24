"""Meetings as a worker and as the client reads them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import icalendar
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.appointments.domain import PREPARED, State, Visit, Way
from kaveri.steps.appointments.forms import AddressForm, MeetingsFilter, RemindersForm
from kaveri.steps.appointments.labels import STATES, VISITS, WAYS
from kaveri.steps.appointments.models import Appointment, Calendar
from kaveri.steps.appointments.selectors import Seen

_TAGS = {
    State.AGREED: ("neutral", "calendar"),
    State.HELD: ("ok", "check"),
    State.MISSED: ("neutral", "circle-dot"),
    State.CANCELLED: ("neutral", "archive"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One meeting."""

    about: str
    day: dt.date
    time: str
    way: Any
    place: str
    place_hidden: bool
    getting_there: str
    people: str
    moved_from: str
    cannot_come: bool
    tags: tuple[Tag, ...]
    move: str = ""
    note: str = ""
    verb: Any = ""
    say_no: str = ""
    # What a doctor gets to know before the visit.
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The meetings of a case, for workers."""

    filter: MeetingsFilter
    lines: list[Line]
    pager: Pager
    narrowed: bool
    book: str
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """The client's own meetings."""

    acting_for: str
    lines: list[Line]
    earlier: list[Line]
    pager: Pager
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """One's own calendar: the address, and reminders."""

    frame: str
    # The client's way back; workers have their places above.
    back: str
    # Shown once, when it has been made.
    address: str
    made_on: dt.date | None
    fetched_on: dt.date | None
    with_place: bool
    address_form: AddressForm | None
    has_address: bool
    reminders_form: RemindersForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    more: str
    send: str
    back: str
    form: KaveriForm


def language() -> str:
    """The language the reader has chosen."""
    return dates.known_language(get_language())


def meetings_page(
    form: MeetingsFilter, found: Iterable[Seen], pager: Pager, head: CaseHead, *, may_book: bool
) -> Meetings:
    """Those that stand or those that were."""
    return Meetings(
        filter=form,
        lines=[_staff_line(each, head, acts=may_book) for each in found],
        pager=pager,
        narrowed=bool(form.is_valid() and any(form.cleaned_data.values())),
        book=reverse("appointments:book", args=[head.case_id]) if may_book and head.is_open else "",
        calendar=reverse("appointments:calendar"),
    )


def mine_page(ahead: Iterable[Seen], earlier: Iterable[Seen], pager: Pager, head: CaseHead) -> Mine:
    """What lies ahead first."""
    own = RelationKind.SELF in head.relations
    return Mine(
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        lines=[_own_line(each, head) for each in ahead],
        earlier=[_own_line(each, head) for each in earlier],
        pager=pager,
        calendar=reverse("appointments:calendar"),
    )


def time_words(starts_at: dt.datetime, minutes: int) -> str:
    """From and to by the clock on the wall: 10.00–10.45."""
    first = starts_at.astimezone(clock.HELSINKI)
    last = first + dt.timedelta(minutes=minutes)
    code = language()
    return f"{dates.list_time(first, code)}–{dates.list_time(last, code)}"


def _staff_line(each: Seen, head: CaseHead, *, acts: bool) -> Line:
    row = each.row
    stands = row.state == State.AGREED
    begun = row.starts_at <= clock.now()
    return _line(
        each,
        head,
        move=reverse("appointments:move", args=[row.id])
        if acts and stands and head.is_open
        else "",
        note=reverse("appointments:note", args=[row.id]) if acts and stands else "",
        verb=_("Note what came of it") if begun else _("Call off"),
        before=reverse("pre_visit:background", args=[row.id]) if row.visit in PREPARED else "",
    )


def _own_line(each: Seen, head: CaseHead) -> Line:
    row = each.row
    ahead = row.state == State.AGREED and row.starts_at > clock.now()
    return _line(
        each,
        head,
        say_no=reverse("appointments:cannot_come", args=[head.case_id, row.id])
        if ahead and head.is_open and not row.cannot_come_at
        else "",
        before=reverse("pre_visit:own", args=[head.case_id, row.id])
        if row.visit in PREPARED
        else "",
    )


def _line(each: Seen, head: CaseHead, **acts: Any) -> Line:
    row = each.row
    state = State(row.state)
    tags = [Tag(*_TAGS[state], str(STATES[state]))]
    if row.visit in PREPARED:
        tags.insert(0, Tag("outline", "clipboard-list", str(VISITS[Visit(row.visit)])))
    if state is State.AGREED and row.starts_at <= clock.now():
        tags.append(Tag("warning", "hourglass", _("not noted yet")))
    if row.cannot_come_at and state is State.AGREED:
        tags.append(
            Tag("warning", "message-circle", _("%(name)s cannot come") % {"name": head.first_name})
        )
    moved = row.moved_from
    return Line(
        about=row.about,
        day=row.starts_at.astimezone(clock.HELSINKI).date(),
        time=time_words(row.starts_at, row.minutes),
        way=WAYS[Way(row.way)],
        place=row.place if each.shows_place else "",
        place_hidden=bool(row.place) and not each.shows_place,
        getting_there=row.getting_there if each.shows_place else "",
        people=_people(each),
        moved_from=dates.date_and_time(moved.astimezone(clock.HELSINKI), language())
        if moved
        else "",
        cannot_come=bool(row.cannot_come_at),
        tags=tuple(tags),
        **acts,
    )


def _people(each: Seen) -> str:
    named = [*each.names, *([each.row.others] if each.row.others else [])]
    if each.hidden:
        named.append(_("somebody who is not shown to you"))
    return ", ".join(named)


# What a calendar program calls the maker of the file; it tells nothing of the service.
_MAKER = "-//Kaveri//calendar//"


def calendar_file(calendar: Calendar, rows: Iterable[Appointment]) -> bytes:
    """Times only, in the reader's language: no name, no reason, no service; a place only for who asked for it."""
    with translation.override(calendar.account.language):
        title = pgettext("in a calendar", "Appointment")
    found = icalendar.Calendar()
    found.add("prodid", _MAKER)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", title)
    found.add("x-wr-timezone", str(clock.HELSINKI))
    for row in rows:
        found.add_component(_event(row, title, with_place=calendar.with_place))
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _event(row: Appointment, title: str, *, with_place: bool) -> icalendar.Event:
    starts_at = row.starts_at.astimezone(clock.HELSINKI)
    event = icalendar.Event()
    event.add("uid", str(row.id))
    # Each change of the meeting is a higher number, so that a program takes the newest.
    event.add("sequence", row.version - 1)
    event.add("dtstamp", (row.noted_at or row.made_at).astimezone(dt.UTC))
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + dt.timedelta(minutes=row.minutes))
    event.add("summary", title)
    event.add("status", "CANCELLED" if row.state == State.CANCELLED else "CONFIRMED")
    event.add("class", "PRIVATE")
    if with_place and row.place and not row.case.client.non_disclosure:
        event.add("location", row.place)
    return event
