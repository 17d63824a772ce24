"""Referring to the special competence team, answering, and bringing it to a follow-up."""

from kaveri.steps.special_team.services.referring import (
    complete_referral,
    let_fall,
    refer,
    withdraw_referral,
)
from kaveri.steps.special_team.services.working import (
    agree_follow_up,
    answer_referral,
    call_to_team,
)

__all__ = [
    "agree_follow_up",
    "answer_referral",
    "call_to_team",
    "complete_referral",
    "let_fall",
    "refer",
    "withdraw_referral",
]
