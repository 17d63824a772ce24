"""The client's other plans: who holds which, until when, and whether the support plan stands in one of them."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.records.domain import Category
from kaveri.steps.other_plans.domain.checking import PlanKind

OTHER_KINDS = tuple(kind for kind in PlanKind if kind is not PlanKind.SUPPORT)
# Picture 1: what stands under another kind; the others stand under the plan as such.
ABOVE: Mapping[PlanKind, PlanKind] = {
    PlanKind.MULTISECTORAL: PlanKind.EMPLOYMENT,
    PlanKind.DISABILITY: PlanKind.CLIENT,
}
# What it tells of somebody that they have such a plan.
_TELLS = {
    PlanKind.ACTIVATION: Category.WORK_EDUCATION,
    PlanKind.MULTISECTORAL: Category.WORK_EDUCATION,
    PlanKind.EMPLOYMENT: Category.WORK_EDUCATION,
    PlanKind.REHABILITATION: Category.HEALTH,
    PlanKind.CLIENT: Category.SOCIAL_CARE,
    PlanKind.DISABILITY: Category.SOCIAL_CARE,
    PlanKind.CARE: Category.HEALTH,
    PlanKind.INTEGRATION: Category.WORK_EDUCATION,
}
# Days before the last day or the review from which the page says so (Kaveri's default, the county decides).
SOON = dt.timedelta(days=30)


class Coming(StrEnum):
    """What is soon, or has passed, with a plan."""

    OUT = "out"
    REVIEW_LATE = "review_late"
    ENDS_SOON = "ends_soon"
    REVIEW_SOON = "review_soon"


class Told(StrEnum):
    """What the timeline tells."""

    NOTED = "other_plans.noted"
    CHANGED = "other_plans.changed"
    ENDED = "other_plans.ended"
    PUT_IN = "other_plans.put_in"
    TAKEN_OUT = "other_plans.taken_out"
    TICKED = "other_plans.ticked"


class RegisterObstacle(StrEnum):
    """Why a plan cannot be noted or changed like this."""

    CASE_ENDED = "case_ended"
    PLAN_ENDED = "plan_ended"
    NO_HOLDER = "no_holder"
    HOLDER_NOT_NEAR = "holder_not_near"
    REVIEW_AFTER_LAST_DAY = "review_after_last_day"
    NO_REASON = "no_reason"
    NO_SUPPORT_PLAN = "no_support_plan"
    PLAN_NOT_SHOWN = "plan_not_shown"
    STANDS_ALREADY = "stands_already"
    STANDS_NOT = "stands_not"
    UNKNOWN_LINE = "unknown_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """A plan as it is noted: its holder is a worker near the case, or named in words."""

    kind: PlanKind
    holder_id: UUID | None = None
    holder_name: str = ""
    organisation: str = ""
    kept_in: str = ""
    valid_until: dt.date | None = None
    review_on: dt.date | None = None
    # When more guarded than its kind: what being a client of the holder tells.
    guarded: Category | None = None


def category_of(kind: PlanKind, guarded: Category | None = None) -> Category:
    """What kind of information it is that somebody has such a plan."""
    return guarded or _TELLS[kind]


def coming(
    *, valid_until: dt.date | None, review_on: dt.date | None, today: dt.date
) -> Coming | None:
    """What is said of its days, the gravest alone; nothing while both are far."""
    if valid_until is not None and valid_until < today:
        return Coming.OUT
    if review_on is not None and review_on < today:
        return Coming.REVIEW_LATE
    if valid_until is not None and valid_until <= today + SOON:
        return Coming.ENDS_SOON
    if review_on is not None and review_on <= today + SOON:
        return Coming.REVIEW_SOON
    return None


def obstacles_to_registering(
    terms: PlanTerms, *, case_open: bool, ended: bool, holder_near: bool
) -> list[RegisterObstacle]:
    """A plan has somebody who holds it, and is looked at again before it runs out."""
    named = terms.holder_id or terms.holder_name.strip() or terms.organisation.strip()
    both = terms.valid_until is not None and terms.review_on is not None
    return _holding(
        {
            RegisterObstacle.CASE_ENDED: not case_open,
            RegisterObstacle.PLAN_ENDED: ended,
            RegisterObstacle.NO_HOLDER: not named,
            RegisterObstacle.HOLDER_NOT_NEAR: terms.holder_id is not None and not holder_near,
            RegisterObstacle.REVIEW_AFTER_LAST_DAY: both and terms.review_on > terms.valid_until,  # type: ignore[operator]
        }
    )


def obstacles_to_ending(*, ended: bool, reason: str) -> list[RegisterObstacle]:
    """Why it ended is said; also when the support has ended meanwhile."""
    return _holding(
        {RegisterObstacle.PLAN_ENDED: ended, RegisterObstacle.NO_REASON: not reason.strip()}
    )


def obstacles_to_putting_in(
    *, case_open: bool, ended: bool, has_plan: bool, plan_shown: bool, stands_in_one: bool
) -> list[RegisterObstacle]:
    """The support plan stands in one plan at a time, and only who may read it puts it there."""
    return _holding(
        {
            RegisterObstacle.CASE_ENDED: not case_open,
            RegisterObstacle.PLAN_ENDED: ended,
            RegisterObstacle.NO_SUPPORT_PLAN: not has_plan,
            RegisterObstacle.PLAN_NOT_SHOWN: has_plan and not plan_shown,
            RegisterObstacle.STANDS_ALREADY: stands_in_one,
        }
    )


def obstacles_to_taking_out(*, ended: bool, stands_here: bool) -> list[RegisterObstacle]:
    """Only what stands there is taken out."""
    return _holding(
        {RegisterObstacle.PLAN_ENDED: ended, RegisterObstacle.STANDS_NOT: not stands_here}
    )


def obstacles_to_ticking(
    *, ended: bool, ticked: Collection[str], lines: Collection[str]
) -> list[RegisterObstacle]:
    """Only lines of the version that holds now are ticked."""
    return _holding(
        {
            RegisterObstacle.PLAN_ENDED: ended,
            RegisterObstacle.UNKNOWN_LINE: not set(ticked) <= set(lines),
        }
    )


def _holding(checks: Mapping[RegisterObstacle, bool]) -> list[RegisterObstacle]:
    return [obstacle for obstacle, stands in checks.items() if stands]
