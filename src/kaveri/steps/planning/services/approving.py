"""Approving a version, and saying that one knows it; by oneself, or as staff write down."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import How, PlanObstacle, Signer, Yes, obstacles_to_yes
from kaveri.steps.planning.models import Approval, Confirmation, PlanVersion
from kaveri.steps.planning.selectors import makers, newest_version, versions
from kaveri.steps.planning.services import parts


def approve_plan(
    *, actor: Actor, version_id: UUID, words: str = "", sending: UUID | None = None
) -> Approval:
    """The client, or their representative, approves the newest version, signed in."""
    with acting(PlanAction.APPROVE, actor=actor, sending=sending) as act:
        version = _fetch(act, version_id)
        themself = cases.has_relation(actor.person_id, version.case_id, RelationKind.SELF)
        signer = Signer.CLIENT if themself else Signer.REPRESENTATIVE
        already = version.approvals.filter(by_id=actor.account_id).exists()
        refuse_if([*_not_now(version), *([PlanObstacle.APPROVED_ALREADY] if already else [])])
        yes = Yes(how=How.SIGNED_IN, on=clock.today(), words=words)
        row = _approve(act, version, signer, yes, by_id=actor.account_id)
        act.record(version, facts={"signer": signer})
    return row


def record_approval(
    *,
    actor: Actor,
    version_id: UUID,
    yes: Yes,
    signer: Signer = Signer.CLIENT,
    sending: UUID | None = None,
) -> Approval:
    """The approval was given on paper, in the meeting or by phone; staff write down how and when."""
    with acting(PlanAction.RECORD_APPROVAL, actor=actor, sending=sending) as act:
        version = _fetch(act, version_id)
        already = version.approvals.filter(signer=signer, name=yes.name.strip(), by=None).exists()
        named = signer == Signer.REPRESENTATIVE
        refuse_if(
            [
                *_not_now(version),
                *([PlanObstacle.APPROVED_ALREADY] if already else []),
                *obstacles_to_yes(yes, named=named, today=clock.today(), since=_agreed_on(version)),
            ]
        )
        row = _approve(act, version, signer, yes, by_id=None)
        act.record(version, facts={"signer": signer, "how": yes.how})
    return row


def confirm_plan(*, actor: Actor, version_id: UUID, sending: UUID | None = None) -> Confirmation:
    """Somebody who made the plan says that they know this version."""
    with acting(PlanAction.CONFIRM, actor=actor, sending=sending) as act:
        version = _fetch(act, version_id)
        made = any(maker["account"] == str(actor.account_id) for maker in makers(version))
        already = version.confirmations.filter(by_id=actor.account_id).exists()
        refuse_if(
            [
                *_not_now(version),
                *([] if made else [PlanObstacle.DID_NOT_MAKE_IT]),
                *([PlanObstacle.CONFIRMED_ALREADY] if already else []),
            ]
        )
        yes = Yes(how=How.SIGNED_IN, on=clock.today())
        row = _confirm(act, version, yes, by_id=actor.account_id)
        act.record(version)
    return row


def record_confirmation(
    *, actor: Actor, version_id: UUID, yes: Yes, sending: UUID | None = None
) -> Confirmation:
    """Somebody without an account, who made the plan, has said that they know it."""
    with acting(PlanAction.RECORD_CONFIRMATION, actor=actor, sending=sending) as act:
        version = _fetch(act, version_id)
        name = yes.name.strip()
        made = any(not maker["account"] and maker["name"] == name for maker in makers(version))
        already = version.confirmations.filter(by=None, name=name).exists()
        refuse_if(
            [
                *_not_now(version),
                *([] if made else [PlanObstacle.DID_NOT_MAKE_IT]),
                *([PlanObstacle.CONFIRMED_ALREADY] if already else []),
                *obstacles_to_yes(yes, named=True, today=clock.today(), since=_agreed_on(version)),
            ]
        )
        row = _confirm(act, version, yes, by_id=None)
        act.record(version, facts={"how": yes.how})
    return row


def _fetch(act: Act, version_id: UUID) -> PlanVersion:
    version = act.fetch(versions(), version_id)
    act.concerns(version.case.client_id)
    return version


def _agreed_on(version: PlanVersion) -> dt.date:
    return version.written_at.astimezone(clock.HELSINKI).date()


def _not_now(version: PlanVersion) -> list[PlanObstacle]:
    newest = newest_version(version.plan_id)
    return [] if newest == version else [PlanObstacle.NOT_THE_NEWEST]


def _approve(
    act: Act, version: PlanVersion, signer: Signer, yes: Yes, *, by_id: UUID | None
) -> Approval:
    row = Approval.objects.create(
        of=version,
        signer=signer,
        by_id=by_id,
        name=yes.name.strip(),
        how=yes.how,
        on=yes.on,
        words=yes.words.strip(),
        recorded_by_id=act.actor.person_id,
        recorded_at=clock.now(),
    )
    parts.tell_timeline(act, version.plan, "approved", version.pk)
    require_next_step(version.case)
    return row


def _confirm(act: Act, version: PlanVersion, yes: Yes, *, by_id: UUID | None) -> Confirmation:
    require_next_step(version.case)
    return Confirmation.objects.create(
        of=version,
        by_id=by_id,
        name=yes.name.strip(),
        how=yes.how,
        on=yes.on,
        recorded_by_id=act.actor.person_id,
        recorded_at=clock.now(),
    )
