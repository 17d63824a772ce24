"""What is done so that one carries: decide, hand over, pair, wait, stand in, reassign."""

from kaveri.steps.coordination.services.absences import (
    change_substitute,
    close_absence,
    end_absence,
    pass_on_substitution,
    record_absence,
)
from kaveri.steps.coordination.services.carrying import (
    move_work,
    settle_before_ending,
    take_over,
    withdraw_open_offer,
)
from kaveri.steps.coordination.services.coordinating import decide_coordinating
from kaveri.steps.coordination.services.handovers import (
    accept_handover,
    decline_handover,
    offer_handover,
    turn_down,
    withdraw_handover,
)
from kaveri.steps.coordination.services.pairs import (
    name_pair,
    part_with_pair,
    remove_pair,
)
from kaveri.steps.coordination.services.reassigning import (
    reassign_case,
    reassign_contact,
)
from kaveri.steps.coordination.services.waits import (
    begin_wait,
    change_wait,
    end_wait,
    keep_contact,
)

__all__ = [
    "accept_handover",
    "begin_wait",
    "change_substitute",
    "change_wait",
    "close_absence",
    "decide_coordinating",
    "decline_handover",
    "end_absence",
    "end_wait",
    "keep_contact",
    "move_work",
    "name_pair",
    "offer_handover",
    "part_with_pair",
    "pass_on_substitution",
    "reassign_case",
    "reassign_contact",
    "record_absence",
    "remove_pair",
    "settle_before_ending",
    "take_over",
    "turn_down",
    "withdraw_handover",
    "withdraw_open_offer",
]
