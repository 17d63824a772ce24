"""What the pages of the directory show."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.directory.domain import CardHeading
from kaveri.casebook.directory.forms import AccountForm, PeopleFilter, ServiceFilter
from kaveri.casebook.directory.labels import CARD_HEADINGS, ROLES
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base.actor import Role
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


def worker_row(account: Any) -> WorkerRow:
    """The name, and what the person does in which unit."""
    return WorkerRow(
        name=account.full_name,
        username=account.username,
        phone=account.phone,
        parts=[
            _("%(unit)s, %(role)s")
            % {"unit": in_language(each.unit, "name"), "role": ROLES.get(Role(each.role), "")}
            for each in account.held
        ],
    )
