"""What somebody without an account does: open the referral by its link and answer it."""

from uuid import UUID

from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import Reply
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.referral_out.selectors import behind, referrals
from kaveri.steps.referral_out.services.answering import take_answer, take_sight


def mark_seen_by_link(*, actor: Actor, secret: str) -> ReferralOut:
    """The link has been opened; opening it again changes nothing."""
    with acting(ReferralOutAction.SEE_BY_LINK, actor=actor) as act:
        referral = _fetch(act, secret)
        take_sight(act, referral, by_link=True)
        act.record(referral, subjects=[referral.case.client_id])
    return referral


def answer_by_link(
    *, actor: Actor, secret: str, reply: Reply, sending: UUID | None = None
) -> ReferralOut:
    """The service answers without an account; a wrong, old and used-up link all look the same."""
    with acting(ReferralOutAction.ANSWER_BY_LINK, actor=actor, sending=sending) as act:
        referral = _fetch(act, secret)
        take_answer(act, referral, reply, by_link=True)
        act.record(referral, facts={"answer": reply.answer})
    return referral


def _fetch(act: Act, secret: str) -> ReferralOut:
    found = referrals().filter(behind(secret)).values_list("pk", flat=True).first()
    if found is None:
        raise Denied(act.action)
    return act.fetch(referrals().filter(behind(secret)), found)
