"""The client, or somebody who acts for them, gives and changes a consent on their own pages."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.selectors import consents
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Refused, refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination import services as coordinating
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import Draft, PermissionObstacle, by_the_client
from kaveri.steps.permission.services import writing
from kaveri.steps.permission.services.recording import (
    obstacles,
    obstacles_to_putting_instead,
    put_instead,
)

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.consent.models import Consent


def give_consent(
    *, actor: Actor, case_id: UUID, draft: Draft, sending: UUID | None = None
) -> "Consent":
    """Signed in: the client lets these parties tell each other this, until that day."""
    with acting(PermissionAction.GIVE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(obstacles_to_giving(case, draft, by=actor.account_id))
        own = signed(draft, case.client_id, by=actor.account_id)
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
        own = signed(draft, old.client_id, by=actor.account_id)
        new = put_instead(act, old, own, by_client=True)
        act.record(new, facts={"replaces": str(old.pk), "given": own.given})
    return new


def obstacles_to_giving(case: "Case", draft: Draft, *, by: UUID | None) -> list[Any]:
    """Every reason the one who is signed in cannot give this: asked before it is looked at once more."""
    try:
        return obstacles(case, signed(draft, case.client_id, by=by), by_client=True)
    except Refused as refused:
        return list(refused.obstacles)


def obstacles_to_changing(
    case: "Case", old: "Consent", draft: Draft, *, by: UUID | None
) -> list[Any]:
    """Every reason the one who is signed in cannot put this in the place of the old one."""
    try:
        own = signed(draft, old.client_id, by=by)
    except Refused as refused:
        return list(refused.obstacles)
    return obstacles_to_putting_instead(case, old, own, by_client=True)


def signed(draft: Draft, client_id: UUID, *, by: UUID | None) -> Draft:
    """The draft as the one who is signed in gives it: the client, or who acts for them today."""
    mine = cases.relations_of(by).filter(case__client_id=client_id)
    own = by_the_client(draft, clock.today())
    if mine.filter(kind=RelationKind.SELF).exists():
        return own
    acting_for = selectors.acting_now(client_id).exclude(account=None)
    found = next((row for row in acting_for if row.account_id == by), None)
    if found is None:
        refuse_if([PermissionObstacle.NOT_THEIR_REPRESENTATIVE])
    return replace(own, representative_id=found.pk if found else None)
