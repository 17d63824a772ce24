"""Identifiers: sortable by birth, telling nothing of a person."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: unique, and in the order things were made."""
    return uuid7()
