"""Rules of coordination: who should coordinate, handing over, absence and waiting."""

from kaveri.steps.coordination.domain.absences import (
    AbsenceFacts,
    AbsenceObstacle,
    obstacles_to_absence,
    overlap,
)
from kaveri.steps.coordination.domain.coordinating import (
    DecisionObstacle,
    Instance,
    Match,
    Need,
    Proposal,
    deviates_from_social_welfare_act,
    obstacles_to_deciding,
    proposal,
)
from kaveri.steps.coordination.domain.handing_over import (
    ANSWER_WITHIN,
    CHOSEN_STEP_WITHIN,
    TELL_WITHIN,
    HandoverFacts,
    HandoverObstacle,
    HandoverState,
    PlanStanding,
    ReceiverFacts,
    obstacles_of_receiver,
    obstacles_to_offering,
)
from kaveri.steps.coordination.domain.pairs import PairObstacle, obstacles_to_pairing
from kaveri.steps.coordination.domain.waiting import (
    LONGEST_RHYTHM,
    SHORTEST_RHYTHM,
    WaitObstacle,
    WaitOutcome,
    contact_by,
    first_contact_by,
    obstacles_to_waiting,
)

__all__ = [
    "ANSWER_WITHIN",
    "CHOSEN_STEP_WITHIN",
    "LONGEST_RHYTHM",
    "SHORTEST_RHYTHM",
    "TELL_WITHIN",
    "AbsenceFacts",
    "AbsenceObstacle",
    "DecisionObstacle",
    "HandoverFacts",
    "HandoverObstacle",
    "HandoverState",
    "Instance",
    "Match",
    "Need",
    "PairObstacle",
    "PlanStanding",
    "Proposal",
    "ReceiverFacts",
    "WaitObstacle",
    "WaitOutcome",
    "contact_by",
    "deviates_from_social_welfare_act",
    "first_contact_by",
    "obstacles_of_receiver",
    "obstacles_to_absence",
    "obstacles_to_deciding",
    "obstacles_to_offering",
    "obstacles_to_pairing",
    "obstacles_to_waiting",
    "overlap",
    "proposal",
]
