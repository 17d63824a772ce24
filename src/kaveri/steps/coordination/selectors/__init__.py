"""Reading coordination: decisions, handovers, waits, absences, who can carry, what has risen."""

from kaveri.steps.coordination.selectors.carriers import (
    absence_facts,
    has_ground,
    pairs,
    receiver_facts,
    receivers,
    workers_near,
)
from kaveri.steps.coordination.selectors.records import (
    RuleSource,
    absences,
    decisions,
    handovers,
    last_contact_on,
    open_handover,
    open_waits,
    rule_sources,
    waits,
)
from kaveri.steps.coordination.selectors.risen import RisenLine, erased_soon, risen

__all__ = [
    "RisenLine",
    "RuleSource",
    "absence_facts",
    "absences",
    "decisions",
    "erased_soon",
    "handovers",
    "has_ground",
    "last_contact_on",
    "open_handover",
    "open_waits",
    "pairs",
    "receiver_facts",
    "receivers",
    "risen",
    "rule_sources",
    "waits",
    "workers_near",
]
