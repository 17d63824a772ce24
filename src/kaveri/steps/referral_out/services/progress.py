"""What the sender does between the answer and the end: asks, and notes what was heard."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import EventKind, Reply, obstacles_to_following
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.referral_out.selectors import referrals
from kaveri.steps.referral_out.services import loop
from kaveri.steps.referral_out.services.answering import take_answer


def note_progress(
    *,
    actor: Actor,
    referral_id: UUID,
    reply: Reply | None = None,
    text: str = "",
    ask_again_on: dt.date | None = None,
    sending: UUID | None = None,
) -> ReferralOut:
    """The sender has asked: the service's answer by word of mouth, or a new day to ask again."""
    with acting(ReferralOutAction.NOTE_PROGRESS, actor=actor, sending=sending) as act:
        referral = act.fetch(referrals(), referral_id)
        act.concerns(referral.case.client_id)
        if reply is not None:
            take_answer(act, referral, reply)
        else:
            refuse_if(
                obstacles_to_following(referral.state, text, ask_again_on, today=clock.today())
            )
            loop.note(act, referral, EventKind.NO_CHANGE, on=ask_again_on, text=text)
            loop.follow_up(act, referral, due_on=ask_again_on)
            require_next_step(referral.case)
        act.record(referral, facts={"answer": reply.answer if reply else EventKind.NO_CHANGE})
    return referral
