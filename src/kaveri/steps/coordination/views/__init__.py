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
from kaveri.steps.coordination.views.people import pair_new, pair_remove, people
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
    "keep_contact",
    "offers",
    "pair_new",
    "pair_remove",
    "people",
    "reassign_case",
    "reassign_contact",
    "risen",
    "step_change",
    "step_done",
    "step_new",
    "step_tell",
    "tasks",
    "wait_change",
    "wait_end",
    "wait_new",
    "waiting",
]
