"""Looking for the person among those known, and what was answered."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.clients import selectors as clients
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.referral.domain.contacts import Earlier
from kaveri.steps.referral.domain.knowing import CheckBy, same_name
from kaveri.steps.referral.models import KnownCheck

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.clients.models import Client
    from kaveri.casebook.contacts.models import Contact


def people_like(contact: "Contact", *, by: CheckBy, code: str) -> "list[Client]":
    """People in the same controller's records who may be the one the contact is about."""
    if by is CheckBy.CODE:
        return list(clients.with_code(code).filter(controller_id=contact.controller_id))
    born = clients.clients().filter(controller_id=contact.controller_id, born_on=contact.born_on)
    return [each for each in born if same_name(contact.name, each.full_name)]


def whom_to_contact(client_ids: Iterable[UUID]) -> list[Account]:
    """The case manager of each, or the last one; who leads the unit when that worker has left."""
    rows = cases.cases().filter(client_id__in=list(client_ids)).order_by("-opened_at", "id")
    latest: dict[UUID, Case] = {}
    for case in sorted(rows, key=lambda row: row.state != CaseState.OPEN):
        latest.setdefault(case.client_id, case)
    found: list[Account] = []
    for case in latest.values():
        manager: Account | None = case.case_manager
        if not case.case_manager.is_active:
            manager = people.managers(case.unit_id).first()
        if manager is not None and manager not in found:
            found.append(manager)
    return found


def checks(contact_id: UUID) -> QuerySet[KnownCheck]:
    """What was asked about the contact, and the answers with the units of those to turn to."""
    return (
        KnownCheck.objects.filter(contact_id=contact_id)
        .select_related("client")
        .prefetch_related("whom_to_contact__assignments__unit")
        .order_by("at", "id")
    )


def asked_today(account_id: UUID | None) -> int:
    """How many times the worker has asked since midnight."""
    midnight = dt.datetime.combine(clock.today(), dt.time.min, tzinfo=clock.HELSINKI)
    return KnownCheck.objects.filter(by_id=account_id, at__gte=midnight).count()


def earlier_of(contact: "Contact", client: "Client | None") -> Earlier:
    """What stands in the worker's own register for the person the code named."""
    if client is None:
        return Earlier.NOTHING
    theirs = cases.cases().filter(
        client_id=client.id, controller_id=contact.controller_id, register=contact.register
    )
    if theirs.filter(state=CaseState.OPEN).exists():
        return Earlier.OPEN_CASE
    return Earlier.ENDED


def earlier_found(contact: "Contact") -> Earlier:
    """What the check by code, when one was made, found in the worker's own register."""
    check = checks(contact.id).filter(asked_by=CheckBy.CODE).first()
    return earlier_of(contact, check.client if check else None)


def was_checked(contact_id: UUID) -> bool:
    """Whether anybody has asked about this contact."""
    return KnownCheck.objects.filter(contact_id=contact_id).exists()
