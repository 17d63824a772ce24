"""Staff take down a consent that the client gave on paper or by word of mouth."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.domain import Party
from kaveri.casebook.consent.selectors import consents
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import services as coordinating
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import Draft, obstacles_to_draft, obstacles_to_replacing
from kaveri.steps.permission.services import writing

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.consent.models import Consent


def record_consent(
    *,
    actor: Actor,
    case_id: UUID,
    draft: Draft,
    scan: writing.Scan | None = None,
    sending: UUID | None = None,
) -> "Consent":
    """What the client gave on paper or by word of mouth is taken down, as Y100 has it."""
    with acting(PermissionAction.RECORD, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(obstacles(case, draft, by_client=False))
        kept = writing.taken(draft, scan)
        consent = writing.written(act, case, draft, scan=kept)
        coordinating.carries_again(act, case)
        writing.note(act, case, "permission.consent_given", consent)
        act.record(consent, facts={"case": str(case.id), "given": draft.given})
    return consent


def replace_consent(
    *,
    actor: Actor,
    consent_id: UUID,
    version: int,
    draft: Draft,
    scan: writing.Scan | None = None,
    sending: UUID | None = None,
) -> "Consent":
    """A newer consent takes the place of this one, wider, narrower or longer."""
    with acting(PermissionAction.REPLACE, actor=actor, sending=sending) as act:
        old = act.fetch(consents(), consent_id, version=version)
        new = put_instead(act, old, draft, scan=scan, by_client=False)
        act.record(new, facts={"replaces": str(old.pk), "given": draft.given})
    return new


def put_instead(
    act: Act,
    old: "Consent",
    draft: Draft,
    *,
    by_client: bool,
    scan: writing.Scan | None = None,
) -> "Consent":
    """The newer one stands, the older one stays to be read, and who sees less comes to know."""
    act.concerns(old.client_id)
    case: Any = selectors.case_of(old.client_id, act.actor.account_id)
    refuse_if(obstacles_to_putting_instead(case, old, draft, by_client=by_client))
    kept = writing.taken(draft, scan)
    follows = writing.what_follows(case, old, instead=draft)
    allowed.replace(act, old)
    new = writing.written(act, case, draft, replaces=old, scan=kept)
    writing.renewed(act, old)
    writing.note(act, case, "permission.consent_replaced", new, by_client=by_client)
    losing = set(follows.no_longer) | set(follows.not_for)
    rows = [
        row
        for row in old.parties.select_related("organisation")
        if Party(row.organisation_id, row.register) in losing
    ]
    carrier = writing.carrier(act, case, follows)
    writing.tell_parties(act, case, rows, by_id=carrier, changed=True)
    writing.carry_out(act, case, follows, to_id=carrier)
    coordinating.carries_again(act, case)
    return new


def obstacles_to_putting_instead(
    case: "Case", old: "Consent", draft: Draft, *, by_client: bool
) -> list[Any]:
    """Every reason the draft cannot take the place of the old one."""
    opened = selectors.opened_by(old)
    today = clock.today()
    return [
        *obstacles(case, draft, by_client=by_client),
        *obstacles_to_replacing(selectors.life(old), draft, opened, old.until_on, today=today),
    ]


def obstacles(case: "Case", draft: Draft, *, by_client: bool) -> list[Any]:
    """Every reason the draft cannot be taken down on this case."""
    scope, found = writing.who_represents(draft, case.client_id)
    return [
        *found,
        *obstacles_to_draft(
            draft,
            case_open=case.state == CaseState.OPEN,
            case_home=Party(case.controller_id, case.register),
            today=clock.today(),
            by_client=by_client,
            scope=scope.split(),
        ),
    ]
