"""Permits and prohibitions: taken down by staff, and taken back."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.domain import Given
from kaveri.casebook.consent.selectors import permits, prohibitions
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import obstacles_to_paper, obstacles_to_withdrawing
from kaveri.steps.permission.services import writing

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.consent.models import Permit, Prohibition


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How and when the client said it, and from when until when it holds."""

    given: Given
    given_on: dt.date
    from_on: dt.date
    until_on: dt.date | None = None
    stored_where: str = ""
    language: str = "sv"


def record_permit(
    *, actor: Actor, case_id: UUID, sector: str, said: Said, sending: UUID | None = None
) -> "Permit":
    """Inside one sector, other controllers may see what is recorded about the client."""
    with acting(PermissionAction.RECORD_PERMIT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(_obstacles(case, said))
        permit = allowed.add_permit(act, sector=sector, **_known(case, said))
        writing.note(act, case, "permission.permit_given", permit)
        act.record(permit, facts={"sector": sector})
    return permit


def record_prohibition(
    *,
    actor: Actor,
    case_id: UUID,
    said: Said,
    controller_id: UUID | None = None,
    register: str = "",
    service_task: str = "",
    sending: UUID | None = None,
) -> "Prohibition":
    """The client forbids something to be passed on; what is left empty does not narrow it."""
    with acting(PermissionAction.RECORD_PROHIBITION, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(_obstacles(case, said))
        row = allowed.add_prohibition(
            act,
            controller_of_id=controller_id,
            register_of=register,
            service_task_of=service_task,
            **_known(case, said),
        )
        writing.note(act, case, "permission.prohibition_given", row)
        act.record(row, facts={"register": register, "service_task": service_task})
    return row


def withdraw_permit(
    *,
    actor: Actor,
    permit_id: UUID,
    version: int,
    words: str = "",
    sending: UUID | None = None,
) -> "Permit":
    """The permit is taken back; from the next request it opens nothing."""
    with acting(PermissionAction.WITHDRAW_PERMIT, actor=actor, sending=sending) as act:
        permit = act.fetch(permits(), permit_id, version=version)
        act.concerns(permit.client_id)
        refuse_if(obstacles_to_withdrawing(selectors.life(permit)))
        allowed.withdraw(act, permit, words=words, to_id=actor.organisation_id)
        case: Any = selectors.case_of(permit.client_id, actor.account_id)
        writing.note(act, case, "permission.permit_withdrawn", permit)
        act.record(permit)
    return permit


def withdraw_prohibition(
    *,
    actor: Actor,
    prohibition_id: UUID,
    version: int,
    words: str = "",
    sending: UUID | None = None,
) -> "Prohibition":
    """The client no longer forbids it."""
    with acting(PermissionAction.WITHDRAW_PROHIBITION, actor=actor, sending=sending) as act:
        row = act.fetch(prohibitions(), prohibition_id, version=version)
        act.concerns(row.client_id)
        refuse_if(obstacles_to_withdrawing(selectors.life(row)))
        allowed.withdraw(act, row, words=words, to_id=actor.organisation_id)
        case: Any = selectors.case_of(row.client_id, actor.account_id)
        writing.note(act, case, "permission.prohibition_withdrawn", row)
        act.record(row)
    return row


def _obstacles(case: "Case", said: Said) -> list[Any]:
    return list(
        obstacles_to_paper(
            case_open=case.state == CaseState.OPEN,
            given=said.given,
            given_on=said.given_on,
            from_on=said.from_on,
            until_on=said.until_on,
            stored_where=said.stored_where,
            today=clock.today(),
        )
    )


def _known(case: "Case", said: Said) -> dict[str, Any]:
    return {
        "client_id": case.client_id,
        "given": said.given,
        "given_on": said.given_on,
        "from_on": said.from_on,
        "until_on": said.until_on,
        "stored_where": said.stored_where.strip(),
        "language": said.language,
        **home_of(case, Category.IDENTITY_CONTACT),
    }
