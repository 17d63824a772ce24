"""Reading the log about one person; every caller passes through a look or an act of its own."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf, TruncHour

from kaveri.foundation.audit.models import Event, Subject

# Who, within which hour; Finland's hours begin when the world's do.
_WHO_AND_WHEN = ("hour", "account_id", "job", "organisation_id")


def about(
    client_id: UUID,
    *,
    since: dt.datetime,
    until: dt.datetime,
    but_not: Collection[UUID] = (),
    account_id: UUID | None = None,
    actions: Collection[str] | None = None,
) -> QuerySet[Event]:
    """What touched this person from one moment until another, without those who are left out."""
    touched = Subject.objects.filter(client_id=client_id, at__gte=since, at__lt=until)
    found = Event.objects.filter(
        id__in=touched.values("event_id"), at__gte=since, at__lt=until
    ).annotate(hour=TruncHour("at", tzinfo=dt.UTC), shown_on=_ground_for(client_id))
    if but_not:
        # Not `exclude`: that would also drop what nobody with an account did.
        found = found.exclude(account_id__isnull=False, account_id__in=list(but_not))
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if actions is not None:
        found = found.filter(action__in=list(actions))
    return found


def hours(events: QuerySet[Event]) -> Any:
    """Who was there in which hour, the newest first: what a page of the log counts and cuts."""
    return (
        events.order_by()
        .values(*_WHO_AND_WHEN)
        .distinct()
        .order_by("-hour", "account_id", "job", "organisation_id")
    )


def within(events: QuerySet[Event], wanted: Iterable[dt.datetime] | None = None) -> Any:
    """What each did in these hours, each thing once; in all hours when none are named."""
    if wanted is not None:
        moments = list(wanted)
        if not moments:
            return events.none().values(*_WHO_AND_WHEN)
        events = events.filter(at__gte=min(moments), at__lt=max(moments) + dt.timedelta(hours=1))
    return events.order_by().values(*_WHO_AND_WHEN, "action", "outcome", "shown_on").distinct()


def who(events: QuerySet[Event]) -> list[UUID]:
    """The accounts behind these events."""
    found = events.filter(account_id__isnull=False).order_by()
    ids = found.values_list("account_id", flat=True).distinct()
    return [account_id for account_id in ids if account_id]


def _ground_for(client_id: UUID) -> Any:
    """The ground on which this person's data was touched; else the event's."""
    own = Subject.objects.filter(event_id=OuterRef("id"), client_id=client_id)
    return Coalesce(NullIf(Subquery(own.values("ground")[:1]), Value("")), F("ground"))
