"""What becomes of a member: limited, let see again, taken out, leaving, let go when the case ends."""

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations, let_relations_end, uncover
from kaveri.casebook.consent.domain import LimitSource
from kaveri.casebook.consent.services import add_limit, end_limits
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    MEMBER_READS_DAYS,
    MemberObstacle,
    MemberState,
    Parting,
    obstacles_to_limiting,
    obstacles_to_parting,
)
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services.carrying import move_work, notify
from kaveri.steps.coordination.services.ended import note_ended_parts
from kaveri.steps.coordination.services.inviting import (
    SOURCE,
    acts_as_client,
    forget_link,
    note,
    save,
)

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

REMOVED = "coordination.member_removed"
LEFT = "coordination.member_left"
LIMITED = "coordination.member_limited"
LIFTED = "coordination.limit_lifted"


def remove_member(
    *,
    actor: Actor,
    member_id: UUID,
    wish_told: str = "",
    wish_words: str = "",
    sending: UUID | None = None,
) -> Member:
    """The client does not want them in the network any more; what they had to do is the case manager's."""
    with acting(CoordinationAction.REMOVE_MEMBER, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(), member_id)
        case = member.case
        act.concerns(case.client_id)
        alone = acts_as_client(act, case.id)
        refuse_if(obstacles_to_parting(member.state, is_client_acting=alone, wish_told=wish_told))
        member.parting_told = "" if alone else wish_told
        member.parting_words = wish_words.strip()
        moved = _part(act, case, member, Parting.BY_CLIENT if alone else Parting.ON_WISH)
        note(act, case, member, REMOVED)
        notify(act, member.account_id)
        if case.case_manager_id != actor.account_id:
            notify(act, case.case_manager_id)
        require_next_step(case)
        act.record(member, facts={"parting": member.parting, "tasks_moved": moved})
    return member


def leave_network(
    *, actor: Actor, member_id: UUID, reason: str = "", sending: UUID | None = None
) -> Member:
    """A member steps out; what they had to do is the case manager's from the same moment."""
    with acting(CoordinationAction.LEAVE_NETWORK, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(), member_id)
        case = member.case
        act.concerns(case.client_id)
        refuse_if([] if member.state is MemberState.ACCEPTED else [MemberObstacle.NOT_MEMBER])
        member.parting_words = reason.strip()
        moved = _part(act, case, member, Parting.LEFT)
        note(act, case, member, LEFT)
        for account_id in {case.case_manager_id, case.client.account_id}:
            notify(act, account_id)
        require_next_step(case)
        act.record(member, facts={"parting": member.parting, "tasks_moved": moved})
    return member


def limit_member(
    *,
    actor: Actor,
    member_id: UUID,
    categories: Collection[Category],
    wish_told: str = "",
    sending: UUID | None = None,
) -> Member:
    """These kinds of information are kept from the member, instead of what was kept before."""
    with acting(CoordinationAction.LIMIT_MEMBER, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(), member_id)
        case = member.case
        act.concerns(case.client_id)
        account = member.account
        refuse_if(
            obstacles_to_limiting(
                member.state,
                categories=categories,
                has_account=account is not None,
                is_own_register=selectors.has_ground(account, case),
                is_client_acting=acts_as_client(act, case.id),
                wish_told=wish_told,
            )
        )
        assert account is not None  # noqa: S101 - refused above
        end_limits(act, source=LimitSource.NETWORK, source_id=member.id)
        add_limit(
            act,
            client_id=case.client_id,
            account_id=account.id,
            categories=categories,
            source=LimitSource.NETWORK,
            source_id=member.id,
            **home_of(case, Category(member.category)),
        )
        note(act, case, member, LIMITED)
        here = cases.cases().filter(pk=case.id)
        if not policy.permitted(here, TaskAction.READ_HEAD, people.actor_of(account)).exists():
            note_ended_parts(act, case, [account.id])
        notify(act, account.id)
        require_next_step(case)
        act.record(member, facts={"categories": sorted(categories), "wish": wish_told})
    return member


def lift_limit(
    *, actor: Actor, member_id: UUID, case_id: UUID | None = None, sending: UUID | None = None
) -> Member:
    """Nothing is kept from the member in the network any more; consent still says how far they see."""
    with acting(CoordinationAction.LIFT_LIMIT, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(case_id), member_id)
        act.concerns(member.case.client_id)
        lifted = end_limits(act, source=LimitSource.NETWORK, source_id=member.id)
        refuse_if([] if lifted else [MemberObstacle.NO_CATEGORY])
        note(act, member.case, member, LIFTED)
        notify(act, member.account_id)
        require_next_step(member.case)
        act.record(member)
    return member


def let_members_go(act: Act, case: "Case") -> None:
    """The case has ended: members read for four weeks more; who has not answered is not asked any more."""
    moment = clock.now()
    until = moment + dt.timedelta(days=MEMBER_READS_DAYS)
    for member in selectors.members_of(case.id).filter(removed_at=None):
        member.parting = Parting.CASE_ENDED
        member.removed_at = until if member.accepted_at else moment
        forget_link(member)
        save(act, member, "parting", "removed_at", "link_fingerprint", "link_until")
    let_relations_end(act, at=until, case_id=case.id, kind=RelationKind.MEMBER)


def let_worker_out(act: Act, account_id: UUID) -> None:
    """The worker's account closes: they belong to nobody's network any more."""
    for member in selectors.members().filter(
        account_id=account_id, removed_at=None, declined_at=None
    ):
        _part(act, member.case, member, Parting.ACCOUNT_CLOSED)
        note(act, member.case, member, LEFT)


def _part(act: Act, case: "Case", member: Member, way: Parting) -> int:
    """The row closes, and with it what it opened; no task and no promise is left without an owner."""
    member.parting, member.removed_at = way, clock.now()
    member.removed_by_id = act.actor.account_id
    forget_link(member)
    save(
        act,
        member,
        *("parting", "parting_told", "parting_words", "removed_at", "removed_by"),
        *("link_fingerprint", "link_until"),
    )
    account_id = member.account_id
    if account_id is None:
        return 0
    end_limits(act, source=LimitSource.NETWORK, source_id=member.id)
    close_relations(act, source_type=SOURCE, source_id=member.id)
    if (case.id, account_id) in cases.related_accounts([case.id]):
        return 0  # They stand near the case in another way as well, and carry on.
    if way in {Parting.BY_CLIENT, Parting.ON_WISH}:
        note_ended_parts(act, case, [account_id])
    moved = move_work(act, case, from_id=account_id, to_id=case.case_manager_id)
    uncover(act, account_id=account_id, case_id=case.id)
    return len(moved)
