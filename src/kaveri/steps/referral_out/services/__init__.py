"""Use cases of referrals out: the sender's and the receiver's."""

from kaveri.steps.referral_out.services.answering import (
    answer_referral,
    mark_seen,
)
from kaveri.steps.referral_out.services.by_link import (
    answer_by_link,
    mark_seen_by_link,
)
from kaveri.steps.referral_out.services.loop import follow_again, let_referrals_fall
from kaveri.steps.referral_out.services.progress import note_progress
from kaveri.steps.referral_out.services.sending import (
    Sent,
    remind,
    renew_link,
    send_referral,
    withdraw,
)

__all__ = [
    "Sent",
    "answer_by_link",
    "answer_referral",
    "follow_again",
    "let_referrals_fall",
    "mark_seen",
    "mark_seen_by_link",
    "note_progress",
    "remind",
    "renew_link",
    "send_referral",
    "withdraw",
]
