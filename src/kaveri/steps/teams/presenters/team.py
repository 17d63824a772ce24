"""What the pages of the teams show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.directory.selectors import in_language
from kaveri.foundation.accounts.models import Unit
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.teams.labels import PROFESSIONS, RHYTHMS, WEEKDAYS
from kaveri.steps.teams.models import Seat, Ways


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """A team in the list."""

    href: str
    name: str
    meets: str
    members: str


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """All the teams."""

    rows: tuple[TeamLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """Somebody who sits in the team."""

    profession: Any
    name: str
    organisation: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the page."""

    number: int
    meets: str
    place: str
    text: str
    by: str
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """A team; the addresses are empty for who may only read."""

    name: str
    phone: str
    members: tuple[MemberLine, ...]
    now: Version | None
    earlier: str
    change: str
    add: str
    meetings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """What stood before."""

    name: str
    back: str
    rows: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFormPage:
    """A form of a team."""

    name: str
    back: str
    form: KaveriForm
    who: str = ""


def teams_page(
    units: Iterable[Unit], pages: dict[UUID, Ways], numbers: dict[UUID, int]
) -> TeamsPage:
    """The teams by name."""
    rows = [
        TeamLine(
            href=reverse("teams:team", args=[unit.pk]),
            name=in_language(unit, "name"),
            meets=_meets(pages.get(unit.pk)),
            members=_members(numbers.get(unit.pk, 0)),
        )
        for unit in units
    ]
    return TeamsPage(tuple(sorted(rows, key=lambda row: row.name)))


def team_page(unit: Unit, seats: Iterable[Seat], now: Ways | None, *, may_change: bool) -> TeamPage:
    """One team."""
    at = [unit.pk]
    lines = [
        MemberLine(
            profession=PROFESSIONS[row.profession],
            name=row.account.full_name,
            organisation=in_language(row.account.organisation, "name")
            if row.account.organisation
            else "",
            end=reverse("teams:seat_end", args=[unit.pk, row.pk]) if may_change else "",
        )
        for row in seats
    ]
    return TeamPage(
        name=in_language(unit, "name"),
        phone=unit.phone,
        members=tuple(sorted(lines, key=lambda line: str(line.profession))),
        now=_version(now) if now else None,
        earlier=reverse("teams:versions", args=at) if now and now.number > 1 else "",
        change=reverse("teams:describe", args=at) if may_change else "",
        add=reverse("teams:seat_new", args=at) if may_change else "",
        meetings=reverse("teams:meetings", args=at),
    )


def versions_page(unit: Unit, rows: Iterable[Ways]) -> VersionsPage:
    """Every version but the newest."""
    return VersionsPage(
        name=in_language(unit, "name"),
        back=reverse("teams:team", args=[unit.pk]),
        rows=tuple(_version(row) for row in rows),
    )


def form_page(unit: Unit, form: KaveriForm, who: str = "") -> TeamFormPage:
    """A form and the way back to the team."""
    return TeamFormPage(
        name=in_language(unit, "name"),
        back=reverse("teams:team", args=[unit.pk]),
        form=form,
        who=who,
    )


def _members(number: int) -> str:
    return ngettext("%(number)d member", "%(number)d members", number) % {"number": number}


def _meets(row: Ways | None) -> str:
    if row is None:
        return ""
    words = {"rhythm": RHYTHMS[row.rhythm], "weekday": WEEKDAYS.get(row.weekday, "")}
    if row.weekday:
        return _("Meets %(rhythm)s, %(weekday)s") % words
    return _("Meets %(rhythm)s") % words


def _version(row: Ways) -> Version:
    return Version(
        number=row.number,
        meets=_meets(row),
        place=row.place,
        text=row.text,
        by=row.written_by.full_name,
        on=row.written_at.astimezone(clock.HELSINKI).date(),
    )
