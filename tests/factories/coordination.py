"""Handovers, waits and absences "in this state", made by the services themselves."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import PlanStanding
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.coordination.services import begin_wait, offer_handover, record_absence
from tests.factories import cast


def in_days(days: int) -> dt.date:
    """So many days from today."""
    return clock.today() + dt.timedelta(days=days)


def an_offer(case: Case, *, to: Account | None = None, **known: Any) -> Handover:
    """The case manager offers the case to Mikko."""
    answers = {
        "step": "ringer dig",
        "due_on": in_days(5),
        "supports_on": "Sara på hälsocentralen",
        "plan": PlanStanding.VALID,
        "agreed": "Vi fortsätter som förut.",
        **known,
    }
    return offer_handover(
        actor=cast.as_actor(case.case_manager),
        case_id=case.id,
        to_id=(to or cast.mikko()).id,
        **answers,
    )


def a_wait(case: Case, *, supporter: Account | None = None, **known: Any) -> Wait:
    """The client waits for an examination, with contact every second week."""
    details = {"what": "undersökning", "since_on": clock.today(), "every_days": 14, **known}
    return begin_wait(
        actor=cast.as_actor(case.case_manager),
        case_id=case.id,
        supporter_id=(supporter or case.case_manager).id,
        **details,
    )


def an_absence(
    account: Account,
    *,
    substitute: Account | None = None,
    from_on: dt.date | None = None,
    until_on: dt.date | None = None,
) -> Absence:
    """The worker is away from today, and Mikko stands in."""
    return record_absence(
        actor=cast.as_actor(account),
        account_id=account.id,
        substitute_id=(substitute or cast.mikko()).id,
        from_on=from_on or clock.today(),
        until_on=until_on,
    )
