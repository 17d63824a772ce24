"""Reading contacts."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.contacts.models import Contact, ContactAttempt
from kaveri.foundation.base import clock


def contacts() -> QuerySet[Contact]:
    """Every contact; narrow by permission before use."""
    return Contact.objects.select_related("owner", "unit", "municipality")


def attempts(contact_id: UUID | None = None) -> QuerySet[ContactAttempt]:
    """Every try to reach somebody, newest first; those of one contact when asked."""
    rows = ContactAttempt.objects.select_related("by").order_by("-at", "id")
    return rows.filter(contact_id=contact_id) if contact_id else rows


def days_not_reached(contact_id: UUID) -> set[dt.date]:
    """The days on which somebody tried in vain."""
    moments = ContactAttempt.objects.filter(contact_id=contact_id, reached=False)
    return {at.astimezone(clock.HELSINKI).date() for at in moments.values_list("at", flat=True)}
