"""Looks at contacts: the receipt, the inbox, one contact's page."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.tasks.selectors import StepLine, next_steps, step_lines
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.models import ContactOffer, KnownCheck
from kaveri.steps.referral.selectors.handling import offers, open_offers
from kaveri.steps.referral.selectors.knowing import checks
from kaveri.steps.referral.selectors.receipts import contacts_with_key, is_writers

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact, ContactAttempt

# How long a receipt still opens after the contact has been dealt with.
RECEIPT_DAYS = 90
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the receipt's key opens: the contact, who does what next, and whose receipt it is."""

    contact: "Contact"
    step: StepLine | None
    by_writer: bool


def open_receipt(*, actor: Actor, key: str) -> Receipt:
    """The contact whose receipt this key opens; a key that opens nothing looks like no page at all."""
    with looking(ContactAction.READ_RECEIPT, actor=actor) as look:
        rows = contacts_with_key(key).select_related("case__case_manager")
        contact = look.row(rows, rows.values_list("pk", flat=True).first() or _NOBODY)
        ended = contact.closed_at
        if ended is not None and clock.now() - ended > dt.timedelta(days=RECEIPT_DAYS):
            raise Denied(ContactAction.READ_RECEIPT)
        return Receipt(contact=contact, step=step_of(contact), by_writer=is_writers(contact, key))


def step_of(contact: "Contact") -> StepLine | None:
    """The one question for an open contact."""
    if contact.state not in OPEN_STATES:
        return None
    answer = next_steps({contact.id: contact.owner_id}, of="contact")
    return step_lines(answer, clients={contact.id: contact.name})[contact.id]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """One page of contacts, how many there are in all, and what waits for the worker's answer."""

    contacts: "list[Contact]"
    total: int
    offered: list[ContactOffer]
    passed_on: dict[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLook:
    """A contact as its page shows it: to its owner whole, to its sender their own message and its state."""

    contact: "Contact"
    is_owner: bool
    step: StepLine | None
    attempts: "list[ContactAttempt]"
    offers: list[ContactOffer]
    checks: list[KnownCheck]


def open_inbox(*, actor: Actor, found: "QuerySet[Contact]", part: slice) -> Inbox:
    """The permitted ones of the contacts asked for, and the offers to answer: one look."""
    with looking(ContactAction.INBOX, actor=actor) as look:
        permitted = look.rows(found)
        total = permitted.count()
        page = list(permitted[part])
        offered = list(
            look.rows(open_offers(), ContactAction.READ_OFFER).order_by("offered_at", "id")
        )
        waiting = open_offers().filter(contact_id__in=[row.id for row in page])
        return Inbox(
            contacts=page,
            total=total,
            offered=offered,
            passed_on={offer.contact_id: offer.to.full_name for offer in waiting},
        )


def open_contact(*, actor: Actor, contact_id: UUID) -> ContactLook:
    """The contact's page: what was asked, who sent it, what happens next, what has been tried."""
    with looking(ContactAction.READ, actor=actor) as look:
        contact = look.row(contacts.contacts().select_related("sender"), contact_id)
        own = look.rows(contacts.contacts().filter(pk=contact_id), ContactAction.ATTEMPT).exists()
        return ContactLook(
            contact=contact,
            is_owner=own,
            step=step_of(contact),
            attempts=list(contacts.attempts(contact_id)) if own else [],
            offers=list(offers(contact_id)) if own else [],
            checks=list(checks(contact_id)) if own else [],
        )


def open_to_handle(*, actor: Actor, contact_id: UUID, action: ContactAction) -> "Contact":
    """The contact, for a page on which its owner does something with it."""
    with looking(action, actor=actor) as look:
        return look.row(contacts.contacts(), contact_id)


def open_handled(*, actor: Actor, contact_id: UUID) -> "tuple[Contact, bool]":
    """A contact that is dealt with, for its last owner, and whether they stand near its case."""
    with looking(ContactAction.READ_HANDLED, actor=actor) as look:
        dealt_with = contacts.contacts().exclude(state__in=sorted(OPEN_STATES))
        contact = look.row(dealt_with, contact_id)
        near = cases.relations_of(actor.account_id)
        is_near = bool(contact.case_id) and near.filter(case=contact.case).exists()
        return contact, is_near


def open_offer(*, actor: Actor, offer_id: UUID) -> ContactOffer:
    """What was offered to the worker: why and from whom; who the person is, opens with a yes."""
    with looking(ContactAction.READ_OFFER, actor=actor) as look:
        return look.row(offers(), offer_id)
