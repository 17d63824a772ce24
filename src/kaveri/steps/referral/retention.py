"""Contacts that never became a case are kept for a short time from their closing, and no longer."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.records.domain import months_before
from kaveri.casebook.records.selectors import amount_kept
from kaveri.foundation.base import clock

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact

# The rule of `records/retention.toml`; what a case has grown out of is kept as long as the case.
RULE = "contact_only"


def due(day: dt.date) -> "QuerySet[Contact]":
    """What is to be erased by this day."""
    first_kept = months_before(day, amount_kept(RULE))
    return (
        contacts.contacts()
        .exclude(state__in=sorted(OPEN_STATES))
        .filter(case=None, closed_at__lt=clock.start_of(first_kept))
    )
