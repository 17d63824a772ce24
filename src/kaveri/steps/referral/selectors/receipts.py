"""The keys of receipts: made from the contact's id, kept only as fingerprints."""

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from kaveri.casebook.contacts import selectors as contacts
from kaveri.foundation.access.sealed import index_of

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact

# 160 bits: nobody guesses it, and it still fits a line of a mail.
_LENGTH = 40


def receipt_key(contact_id: UUID, *, of_writer: bool = False) -> str:
    """The key of a receipt, the same each time; without the county's key nobody can make it."""
    return index_of(f"receipt {'writer' if of_writer else 'person'} {contact_id}")[:_LENGTH]


def fingerprint(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def contacts_with_key(key: str) -> "QuerySet[Contact]":
    """The contact whose receipt this key opens, or none."""
    kept = fingerprint(key)
    return contacts.contacts().filter(Q(receipt_fingerprint=kept) | Q(sender_fingerprint=kept))


def is_writers(contact: "Contact", key: str) -> bool:
    """Whether the key is that of the one who wrote for somebody."""
    return bool(contact.sender_fingerprint) and contact.sender_fingerprint == fingerprint(key)
