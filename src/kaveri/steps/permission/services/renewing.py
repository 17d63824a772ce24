"""Somebody is asked to talk with the client before a consent runs out; once for each consent."""

from uuid import UUID

from kaveri.casebook.consent.selectors import consents
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction


def ask_to_renew(*, actor: Actor, consent_id: UUID) -> None:
    """The case manager talks with the client before the last day; nothing is renewed by itself."""
    with acting(PermissionAction.RENEW, actor=actor) as act:
        consent = act.fetch(consents(), consent_id)
        act.concerns(consent.client_id)
        case = selectors.open_case_of(consent.client_id)
        if case is not None and consent.until_on is not None:
            set_task(
                act,
                case,
                kind=TaskKind.RENEW_CONSENT,
                owner_id=case.case_manager_id,
                due_on=max(clock.today(), consent.until_on),
                source_type="consent.consent",
                source_id=consent.pk,
            )
        act.record(consent, facts={"until": str(consent.until_on)})
