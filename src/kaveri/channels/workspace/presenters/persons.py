"""The client's details, without what the one who looks may not know."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.clients.domain import Interpreter
from kaveri.casebook.clients.labels import (
    INTERPRETERS,
    REPRESENTATIVE_KINDS,
    language_name,
)
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.workspace.forms.persons import PersonForm
from kaveri.channels.workspace.presenters.words import address
from kaveri.channels.workspace.selectors.persons import PersonView
from kaveri.foundation.ui import dates, phones
from kaveri.foundation.ui.forms import KaveriForm

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client, Representative


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the details; `phone` when it is a number to call."""

    name: Any
    value: Any = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Representing:
    """Somebody who acts for the client."""

    name: str
    kind: Any
    phone: str
    scope: str
    until_on: Any
    is_over: bool
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """The page of details."""

    head: CaseHead
    facts: list[Fact]
    hidden: str
    code: str
    code_href: str
    change: str
    sign_in: str
    username: str
    representatives: list[Representing]


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail that two wrote differently."""

    name: Any
    saved: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """The form, and what somebody else saved meanwhile."""

    head: CaseHead
    form: PersonForm
    differences: list[Difference]
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage:
    """The form for a sign-in or a new first password; then what is handed over."""

    head: CaseHead
    form: KaveriForm
    username: str
    password: str
    had_one: bool
    where: str
    back: str


def sign_in_page(
    view: PersonView, form: KaveriForm, *, username: str, password: str, had_one: bool
) -> SignInPage:
    """What the client needs to come in, once; and where."""
    return SignInPage(
        head=view.head,
        form=form,
        username=username,
        password=password,
        had_one=had_one,
        where=f"{settings.PUBLIC_ADDRESS.rstrip('/')}{address('account_login')}",
        back=address("workspace:person", case_id=view.head.case_id),
    )


def person_page(view: PersonView, code: str = "") -> PersonPage:
    """Who the client is, and how to reach and meet them."""
    client = view.client
    return PersonPage(
        head=view.head,
        facts=_facts(client, place=view.may_know_place),
        hidden=""
        if view.may_know_place
        else _(
            "Non-disclosure is in force. Address, telephone and municipality are not shown to you."
        ),
        code=code,
        code_href=address("workspace:code_show", case_id=view.head.case_id)
        if view.may_change and (client.identity_code_index or client.temporary_code_index)
        else "",
        change=address("workspace:person_change", case_id=view.head.case_id)
        if view.may_change
        else "",
        sign_in=address("workspace:sign_in", case_id=view.head.case_id) if view.may_change else "",
        username=client.account.username if client.account else "",
        representatives=[_representing(row, view) for row in view.representatives],
    )


def _facts(client: "Client", *, place: bool) -> list[Fact]:
    unknown = _("not known")
    born = dates.plain_date(client.born_on, _language()) if client.born_on else unknown
    facts = [
        Fact(_("Name"), client.full_name),
        Fact(_("Born"), born),
        Fact(_("Language"), language_name(client.language)),
        Fact(_("Interpreter"), _interpreter(client)),
    ]
    if place:
        street = ", ".join(part for part in (client.street, client.postal_code) if part)
        town = (
            getattr(client.municipality, f"name_{_language()}") if client.municipality else unknown
        )
        facts += [
            Fact(_("Telephone"), "" if client.phone else unknown, phone=client.phone),
            Fact(_("E-mail"), "" if client.email else unknown, email=client.email),
            Fact(_("Address"), street or unknown),
            Fact(_("Municipality"), town),
        ]
    return facts


def _interpreter(client: "Client") -> str:
    word = str(INTERPRETERS[Interpreter(client.interpreter)])
    return f"{word}, {client.interpreter_language}" if client.interpreter_language else word


def _representing(row: "Representative", view: PersonView) -> Representing:
    scope = [CATEGORIES[Category(code)] for code in row.scope.split() if code in set(Category)]
    return Representing(
        name=row.name,
        kind=REPRESENTATIVE_KINDS.get(row.kind, row.kind),  # type: ignore[call-overload]
        phone=row.phone,
        scope=", ".join(str(word) for word in scope) or _("everything"),
        until_on=row.until_on,
        is_over=row.until_on is not None and row.until_on < view.today,
        document=row.document,
    )


def person_change(view: PersonView, form: PersonForm, *, conflict: bool) -> PersonChange:
    """The form; after a conflict, both texts side by side and nothing lost."""
    return PersonChange(
        head=view.head,
        form=form,
        differences=_differences(view.client, form) if conflict else [],
        back=address("workspace:person", case_id=view.head.case_id),
    )


def _differences(client: "Client", form: PersonForm) -> list[Difference]:
    saved = initial_of(client)
    return [
        Difference(
            field.label, _shown(field, saved[name]), _shown(field, form.cleaned_data.get(name))
        )
        for name, field in form.fields.items()
        if name in saved
        and name != "version"
        and str(saved[name] or "") != str(form.cleaned_data.get(name) or "")
    ]


def _shown(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices = dict(getattr(field, "choices", ()) or ())
    if value in choices:
        return str(choices[value])
    return (
        phones.shown_phone(value, _language())
        if str(value or "").startswith("+")
        else str(value or "–")
    )


def initial_of(client: "Client") -> dict[str, Any]:
    """The details as the form begins with them."""
    return {
        "first_name": client.first_name,
        "last_name": client.last_name,
        "phone": client.phone,
        "email": client.email,
        "street": client.street,
        "postal_code": client.postal_code,
        "municipality": str(client.municipality_id or ""),
        "language": client.language,
        "interpreter": client.interpreter,
        "interpreter_language": client.interpreter_language,
        "non_disclosure": client.non_disclosure,
        "version": client.version,
    }


def _language() -> str:
    return dates.known_language(get_language())
