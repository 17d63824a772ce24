"""Where the plan stands, and the case manager's six duties around it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kaveri.steps.planning.domain.plans import PlanForm


class PlanStatus(StrEnum):
    """The plan in one word, the same for everybody who asks."""

    NONE = "none"
    NOTE = "note"
    DRAFT = "draft"
    WAITING = "waiting"
    AGREED = "agreed"
    OUT_OF_DATE = "out_of_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What is known of a case's plan today; `number` is that of the newest agreed version, or 0."""

    exists: bool = False
    form: PlanForm = PlanForm.NOTE
    number: int = 0
    approved: bool = False
    follow_up_on: dt.date | None = None


def plan_status_of(facts: PlanFacts, *, today: dt.date) -> PlanStatus:
    """No plan, a note, a draft, agreed; and before those: the follow-up has passed."""
    if not facts.exists:
        return PlanStatus.NONE
    if facts.follow_up_on is not None and facts.follow_up_on < today:
        return PlanStatus.OUT_OF_DATE
    if not facts.number:
        return PlanStatus.NOTE if facts.form == PlanForm.NOTE else PlanStatus.DRAFT
    return PlanStatus.AGREED if facts.approved else PlanStatus.WAITING


class Duty(StrEnum):
    """The case manager's six duties, in the order of the source."""

    CONSENT = "consent"
    ARRANGEMENTS = "arrangements"
    NETWORK = "network"
    RECORDED = "recorded"
    KNOWN = "known"
    FOLLOWED = "followed"


class Missing(StrEnum):
    """What a duty still lacks."""

    WRITTEN_CONSENT = "written_consent"
    NEXT_STEP_OVERDUE = "next_step_overdue"
    ROWS_OVERDUE = "rows_overdue"
    NETWORK_NOT_TOLD = "network_not_told"
    PLAN_NOT_STARTED = "plan_not_started"
    PLAN_NOT_AGREED = "plan_not_agreed"
    NOT_APPROVED = "not_approved"
    ROWS_NOT_AGREED = "rows_not_agreed"
    NOT_CONFIRMED = "not_confirmed"
    FOLLOW_UP_NOT_AGREED = "follow_up_not_agreed"
    FOLLOW_UP_PASSED = "follow_up_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFacts:
    """What the six duties are judged by; consent and network come from those who keep them."""

    plan: PlanFacts
    written_consent: bool
    network_to_tell: int
    next_step_overdue: bool = False
    rows_overdue: int = 0
    rows_not_agreed: int = 0
    not_confirmed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """One duty: met, or with what is missing."""

    duty: Duty
    missing: tuple[Missing, ...]

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def duties(facts: DutyFacts, *, today: dt.date) -> list[DutyLine]:
    """The six duties, each with all that it lacks."""
    plan, follow_up = facts.plan, facts.plan.follow_up_on
    checks: dict[Duty, dict[Missing, bool]] = {
        Duty.CONSENT: {Missing.WRITTEN_CONSENT: not facts.written_consent},
        Duty.ARRANGEMENTS: {
            Missing.NEXT_STEP_OVERDUE: facts.next_step_overdue,
            Missing.ROWS_OVERDUE: facts.rows_overdue > 0,
        },
        Duty.NETWORK: {Missing.NETWORK_NOT_TOLD: facts.network_to_tell > 0},
        Duty.RECORDED: {
            Missing.PLAN_NOT_STARTED: not plan.exists,
            Missing.PLAN_NOT_AGREED: plan.exists and not plan.number,
            Missing.NOT_APPROVED: plan.number > 0 and not plan.approved,
        },
        Duty.KNOWN: {
            Missing.PLAN_NOT_AGREED: not plan.number,
            Missing.ROWS_NOT_AGREED: facts.rows_not_agreed > 0,
            Missing.NOT_CONFIRMED: facts.not_confirmed > 0,
        },
        Duty.FOLLOWED: {
            Missing.FOLLOW_UP_NOT_AGREED: follow_up is None,
            Missing.FOLLOW_UP_PASSED: follow_up is not None and follow_up < today,
        },
    }
    return [
        DutyLine(duty=duty, missing=tuple(what for what, lacks in found.items() if lacks))
        for duty, found in checks.items()
    ]
