"""A health check "in this state"."""

from typing import Any

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.health_checks.domain import Outcome
from kaveri.steps.health_checks.models import HealthCheck
from kaveri.steps.health_checks.services import book_check, note_check_done, offer_check
from tests.factories import cast


def a_check(case: Any, account: Account | None = None, **known: Any) -> HealthCheck:
    """Kerstin offers a check."""
    actor = cast.as_actor(account or cast.kerstin())
    return offer_check(actor=actor, case_id=case.id, **known)


def booked(row: HealthCheck, account: Account | None = None, **changed: Any) -> HealthCheck:
    """In a week, at the health centre."""
    known = {"on": in_working_days(5), "place": "Hälsocentralen", "version": row.version} | changed
    return book_check(actor=cast.as_actor(account or cast.kerstin()), check_id=row.id, **known)


def made(row: HealthCheck, account: Account | None = None, **changed: Any) -> HealthCheck:
    """Today; on to treatment."""
    known = {
        "on": clock.today(),
        "outcome": Outcome.TREATMENT,
        "words": "Remiss till fysioterapi.",
        "next_": NextThing(),
        "version": row.version,
    } | changed
    return note_check_done(actor=cast.as_actor(account or cast.kerstin()), check_id=row.id, **known)
