"""The pages of coordination."""

from kaveri.steps.coordination.views.absences import (
    absence_end,
    absence_new,
    absence_substitute,
    absences,
)
from kaveri.steps.coordination.views.coordinating import coordinating
from kaveri.steps.coordination.views.handing_over import (
    handover,
    handover_answer,
    handover_decline,
    handover_withdraw,
    offers,
)
from kaveri.steps.coordination.views.invitations import (
    invitation,
    invitation_decline,
    invitation_link,
    invitation_ready,
    invitations,
    network_leave,
)
from kaveri.steps.coordination.views.inviting import (
    member_new,
    network_earlier,
    partner_new,
    supporter_new,
)
from kaveri.steps.coordination.views.network import (
    invitation_renew,
    limit_lift,
    member,
    member_limit,
    member_remove,
    network,
    supporter_yes,
)
from kaveri.steps.coordination.views.people import pair_new, pair_remove, people
from kaveri.steps.coordination.views.representing import (
    mandate_link,
    mandate_ready,
    representative_end,
    representative_new,
    representatives,
)
from kaveri.steps.coordination.views.risen import reassign_case, reassign_contact, risen
from kaveri.steps.coordination.views.steps import (
    step_change,
    step_done,
    step_new,
    step_tell,
    tasks,
)
from kaveri.steps.coordination.views.waiting import (
    keep_contact,
    wait_change,
    wait_end,
    wait_new,
    waiting,
)

__all__ = [
    "absence_end",
    "absence_new",
    "absence_substitute",
    "absences",
    "coordinating",
    "handover",
    "handover_answer",
    "handover_decline",
    "handover_withdraw",
    "invitation",
    "invitation_decline",
    "invitation_link",
    "invitation_ready",
    "invitation_renew",
    "invitations",
    "keep_contact",
    "limit_lift",
    "mandate_link",
    "mandate_ready",
    "member",
    "member_limit",
    "member_new",
    "member_remove",
    "network",
    "network_earlier",
    "network_leave",
    "offers",
    "pair_new",
    "pair_remove",
    "partner_new",
    "people",
    "reassign_case",
    "reassign_contact",
    "representative_end",
    "representative_new",
    "representatives",
    "risen",
    "step_change",
    "step_done",
    "step_new",
    "step_tell",
    "supporter_new",
    "supporter_yes",
    "tasks",
    "wait_change",
    "wait_end",
    "wait_new",
    "waiting",
]
