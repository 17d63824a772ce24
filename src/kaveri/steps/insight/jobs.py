"""Scheduled work about requests to the privacy officer."""

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.context import as_job
from kaveri.steps.insight import retention, services
from kaveri.steps.insight.actions import ERASING


def erase_due() -> int:
    """Erase every request whose time is out; how many they were."""
    with as_job(ERASING):
        due = retention.due(clock.today())
        found = list(due.order_by("answered_at").values_list("pk", flat=True))
    for request_id in found:
        services.erase_request(actor=named_job(ERASING), request_id=request_id)
    return len(found)
