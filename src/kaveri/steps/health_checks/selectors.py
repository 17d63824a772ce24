"""Reading health checks, and counting them by municipality."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from kaveri.foundation.base import clock
from kaveri.steps.health_checks.domain import OPEN_STATES
from kaveri.steps.health_checks.models import HealthCheck

Counts = Mapping[str, Mapping[UUID | None, int]]


def checks() -> QuerySet[HealthCheck]:
    """Every check, the newest first; narrow by permission before use."""
    return HealthCheck.objects.select_related("case__client", "offered_by").order_by(
        "-offered_at", "-id"
    )


def under_way(case_id: UUID) -> bool:
    """Whether a check of this client is offered or booked."""
    return HealthCheck.objects.filter(case_id=case_id, state__in=sorted(OPEN_STATES)).exists()


def counted(first_on: dt.date, last_on: dt.date) -> Counts:
    """By where it stands and by municipality, the checks offered on these days, both included."""
    start = dt.datetime.combine(first_on, dt.time.min, clock.HELSINKI)
    end = dt.datetime.combine(last_on + dt.timedelta(days=1), dt.time.min, clock.HELSINKI)
    rows = HealthCheck.objects.filter(offered_at__gte=start, offered_at__lt=end)
    found: dict[str, dict[UUID | None, int]] = {}
    grouped: Any = rows.order_by().values_list("state", "municipality_id")
    for state, municipality_id, number in grouped.annotate(number=Count("id")):
        found.setdefault(state, {})[municipality_id] = number
    return found


def outcomes(first_on: dt.date, last_on: dt.date) -> Mapping[str, int]:
    """What came of the checks done on these days."""
    rows = HealthCheck.objects.filter(done_on__gte=first_on, done_on__lte=last_on)
    return dict(
        rows.order_by()
        .values_list("outcome")
        .annotate(number=Count("id"))
        .values_list("outcome", "number")
    )
