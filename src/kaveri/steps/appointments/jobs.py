"""Scheduled work about meetings."""

import datetime as dt

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.context import as_job
from kaveri.steps.appointments import selectors, services
from kaveri.steps.appointments.actions import REMINDING


def remind_of_tomorrow() -> int:
    """Remind those who wish and have a meeting tomorrow; how many they were."""
    tomorrow = clock.today() + dt.timedelta(days=1)
    with as_job(REMINDING):
        found = [row.pk for row in selectors.to_remind(tomorrow)]
    for calendar_id in found:
        services.remind(actor=named_job(REMINDING), calendar_id=calendar_id, day=tomorrow)
    return len(found)
