"""The list of cases, what a search found, and what has risen."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.cases.domain import CaseState
from kaveri.channels.workspace.forms.lists import CasesFilter, SearchForm
from kaveri.channels.workspace.labels import RELATIONS
from kaveri.channels.workspace.presenters.words import about_person, address, day_in_list
from kaveri.channels.workspace.selectors.case_list import CaseRows
from kaveri.channels.workspace.selectors.search import Found
from kaveri.foundation.ui.paging import Pager

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.contacts.models import Contact
    from kaveri.casebook.tasks.selectors import StepLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list, with the one question."""

    name: str
    href: str
    about: str
    reference: str
    part: str
    who: str
    step: str
    words_language: str
    due_on: dt.date | None
    is_overdue: bool
    is_missing: bool
    knows: bool
    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The list of cases."""

    form: CasesFilter
    rows: list[CaseRow]
    count: str
    pager: Pager
    narrowed: bool
    search: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFound:
    """A contact a search found."""

    name: str
    href: str
    about: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The search page."""

    form: SearchForm
    asked: bool
    count: str
    cases: list[CaseRow]
    contacts: list[ContactFound]
    more: str
    new_contact: str


def cases_page(found: CaseRows, form: CasesFilter, pager: Pager, *, narrowed: bool) -> Cases:
    """One page of the list."""
    return Cases(
        form=form,
        rows=[
            _row(case, found.lines.get(case.id), found.roles.get(case.id, []))
            for case in found.rows
        ],
        count=ngettext("%(number)d case", "%(number)d cases", found.total)
        % {"number": found.total},
        pager=pager,
        narrowed=narrowed,
        search=address("workspace:search"),
    )


def search_page(form: SearchForm, found: Found | None) -> Search:
    """What was found, people first."""
    if found is None:
        return Search(
            form=form, asked=False, count="", cases=[], contacts=[], more="", new_contact=""
        )
    number = found.cases_in_all + found.contacts_in_all
    shown = len(found.cases) + len(found.contacts)
    return Search(
        form=form,
        asked=True,
        count=ngettext("%(number)d found", "%(number)d found", number) % {"number": number},
        cases=[
            _row(case, found.lines.get(case.id), found.roles.get(case.id, []))
            for case in found.cases
        ],
        contacts=[_contact(contact) for contact in found.contacts],
        more=_("The first ones are shown. Write more of the name to find the right person.")
        if number > shown
        else "",
        new_contact=address("referral:new"),
    )


def _row(case: "Case", line: "StepLine | None", kinds: list[str]) -> CaseRow:
    client = case.client
    step = ""
    if line and line.is_missing:
        step = _("Nobody has the next step.")
    elif line:
        step = line.what
    return CaseRow(
        name=client.full_name,
        href=address("workspace:case", case_id=case.id),
        about=about_person(client.born_on, client.language, client.interpreter),
        reference=case.reference,
        part=", ".join(str(RELATIONS[kind]) for kind in kinds),  # type: ignore[index]
        who=line.who if line and not line.is_missing else "",
        step=step,
        words_language=client.language if line and line.is_written else "",
        due_on=line.due_on if line and not line.is_missing else None,
        is_overdue=bool(line and line.is_overdue),
        is_missing=bool(line and line.is_missing),
        knows=bool(line and line.client_knows),
        ended=_("Ended %(day)s") % {"day": day_in_list(case.ended_at.date())}
        if case.state == CaseState.ENDED and case.ended_at
        else "",
    )


def _contact(contact: "Contact") -> ContactFound:
    return ContactFound(
        name=contact.name,
        href=address("referral:contact", contact_id=contact.id),
        about=_("Contact, answer by %(day)s") % {"day": day_in_list(contact.due_on)},
        reference=contact.reference,
    )
