"""What a receiver with an account does: open the referral and answer it."""

from uuid import UUID

from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import (
    EventKind,
    ReferralState,
    Reply,
    may_follow,
    obstacles_to_answering,
)
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.referral_out.selectors import referrals
from kaveri.steps.referral_out.services import loop

# What of the loop is told on the client's timeline.
_TOLD = frozenset({ReferralState.DECLINED, ReferralState.FIRST_DATE, ReferralState.ENDED})


def mark_seen(*, actor: Actor, referral_id: UUID) -> ReferralOut:
    """The receiver has opened the referral; opening it again changes nothing."""
    with acting(ReferralOutAction.SEE, actor=actor) as act:
        referral = act.fetch(referrals(), referral_id)
        take_sight(act, referral)
        act.record(referral, subjects=[referral.case.client_id])
    return referral


def answer_referral(
    *, actor: Actor, referral_id: UUID, reply: Reply, sending: UUID | None = None
) -> ReferralOut:
    """The receiver answers; the sender's side at once has what it now owes."""
    with acting(ReferralOutAction.ANSWER, actor=actor, sending=sending) as act:
        referral = act.fetch(referrals(), referral_id)
        take_answer(act, referral, reply)
        act.record(referral, facts={"answer": reply.answer})
    return referral


def take_sight(act: Act, referral: ReferralOut, *, by_link: bool = False) -> None:
    """Sent becomes seen; whatever comes later stays."""
    if not may_follow(referral.state, ReferralState.SEEN):
        return
    loop.reach(act, referral, ReferralState.SEEN)
    loop.note(act, referral, EventKind.SEEN, by_link=by_link)


def take_answer(act: Act, referral: ReferralOut, reply: Reply, *, by_link: bool = False) -> None:
    """The answer stands in the loop, on the timeline, and as the sender's next task."""
    act.concerns(referral.case.client_id)
    refuse_if(obstacles_to_answering(referral.state, reply, today=clock.today()))
    known = {"first_on": reply.on} if reply.answer is ReferralState.FIRST_DATE else {}
    follower_id = loop.follower(referral)
    loop.reach(act, referral, reply.answer, **known)
    event = EventKind(reply.answer.value)
    loop.note(act, referral, event, on=known.get("first_on"), text=reply.text, by_link=by_link)
    if reply.answer in _TOLD:
        loop.entry(act, referral, event, reply.text, Source.ORGANISATION)
    after = loop.in_working_days(1, after=reply.on) if known and reply.on else None
    loop.follow_up(act, referral, due_on=after)
    if follower_id != act.actor.account_id:
        loop.tell_follower(follower_id)
    require_next_step(referral.case)
