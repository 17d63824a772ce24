"""What is done so that one carries: decide, hand over, pair, wait, stand in, reassign, invite."""

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
from kaveri.steps.coordination.services.ended import (
    carries_again,
    forget_ended_parts,
    it_is_agreed_who_carries,
    note_ended_parts,
    see_that_somebody_carries,
)
from kaveri.steps.coordination.services.handovers import (
    accept_handover,
    decline_handover,
    offer_handover,
    turn_down,
    withdraw_handover,
)
from kaveri.steps.coordination.services.inviting import (
    Invitation,
    Invited,
    accept_invitation,
    decline_invitation,
    fingerprint,
    invite_member,
    renew_invitation,
    take_account,
)
from kaveri.steps.coordination.services.inviting_again import (
    invite_again,
    let_former_members_out,
)
from kaveri.steps.coordination.services.members import (
    leave_network,
    let_members_go,
    let_worker_out,
    lift_limit,
    limit_member,
    remove_member,
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
from kaveri.steps.coordination.services.representing import (
    Added,
    Representing,
    add_representative,
    end_representative,
    take_up_mandate,
)
from kaveri.steps.coordination.services.waits import (
    begin_wait,
    change_wait,
    end_wait,
    keep_contact,
)

__all__ = [
    "Added",
    "Invitation",
    "Invited",
    "Representing",
    "accept_handover",
    "accept_invitation",
    "add_representative",
    "begin_wait",
    "carries_again",
    "change_substitute",
    "change_wait",
    "close_absence",
    "decide_coordinating",
    "decline_handover",
    "decline_invitation",
    "end_absence",
    "end_representative",
    "end_wait",
    "fingerprint",
    "forget_ended_parts",
    "invite_again",
    "invite_member",
    "it_is_agreed_who_carries",
    "keep_contact",
    "leave_network",
    "let_former_members_out",
    "let_members_go",
    "let_worker_out",
    "lift_limit",
    "limit_member",
    "move_work",
    "name_pair",
    "note_ended_parts",
    "offer_handover",
    "part_with_pair",
    "pass_on_substitution",
    "reassign_case",
    "reassign_contact",
    "record_absence",
    "remove_member",
    "remove_pair",
    "renew_invitation",
    "see_that_somebody_carries",
    "settle_before_ending",
    "take_account",
    "take_over",
    "take_up_mandate",
    "turn_down",
    "withdraw_handover",
    "withdraw_open_offer",
]
