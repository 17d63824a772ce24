"""What the rules need to know of a contact, and who may be chosen."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES, ContactState
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.names import folded
from kaveri.steps.referral.domain.contacts import Handled, OfferState
from kaveri.steps.referral.models import ContactOffer

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact


def handled(contact: "Contact") -> Handled:
    """The contact as the rules see it."""
    return Handled(
        state=ContactState(contact.state),
        has_open_offer=open_offers(contact.id).exists(),
        days_not_reached=contacts.days_not_reached(contact.id),
    )


def offers(contact_id: UUID | None = None) -> QuerySet[ContactOffer]:
    """Every offer, newest first; those of one contact when asked. Narrow by permission before use."""
    rows = ContactOffer.objects.select_related(
        "contact__municipality", "contact__unit", "by", "to"
    ).order_by("-offered_at", "id")
    return rows.filter(contact_id=contact_id) if contact_id else rows


def open_offers(contact_id: UUID | None = None) -> QuerySet[ContactOffer]:
    """Offers that wait for an answer."""
    return offers(contact_id).filter(state=OfferState.OPEN)


def colleagues(actor: Actor) -> QuerySet[Account]:
    """The worker and those who work in the same units and the same register, by name."""
    return (
        people.professionals()
        .filter(
            assignments__in=people.assignments_in(actor.unit_ids),
            organisation_id=actor.organisation_id,
            register=actor.register,
        )
        .distinct()
    )


def receivers(contact: "Contact", *, but: UUID | None) -> QuerySet[Account]:
    """Workers who write into the same record and can be asked to take the contact."""
    found = people.professionals().filter(
        organisation_id=contact.controller_id, register=contact.register
    )
    return found.exclude(pk=but) if but else found


def unit_of(actor: Actor, contact: "Contact") -> UUID:
    """Where the contact is counted when this worker owns it: where it is, else where they work."""
    if contact.unit_id in actor.unit_ids or not actor.unit_ids:
        return contact.unit_id
    return min(actor.unit_ids)


def inbox(
    *, state: str = "", channel: str = "", overdue: bool = False, name: str = ""
) -> "QuerySet[Contact]":
    """Contacts to answer, the most urgent first: by the day to answer, then by arrival."""
    found = contacts.contacts().filter(state__in=OPEN_STATES)
    if state:
        found = found.filter(state=state)
    return _narrowed(found, channel=channel, overdue=overdue, name=name).order_by(
        "due_on", "arrived_at", "id"
    )


def sent(*, state: str = "", channel: str = "", name: str = "") -> "QuerySet[Contact]":
    """Contacts as their senders list them: the newest first, whatever became of them."""
    found = contacts.contacts()
    if state:
        found = found.filter(state=state)
    return _narrowed(found, channel=channel, overdue=False, name=name).order_by("-arrived_at", "id")


def _narrowed(
    found: "QuerySet[Contact]", *, channel: str, overdue: bool, name: str
) -> "QuerySet[Contact]":
    if channel:
        found = found.filter(channel=channel)
    if overdue:
        found = found.filter(due_on__lt=clock.today())
    for part in folded(name).split():
        found = found.filter(search_name__contains=part)
    return found
