"""The person is back: those who were in the network before are asked anew, each only when the client wants it."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.access.policy import permitted
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import MemberKind, MemberObstacle
from kaveri.steps.coordination.services.inviting import (
    SOURCE,
    Invitation,
    Invited,
    put_forward,
    save,
)

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.steps.coordination.models import Member


def invite_again(
    *,
    actor: Actor,
    case_id: UUID,
    member_ids: Collection[UUID],
    wish_told: str = "",
    sending: UUID | None = None,
) -> list[Invited]:
    """Those chosen are asked as anybody is; what they said before opens nothing now."""
    with acting(CoordinationAction.INVITE_AGAIN, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if([] if member_ids else [MemberObstacle.NOBODY_CHOSEN])
        known = permitted(
            selectors.earlier_members(case_id), CoordinationAction.READ_MEMBERS, actor
        )
        chosen = list(known.filter(pk__in=member_ids))
        if len(chosen) != len(set(member_ids)):
            raise Denied(act.action)
        asked = [put_forward(act, case, _as_before(member, wish_told)) for member in chosen]
        require_next_step(case)
        act.record(case, facts={"members": [str(each.member.id) for each in asked]})
    return asked


def let_former_members_out(act: Act, case: "Case") -> None:
    """The support begins anew: whoever still read from the time before does so no more."""
    moment = clock.now()
    for member in selectors.members().filter(case_id=case.id, removed_at__gt=moment):
        member.removed_at = moment
        save(act, member, "removed_at")
    close_relations(act, case_id=case.id, kind=RelationKind.MEMBER, source_type=SOURCE)


def _as_before(member: "Member", wish_told: str) -> Invitation:
    return Invitation(
        kind=MemberKind.WORKER if member.account_id else MemberKind(member.kind),
        role=member.role,
        account_id=member.account_id,
        organisation_id=member.organisation_id,
        first_name=member.first_name,
        last_name=member.last_name,
        phone=member.phone,
        email="" if member.account_id else member.email,
        wish_told=wish_told,
    )
