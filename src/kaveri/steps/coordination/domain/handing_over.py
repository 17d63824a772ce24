"""Handing a case over: three questions answered, the receiver accepts, the sender carries until then."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

# Days the receiver has to answer, and days within which the client hears who carries on.
ANSWER_WITHIN = 3
TELL_WITHIN = 3
# Days the sender has to decide what happens after a declined handover.
CHOSEN_STEP_WITHIN = 3


class HandoverState(StrEnum):
    """Where a handover stands; only one stands open for a case."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class PlanStanding(StrEnum):
    """The third question: is the plan still valid?"""

    VALID = "valid"
    NEEDS_CHANGE = "needs_change"
    NO_PLAN = "no_plan"


class HandoverObstacle(StrEnum):
    """Why a handover cannot be offered or answered like this."""

    CASE_NOT_OPEN = "case_not_open"
    ALREADY_OFFERED = "already_offered"
    NOT_OFFERED = "not_offered"
    TO_THE_SAME = "to_the_same"
    RECEIVER_NOT_ACTIVE = "receiver_not_active"
    RECEIVER_AWAY = "receiver_away"
    NOT_IN_UNIT = "not_in_unit"
    NO_GROUND = "no_ground"
    STEP_MISSING = "step_missing"
    DATE_HAS_PASSED = "date_has_passed"
    SUPPORT_MISSING = "support_missing"
    AGREED_MISSING = "agreed_missing"
    REASON_MISSING = "reason_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverFacts:
    """The one who is to carry: active, there, somebody else, with a ground to see the record."""

    is_active: bool
    is_same: bool
    has_ground: bool
    is_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFacts:
    """The three answers, and the case they are about."""

    is_open: bool
    already_offered: bool
    step: str
    due_on: dt.date
    supports_on: str
    agreed: str
    today: dt.date


def obstacles_of_receiver(receiver: ReceiverFacts) -> list[HandoverObstacle]:
    """Every reason this person cannot become case manager."""
    checks = {
        HandoverObstacle.TO_THE_SAME: receiver.is_same,
        HandoverObstacle.RECEIVER_NOT_ACTIVE: not receiver.is_active,
        HandoverObstacle.RECEIVER_AWAY: receiver.is_away,
        HandoverObstacle.NO_GROUND: receiver.is_active and not receiver.has_ground,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_offering(facts: HandoverFacts, receiver: ReceiverFacts) -> list[HandoverObstacle]:
    """Every reason the handover cannot be offered: all three questions are answered first."""
    checks = {
        HandoverObstacle.CASE_NOT_OPEN: not facts.is_open,
        HandoverObstacle.ALREADY_OFFERED: facts.already_offered,
        HandoverObstacle.STEP_MISSING: not facts.step.strip(),
        HandoverObstacle.DATE_HAS_PASSED: facts.due_on < facts.today,
        HandoverObstacle.SUPPORT_MISSING: not facts.supports_on.strip(),
        HandoverObstacle.AGREED_MISSING: not facts.agreed.strip(),
    }
    found = [obstacle for obstacle, stands in checks.items() if stands]
    return found + obstacles_of_receiver(receiver)
