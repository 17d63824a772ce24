"""Requests to the privacy officer, and looks that stand in the log."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.steps.insight.domain.requests import RequestKind
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.services import ask_officer
from kaveri.steps.insight.services.requests import Asked
from tests.factories import cast

WHY = "Min granne visste något som jag bara har berättat här."


def dag() -> Account:
    """The privacy officer."""
    return cast.worker("dag", "Sandberg", cast.unit(), role=Role.PRIVACY_OFFICER)


def a_request(case: Case, *, by: Account | None = None, **asked: Any) -> LogRequest:
    """Aino asks for an investigation."""
    told = {"reason": WHY, "when": "I oktober", "what_data": "Anteckningarna", **asked}
    return ask_officer(
        actor=cast.as_actor(by or cast.aino_account()),
        case_id=case.id,
        kind=RequestKind.INVESTIGATION,
        asked=Asked(**told),
    )


def a_look(
    case: Case,
    by: Account | None,
    *,
    at: dt.datetime,
    action: str = "timeline.entry.read",
    outcome: Outcome = Outcome.SEEN,
    ground: str = "",
    job: str = "",
) -> None:
    """Somebody has looked at the client's information."""
    actor = cast.as_actor(by) if by else cast.Actor(job=job)
    with clock.standing_at(at):
        log.write(actor, action, outcome, subjects=[case.client_id], ground=ground)
