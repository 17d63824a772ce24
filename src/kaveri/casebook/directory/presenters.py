"""What the pages of the directory show."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.directory.domain import CardHeading
from kaveri.casebook.directory.forms import (
    AccountForm,
    DutyForm,
    PeopleFilter,
    RenewalForm,
    ServiceFilter,
)
from kaveri.casebook.directory.labels import CARD_HEADINGS, ROLES
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base.actor import Role
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.paging import Pager


@dataclass(frozen=True, slots=True)
class Row:
    """A service in the list."""

    href: str
    name: str
    organisation: str
    when: str
    wait: str


@dataclass(frozen=True, slots=True)
class ServicesPage:
    """The list of services."""

    form: ServiceFilter
    rows: list[Row]
    pager: Pager
    count: str
    clear: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the definition card and what stands under it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ServicePage:
    """A service by its definition card."""

    name: str
    organisation: str
    unit: str
    phone: str
    discloses: str
    referrals: str
    places: str
    parts: list[Part]
    breadcrumb: list[dict[str, str]]


def services_page(rows: list[Any], form: ServiceFilter, pager: Pager, total: int) -> ServicesPage:
    """The list, narrowed."""
    return ServicesPage(
        form=form,
        rows=[_row(service) for service in rows],
        pager=pager,
        count=ngettext("%(number)d service", "%(number)d services", total) % {"number": total},
        clear=reverse("directory:services") if form.data else "",
    )


def service_page(service: Any, places: list[Any], *, everywhere: bool) -> ServicePage:
    """The card, each heading that has something under it."""
    language = get_language()
    card = service.card
    texts = [(heading, card.get(heading, {}).get(language, "")) for heading in CardHeading]
    return ServicePage(
        name=in_language(service, "name"),
        organisation=in_language(service.organisation, "name"),
        unit=in_language(service.unit, "name") if service.unit else "",
        phone=service.phone,
        discloses=str(CATEGORIES[service.discloses]),
        referrals=_("Yes, from Kaveri") if service.receives_referrals else _("No"),
        places=_("The whole county")
        if everywhere
        else ", ".join(in_language(place, "name") for place in places),
        parts=[Part(str(CARD_HEADINGS[heading]), text) for heading, text in texts if text],
        breadcrumb=[{"href": reverse("directory:services"), "name": _("Services")}],
    )


def _row(service: Any) -> Row:
    language = get_language()
    return Row(
        href=reverse("directory:service", args=[service.id]),
        name=in_language(service, "name"),
        organisation=in_language(service.organisation, "name"),
        when=service.card.get(CardHeading.CHOOSE_WHEN, {}).get(language, ""),
        wait=service.card.get(CardHeading.USUAL_WAIT, {}).get(language, ""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """Somebody who works here."""

    name: str
    username: str
    phone: str
    parts: list[str]
    renew: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The people of the units, and whether the reader makes accounts."""

    form: PeopleFilter
    rows: list[WorkerRow]
    pager: Pager
    may_make: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """Making an account; once it is made, what is handed over."""

    form: AccountForm
    made: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalPage:
    """A new first password for somebody; once it is made, what is handed over."""

    form: RenewalForm
    name: str
    username: str
    password: str = ""


def worker_row(account: Any, *, may_renew: bool) -> WorkerRow:
    """The name, and what the person does in which unit."""
    return WorkerRow(
        name=account.full_name,
        username=account.username,
        phone=account.phone,
        renew=reverse("directory:password_renew", args=[account.pk]) if may_renew else "",
        parts=[
            _("%(unit)s, %(role)s")
            % {"unit": in_language(each.unit, "name"), "role": ROLES.get(Role(each.role), "")}
            for each in account.held
        ],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyUnit:
    """A unit and who receives there today."""

    href: str
    name: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyUnits:
    """The units whose lists one may see."""

    rows: list[DutyUnit]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """Somebody on the list, with the days, and what is known of being away."""

    name: str
    place: int
    from_on: dt.date
    until_on: dt.date | None
    away: list[str]
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDays:
    """Days on end on which the same person receives."""

    who: str
    from_on: dt.date
    until_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPage:
    """A unit's duty list: who is on it, and who receives in the days to come."""

    unit: str
    today: str
    lines: list[DutyLine]
    days: list[DutyDays]
    put: str
    breadcrumb: list[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChange:
    """The form for a line of the list."""

    unit: str
    who: str
    form: DutyForm
    back: str
    breadcrumb: list[dict[str, str]]


def duty_units(units: list[Any], answering: dict[Any, Any], pager: Pager) -> DutyUnits:
    """Each unit with who receives there today."""
    return DutyUnits(
        rows=[
            DutyUnit(
                href=reverse("directory:duty_list", args=[unit.pk]),
                name=in_language(unit, "name"),
                who=answering[unit.pk].full_name if unit.pk in answering else "",
            )
            for unit in units
        ],
        pager=pager,
    )


def duty_page(
    unit: Any,
    lines: list[Any],
    absences: list[Any],
    answering: dict[dt.date, Any],
    *,
    may_change: bool,
) -> DutyPage:
    """The list, and the days to come with those on end put together."""
    language = dates.known_language(get_language())

    def away(row: Any) -> str:
        words = {
            "first": dates.plain_date(row.from_on, language),
            "name": row.substitute.full_name,
        }
        if row.until_on is None:
            return _("from %(first)s until further notice, %(name)s stands in") % words
        words["last"] = dates.plain_date(row.until_on, language)
        return _("%(first)s–%(last)s, %(name)s stands in") % words

    days: list[DutyDays] = []
    for day, account in sorted(answering.items()):
        who = account.full_name if account else ""
        if days and days[-1].who == who:
            days[-1] = replace(days[-1], until_on=day)
        else:
            days.append(DutyDays(who=who, from_on=day, until_on=day))
    return DutyPage(
        unit=in_language(unit, "name"),
        today=days[0].who if days else "",
        lines=[
            DutyLine(
                name=line.account.full_name,
                place=line.place,
                from_on=line.from_on,
                until_on=line.until_on,
                away=[away(row) for row in absences if row.account_id == line.account_id],
                change=reverse("directory:duty_change", args=[unit.pk, line.pk])
                if may_change
                else "",
            )
            for line in lines
        ],
        days=days,
        put=reverse("directory:duty_put", args=[unit.pk]) if may_change else "",
        breadcrumb=_to_duty(),
    )


def duty_change(unit: Any, form: DutyForm, who: str = "") -> DutyChange:
    """The form, and the way back to the list."""
    name = in_language(unit, "name")
    back = reverse("directory:duty_list", args=[unit.pk])
    return DutyChange(
        unit=name,
        who=who,
        form=form,
        back=back,
        breadcrumb=[*_to_duty(), {"href": back, "name": name}],
    )


def _to_duty() -> list[dict[str, str]]:
    return [{"href": reverse("directory:duty_lists"), "name": _("Duty lists")}]
