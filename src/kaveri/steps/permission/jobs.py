"""Scheduled work about consents."""

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.context import as_job
from kaveri.steps.permission import selectors, services
from kaveri.steps.permission.actions import RENEWING, RUNNING_OUT


def ask_in_time() -> int:
    """Ask for every consent that runs out soon to be renewed; how many they were."""
    with as_job(RENEWING):
        found = [
            row
            for row in selectors.to_renew(clock.today())
            if selectors.open_case_of(row.client_id)
        ]
    for consent in found:
        services.ask_to_renew(actor=named_job(RENEWING), consent_id=consent.pk)
    return len(found)


def see_to_those_over() -> int:
    """See to what follows from every consent whose last day has passed; how many they were."""
    with as_job(RUNNING_OUT):
        found = list(selectors.run_out(clock.today()).values_list("pk", flat=True))
    for consent_id in found:
        services.see_to_run_out(actor=named_job(RUNNING_OUT), consent_id=consent_id)
    return len(found)
