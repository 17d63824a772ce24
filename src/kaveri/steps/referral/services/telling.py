"""Telling those concerned that there is something to read; the mail itself says nothing of the service."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from kaveri.casebook.contacts.domain import ContactState, written_language
from kaveri.foundation.messaging import outbox
from kaveri.steps.referral.selectors.receipts import receipt_key

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact


def tell_of_arrival(contact: "Contact") -> None:
    """The receipt goes to whoever asked and gave an address."""
    _to_person(contact)
    _to_writer(contact)


def tell_of_change(contact: "Contact", *, person: bool = True) -> bool:
    """Sender and person are told that something has happened; whether the person was reached by mail."""
    _to_writer(contact)
    _to_sender(contact)
    return person and _to_person(contact)


def link(path: str) -> str:
    """The address of a page as it stands in a mail."""
    return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{path}"


def receipt_link(contact: "Contact", *, of_writer: bool = False) -> str:
    """The secret link to the receipt."""
    key = receipt_key(contact.id, of_writer=of_writer)
    return link(reverse("public:receipt", args=[key]))


def _to_person(contact: "Contact") -> bool:
    # Before the person has agreed, nothing is sent to them about what somebody else wrote.
    if not (contact.email and contact.receipt_fingerprint):
        return False
    if contact.state == ContactState.TO_BE_CONFIRMED:
        return False
    outbox.put(
        address=contact.email,
        language=written_language(contact.language),
        link=receipt_link(contact),
    )
    return True


def _to_writer(contact: "Contact") -> None:
    if contact.sender_email and contact.sender_fingerprint:
        outbox.put(
            address=contact.sender_email,
            language=written_language(contact.language),
            link=receipt_link(contact, of_writer=True),
        )


def _to_sender(contact: "Contact") -> None:
    sender = contact.sender
    if sender is not None and sender.is_active and sender.email:
        page = reverse("referral:contact", args=[contact.id])
        outbox.put(address=sender.email, language=sender.language, link=link(page))
