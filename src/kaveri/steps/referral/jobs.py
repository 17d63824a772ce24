"""Scheduled work about contacts."""

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.context import as_job
from kaveri.steps.referral import retention, services
from kaveri.steps.referral.actions import ERASING


def erase_due() -> int:
    """Erase every contact whose time is out; how many they were."""
    with as_job(ERASING):
        due = retention.due(clock.today())
        found = list(due.order_by("closed_at").values_list("pk", flat=True))
    for contact_id in found:
        services.erase_contact(actor=named_job(ERASING), contact_id=contact_id)
    return len(found)
