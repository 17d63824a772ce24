"""The ways a support ends, what each of them needs, and what stands in the way.

Without agreement nothing ends on one worker's word: somebody else looks too, or fourteen days
pass first (both count, the county may choose one). A missed appointment is no try to reach
somebody and never ends anything; a try is dated, unanswered, and made on a day of its own after
the client was last in touch.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

# Kaveri's defaults; the county decides.
ATTEMPTS_NEEDED = 3
SECOND_LOOK_DAYS = 14
ANSWER_WISH_WITHIN = 7


class Way(StrEnum):
    """How a support ends."""

    AGREED = "agreed"
    BY_CLIENT = "by_client"
    MOVED = "moved"
    UNREACHABLE = "unreachable"
    DIED = "died"


WITHOUT_AGREEMENT = frozenset({Way.MOVED, Way.UNREACHABLE, Way.DIED})


class Reason(StrEnum):
    """Why a support ends when client and worker agree on it."""

    WORK = "work"
    STUDIES = "studies"
    REHABILITATION = "rehabilitation"
    DISABILITY_PENSION = "disability_pension"
    OTHER_SERVICE = "other_service"
    NO_LONGER_NEEDED = "no_longer_needed"
    OTHER = "other"


class Continues(StrEnum):
    """Whether somebody carries on with the client."""

    SOMEBODY = "somebody"
    NOBODY = "nobody"


class EndingState(StrEnum):
    """An ending is prepared, then done or withdrawn."""

    PREPARED = "prepared"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Fate(StrEnum):
    """What becomes of a task that is open when the support ends."""

    DONE = "done"
    MOVES_ON = "moves_on"
    NOT_NEEDED = "not_needed"


class EndObstacle(StrEnum):
    """Why a support cannot end like this, or not yet."""

    CASE_ENDED = "case_ended"
    CASE_OPEN = "case_open"
    ANOTHER_CASE_OPEN = "another_case_open"
    REASON_MISSING = "reason_missing"
    OUTCOME_MISSING = "outcome_missing"
    CONTINUES_MISSING = "continues_missing"
    WHO_CONTINUES_MISSING = "who_continues_missing"
    WHY_NOBODY_MISSING = "why_nobody_missing"
    HOW_AGREED_MISSING = "how_agreed_missing"
    AGREED_IN_THE_FUTURE = "agreed_in_the_future"
    NETWORK_NOT_TOLD = "network_not_told"
    AFTER_CARE_MISSING = "after_care_missing"
    AFTER_CARE_PASSED = "after_care_passed"
    AFTER_CARE_OWNER_NOT_NEAR = "after_care_owner_not_near"
    REFERRAL_UNANSWERED = "referral_unanswered"
    WAIT_OPEN = "wait_open"
    HANDOVER_OPEN = "handover_open"
    ASSESSMENT_OPEN = "assessment_open"
    TASKS_OPEN = "tasks_open"
    SUMMARY_MISSING = "summary_missing"
    TOO_FEW_ATTEMPTS = "too_few_attempts"
    SECOND_LOOK_MISSING = "second_look_missing"
    OWN_SECOND_LOOK = "own_second_look"
    NOT_PREPARED = "not_prepared"
    NOTHING_WRITTEN = "nothing_written"
    ALREADY_GIVEN = "already_given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What has been decided about an ending before it happens."""

    way: Way
    reason: str = ""
    outcome: str = ""
    continues: str = ""
    who_continues: str = ""
    continues_phone: str = ""
    why_nobody: str = ""
    agreed_how: str = ""
    agreed_on: dt.date | None = None
    network_told: bool = False
    after_care_on: dt.date | None = None
    after_care_owner_id: UUID | None = None
    after_care_declined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is true of the case when somebody wants to end it."""

    case_open: bool
    prepared_by_id: UUID | None
    prepared_on: dt.date
    looked_by_id: UUID | None
    referrals: int = 0
    waits: int = 0
    handovers: int = 0
    assessments: int = 0
    tasks_left: int = 0
    summary_ready: bool = False
    attempts: int = 0


def needs_summary(way: Way) -> bool:
    """Everyone who lives is left with a summary, also who cannot be reached: it waits for them."""
    return way is not Way.DIED


def obstacles_to_preparing(plan: Plan, *, today: dt.date) -> list[EndObstacle]:
    """Every reason an ending cannot stand like this."""
    return [*_about_agreement(plan, today), *_about_what_follows(plan, today)]


def _about_agreement(plan: Plan, today: dt.date) -> list[EndObstacle]:
    together = plan.way in {Way.AGREED, Way.BY_CLIENT}
    checks = {
        EndObstacle.REASON_MISSING: plan.way is Way.AGREED and not plan.reason,
        EndObstacle.OUTCOME_MISSING: not plan.outcome.strip(),
        EndObstacle.HOW_AGREED_MISSING: together and not (plan.agreed_how and plan.agreed_on),
        EndObstacle.AGREED_IN_THE_FUTURE: plan.agreed_on is not None and plan.agreed_on > today,
        EndObstacle.NETWORK_NOT_TOLD: plan.way is Way.AGREED and not plan.network_told,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def _about_what_follows(plan: Plan, today: dt.date) -> list[EndObstacle]:
    if plan.way is Way.DIED:
        return []
    checks = {
        EndObstacle.CONTINUES_MISSING: not plan.continues,
        EndObstacle.WHO_CONTINUES_MISSING: plan.continues == Continues.SOMEBODY
        and not plan.who_continues.strip(),
        EndObstacle.WHY_NOBODY_MISSING: plan.continues == Continues.NOBODY
        and not plan.why_nobody.strip(),
        EndObstacle.AFTER_CARE_MISSING: _after_care_missing(plan),
        EndObstacle.AFTER_CARE_PASSED: plan.after_care_on is not None
        and plan.after_care_on < today,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def _after_care_missing(plan: Plan) -> bool:
    """A day without a person, a person without a day, or neither where one is owed."""
    has_day, has_person = plan.after_care_on is not None, plan.after_care_owner_id is not None
    if has_day != has_person:
        return True
    if has_day:
        return False
    return plan.way is Way.AGREED or (plan.way is Way.BY_CLIENT and not plan.after_care_declined)


def obstacles_to_ending(way: Way, now: Situation, *, today: dt.date) -> list[EndObstacle]:
    """Every reason the prepared ending cannot happen yet."""
    checks = {
        EndObstacle.CASE_ENDED: not now.case_open,
        # Nobody settles referrals, waits and offers for somebody who has died; they fall away.
        EndObstacle.REFERRAL_UNANSWERED: now.referrals > 0 and way is not Way.DIED,
        EndObstacle.WAIT_OPEN: now.waits > 0 and way is not Way.DIED,
        EndObstacle.HANDOVER_OPEN: now.handovers > 0 and way is not Way.DIED,
        EndObstacle.ASSESSMENT_OPEN: now.assessments > 0,
        EndObstacle.TASKS_OPEN: now.tasks_left > 0,
        EndObstacle.SUMMARY_MISSING: needs_summary(way) and not now.summary_ready,
        EndObstacle.TOO_FEW_ATTEMPTS: way is Way.UNREACHABLE and now.attempts < ATTEMPTS_NEEDED,
        EndObstacle.SECOND_LOOK_MISSING: way in WITHOUT_AGREEMENT
        and not second_look_taken(now, today=today),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def second_look_taken(now: Situation, *, today: dt.date) -> bool:
    """Another worker has looked, or fourteen days have passed since it was prepared."""
    if now.looked_by_id is not None and now.looked_by_id != now.prepared_by_id:
        return True
    return today >= second_look_by(now.prepared_on)


def second_look_by(prepared_on: dt.date) -> dt.date:
    """The day from which nobody else needs to look."""
    return prepared_on + dt.timedelta(days=SECOND_LOOK_DAYS)


def days_tried(unanswered: Iterable[dt.date], *, last_in_touch: dt.date | None) -> list[dt.date]:
    """The days on which somebody tried in vain, each once, after the client was last in touch."""
    return sorted({day for day in unanswered if last_in_touch is None or day > last_in_touch})


def answer_wish_by(today: dt.date) -> dt.date:
    """By when a wish to end is talked about."""
    return today + dt.timedelta(days=ANSWER_WISH_WITHIN)
