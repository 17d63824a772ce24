"""Finding people among the rows one may see: by name, reference, telephone or identity code."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, CharField, IntegerField, Q, Value, When
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.clients.domain import kind_of_code
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.tasks import selectors as tasks
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.selectors.case_list import lines_of, roles_in
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.names import folded
from kaveri.foundation.usecase.looking import looking

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case as CaseRow
    from kaveri.casebook.contacts.models import Contact

MOST = 25
# What is left of "zzzz" when doubled letters and sound-alikes are folded away stands in every other name.
LEAST_OF_A_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found among the permitted rows, and how much of it there is."""

    cases: "list[CaseRow]"
    contacts: "list[Contact]"
    cases_in_all: int
    contacts_in_all: int
    lines: dict[UUID, tasks.StepLine]
    roles: dict[UUID, list[str]]


def find(actor: Actor, written: str) -> Found:
    """People first, then references and contacts; nothing is told of rows one may not see."""
    by = _kind(written)
    with looking(WorkspaceAction.SEARCH, actor=actor, facts={"by": by}) as look:
        look.allow()
        of_cases, of_contacts = _conditions(by, written)
        # Nobody finds a case they do not stand near; said first, so that the names of few are read.
        near = cases.relations_of(actor.account_id).filter(case__isnull=False).values("case_id")
        rows_near = cases.cases().filter(id__in=near)
        found = look.listed(rows_near, WorkspaceAction.CASES).filter(of_cases)
        asked = look.rows(contacts.contacts(), WorkspaceAction.CONTACTS).filter(
            of_contacts, state__in=OPEN_STATES
        )
        nearest = found.order_by(
            _heard(by, written).desc(), "client__sort_name", "-opened_at", "id"
        )
        rows = list(nearest[: MOST + 1])
        arrived = list(asked.order_by("search_name", "id")[: MOST + 1])
        in_all = found.count() if len(rows) > MOST else len(rows)
        arrived_in_all = asked.count() if len(arrived) > MOST else len(arrived)
        rows, arrived = rows[:MOST], arrived[:MOST]
        look.shows(rows)
        return Found(
            cases=rows,
            contacts=arrived,
            cases_in_all=in_all,
            contacts_in_all=arrived_in_all,
            lines=lines_of(rows, actor),
            roles=roles_in(rows, actor),
        )


def _kind(written: str) -> str:
    text = written.strip()
    if kind_of_code(text):
        return "code"
    if re.fullmatch(r"[A-Za-z]-?\d{4}-?\d{1,6}", text):
        return "reference"
    return "phone" if re.fullmatch(r"[+()\d\s-]{5,}", text) else "name"


def _conditions(by: str, written: str) -> tuple[Q, Q]:
    text = written.strip()
    nothing = Q(pk__in=[])
    if by == "code":
        return Q(client_id__in=clients.with_code(text).values("id")), nothing
    if by == "reference":
        return Q(reference__iexact=text), Q(reference__iexact=text)
    if by == "phone":
        # The last digits are the same however the number is written.
        digits = re.sub(r"\D", "", text).lstrip("0")[-7:]
        return _ends(digits, "client__phone", protect=True), _ends(digits, "phone", protect=False)
    parts = folded(text).split()
    if not any(len(part) >= LEAST_OF_A_NAME for part in parts):
        return nothing, nothing
    of_cases, of_contacts = Q(), Q()
    for part in parts:
        of_cases &= Q(client__search_name__contains=part)
        of_contacts &= Q(search_name__contains=part)
    return of_cases, of_contacts


def _heard(by: str, written: str) -> Any:
    """How many of the words written are whole names, and then how many begin one: who is called that stands first."""
    if by != "name":
        return Value(0)
    name = Concat(Value(" "), "client__search_name", Value(" "), output_field=CharField())
    points: Any = Value(0, output_field=IntegerField())
    for part in folded(written).split():
        points += _points(name, f" {part} ", 2) + _points(name, f" {part}", 1)
    return points


def _points(name: Any, part: str, points: int) -> Any:
    stands = GreaterThan(StrIndex(name, Value(part)), 0)
    return Case(When(stands, then=Value(points)), default=Value(0), output_field=IntegerField())


def _ends(digits: str, column: str, *, protect: bool) -> Q:
    if len(digits) < 5:
        return Q(pk__in=[])
    pattern = r"\D*".join(digits) + r"\D*$"
    found = Q(**{f"{column}__regex": pattern})
    # Who is found by a hidden number would be told where it leads.
    return found & Q(client__non_disclosure=False) if protect else found
