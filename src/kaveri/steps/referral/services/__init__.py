"""What is done with contacts."""

from kaveri.steps.referral.services.erasing import erase_contact
from kaveri.steps.referral.services.handling import (
    advise_contact,
    close_contact,
    confirm_contact,
    record_attempt,
    take_back,
)
from kaveri.steps.referral.services.knowing import check_known
from kaveri.steps.referral.services.offering import (
    answer_offer,
    move_contact,
    move_contacts,
    pass_on_contact,
    redirect_offer,
)
from kaveri.steps.referral.services.receiving import receive_contact, record_contact
from kaveri.steps.referral.services.taking_on import TakenOn, take_on_contact

__all__ = [
    "TakenOn",
    "advise_contact",
    "answer_offer",
    "check_known",
    "close_contact",
    "confirm_contact",
    "erase_contact",
    "move_contact",
    "move_contacts",
    "pass_on_contact",
    "receive_contact",
    "record_attempt",
    "record_contact",
    "redirect_offer",
    "take_back",
    "take_on_contact",
]
