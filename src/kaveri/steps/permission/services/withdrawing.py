"""A consent is taken back, by the client or by staff who were told; it takes effect at once."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.selectors import consents
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import (
    PermissionObstacle,
    ToldHow,
    obstacles_to_withdrawing,
)
from kaveri.steps.permission.services import writing

if TYPE_CHECKING:
    from kaveri.casebook.consent.models import Consent


def withdraw_consent(
    *,
    actor: Actor,
    consent_id: UUID,
    version: int,
    words: str = "",
    sending: UUID | None = None,
) -> "Consent":
    """The client takes the consent back; no reason is needed."""
    with acting(PermissionAction.WITHDRAW, actor=actor, sending=sending) as act:
        consent = act.fetch(consents(), consent_id, version=version)
        _take_back(act, consent, words=words, by_client=True)
        act.record(consent, facts={"by_client": True})
    return consent


def record_withdrawal(
    *,
    actor: Actor,
    consent_id: UUID,
    version: int,
    words: str = "",
    sending: UUID | None = None,
) -> "Consent":
    """The client has told any of the parties that they take it back; that party takes it down here."""
    with acting(PermissionAction.RECORD_WITHDRAWAL, actor=actor, sending=sending) as act:
        consent = act.fetch(consents(), consent_id, version=version)
        _take_back(act, consent, words=words, by_client=False)
        act.record(consent, facts={"by_client": False})
    return consent


def _take_back(act: Act, consent: "Consent", *, words: str, by_client: bool) -> None:
    act.concerns(consent.client_id)
    refuse_if(obstacles_to_withdrawing(selectors.life(consent)))
    case: Any = selectors.case_of(consent.client_id, act.actor.account_id)
    follows = writing.what_follows(case, consent)
    rows = list(consent.parties.select_related("organisation"))
    allowed.withdraw(
        act, consent, words=words, to_id=None if by_client else act.actor.organisation_id
    )
    writing.renewed(act, consent)
    writing.note(act, case, "permission.consent_withdrawn", consent, by_client=by_client)
    carrier = writing.carrier(act, case, follows)
    writing.tell_parties(act, case, rows, by_id=carrier)
    writing.carry_out(act, case, follows, to_id=carrier)


def tell_party(
    *,
    actor: Actor,
    consent_id: UUID,
    party_id: UUID,
    how: ToldHow,
    sending: UUID | None = None,
) -> None:
    """It is noted that a party without a sign-in here has been told, and how."""
    with acting(PermissionAction.TELL, actor=actor, sending=sending) as act:
        consent = act.fetch(consents(), consent_id)
        act.concerns(consent.client_id)
        party = consent.parties.get(pk=party_id)
        gone = consent.withdrawn_at is not None or consent.replaced_at is not None
        checks = {
            PermissionObstacle.NOT_WITHDRAWN: not gone,
            PermissionObstacle.TOLD_ALREADY: party.told_at is not None,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        allowed.note_told(act, party, how=how)
        close_tasks_of(act, party.pk)
        case = selectors.case_of(consent.client_id, actor.account_id)
        if case is not None and case.state == CaseState.OPEN:
            require_next_step(case)
        act.record(consent, facts={"party": str(party.pk), "how": how})
