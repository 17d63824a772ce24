"""The client, or somebody who acts for them, gives and changes a consent on their own pages."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.selectors import consents
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import services as coordinating
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import Draft, PermissionObstacle, by_the_client
from kaveri.steps.permission.services import writing
from kaveri.steps.permission.services.recording import obstacles, put_instead

if TYPE_CHECKING:
    from kaveri.casebook.consent.models import Consent


def give_consent(
    *, actor: Actor, case_id: UUID, draft: Draft, sending: UUID | None = None
) -> "Consent":
    """Signed in: the client lets these parties tell each other this, until that day."""
    with acting(PermissionAction.GIVE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        own = signed(act, draft, case.client_id)
        refuse_if(obstacles(case, own, by_client=True))
        consent = writing.written(act, case, own)
        coordinating.carries_again(act, case)
        writing.note(act, case, "permission.consent_given", consent, by_client=True)
        act.record(consent, facts={"case": str(case.id), "given": own.given})
    return consent


def change_consent(
    *,
    actor: Actor,
    consent_id: UUID,
    version: int,
    draft: Draft,
    sending: UUID | None = None,
) -> "Consent":
    """The client narrows, widens or prolongs it: a newer consent in the place of the old one."""
    with acting(PermissionAction.CHANGE, actor=actor, sending=sending) as act:
        old = act.fetch(consents(), consent_id, version=version)
        own = signed(act, draft, old.client_id)
        new = put_instead(act, old, own, by_client=True)
        act.record(new, facts={"replaces": str(old.pk), "given": own.given})
    return new


def signed(act: Act, draft: Draft, client_id: UUID) -> Draft:
    """The draft as the one who is signed in gives it: the client, or who acts for them today."""
    mine = cases.relations_of(act.actor.account_id).filter(case__client_id=client_id)
    own = by_the_client(draft, clock.today())
    if mine.filter(kind=RelationKind.SELF).exists():
        return own
    acting_for = selectors.acting_now(client_id).exclude(account=None)
    found = next((row for row in acting_for if row.account_id == act.actor.account_id), None)
    if found is None:
        refuse_if([PermissionObstacle.NOT_THEIR_REPRESENTATIVE])
    return replace(own, representative_id=found.pk if found else None)
