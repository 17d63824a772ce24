"""A request about the log is kept for a time from its answer, and no longer; one that waits is kept."""

import datetime as dt

from django.db.models import QuerySet

from kaveri.casebook.records.domain import months_before
from kaveri.casebook.records.selectors import amount_kept
from kaveri.foundation.base import clock
from kaveri.steps.insight.domain.requests import RequestState
from kaveri.steps.insight.models import LogRequest

# The rule of `records/retention.toml`, in years.
RULE = "log_request"


def due(day: dt.date) -> QuerySet[LogRequest]:
    """What is to be erased by this day."""
    first_kept = months_before(day, 12 * amount_kept(RULE))
    answered = LogRequest.objects.exclude(state=RequestState.OPEN)
    return answered.filter(answered_at__lt=clock.start_of(first_kept))
