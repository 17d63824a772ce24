"""Why the plan cannot stand like this; every reason at once."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.timeline.domain import Source
from kaveri.steps.planning.domain.plans import (
    FollowUpTerms,
    GoalLevel,
    GoalState,
    GoalTerms,
    How,
    Part,
    PlanForm,
    PlanState,
    RowState,
    RowTerms,
    Seen,
    Told,
    Wish,
    Yes,
)


class PlanObstacle(StrEnum):
    """Why something in the plan cannot be like this."""

    CASE_ENDED = "case_ended"
    PLAN_EXISTS = "plan_exists"
    REMARKS_WAIT = "remarks_wait"
    PLAN_CLOSED = "plan_closed"
    STANDS_AS_AGREED = "stands_as_agreed"
    NOT_AGREED_YET = "not_agreed_yet"
    NOT_THE_NEWEST = "not_the_newest"
    FULL_ALREADY = "full_already"
    NO_OWN_WORDS = "no_own_words"
    NO_GOAL_WORDS = "no_goal_words"
    LEADS_TO_NO_GOAL = "leads_to_no_goal"
    LEADS_TO_ITSELF = "leads_to_itself"
    NO_CAREER_GOAL = "no_career_goal"
    GOAL_CLOSED = "goal_closed"
    NO_REASON = "no_reason"
    NOTHING_SAID = "nothing_said"
    SAID_IN_THE_FUTURE = "said_in_the_future"
    REUSED_ALREADY = "reused_already"
    NOTHING_CHOSEN = "nothing_chosen"
    NO_ROW = "no_row"
    ROW_SAYS_NOTHING = "row_says_nothing"
    ROW_WITHOUT_RESPONSIBLE = "row_without_responsible"
    ROW_WITHOUT_DAY = "row_without_day"
    ROW_WISH_NOT_ASKED = "row_wish_not_asked"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    NEXT_STEP_NEEDS_OWNER = "next_step_needs_owner"
    NEXT_STEP_NEEDS_DAY = "next_step_needs_day"
    NEXT_STEP_NEEDS_WORDS = "next_step_needs_words"
    NOT_YOURS_TO_SAY = "not_yours_to_say"
    ROWS_NOT_ALL_NAMED = "rows_not_all_named"
    AGREED_ALREADY = "agreed_already"
    NO_FOLLOW_UP = "no_follow_up"
    FOLLOW_UP_WITHOUT_WHAT = "follow_up_without_what"
    FOLLOW_UP_WITHOUT_WHO = "follow_up_without_who"
    DAY_HAS_PASSED = "day_has_passed"
    DAY_NOT_COME = "day_not_come"
    BEFORE_IT_WAS_AGREED = "before_it_was_agreed"
    NOTHING_SEEN = "nothing_seen"
    SEEN_ELSEWHERE = "seen_elsewhere"
    NO_COMMENT = "no_comment"
    NO_SUCH_ITEM = "no_such_item"
    ANSWERED_ALREADY = "answered_already"
    NO_ANSWER_WORDS = "no_answer_words"
    APPROVED_ALREADY = "approved_already"
    CONFIRMED_ALREADY = "confirmed_already"
    DID_NOT_MAKE_IT = "did_not_make_it"
    NOT_WHO_SAID_IT = "not_who_said_it"


_OF_ROWS = (
    PlanObstacle.ROW_WITHOUT_RESPONSIBLE,
    PlanObstacle.ROW_WITHOUT_DAY,
    PlanObstacle.ROW_WISH_NOT_ASKED,
)


def holding(checks: dict[PlanObstacle, bool]) -> list[PlanObstacle]:
    """The reasons that hold, in order."""
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_editing(
    *, state: str, closed: bool = False, case_open: bool = True
) -> list[PlanObstacle]:
    """What is agreed stands; a new version is begun before anything is written."""
    return holding(
        {
            PlanObstacle.CASE_ENDED: not case_open,
            PlanObstacle.PLAN_CLOSED: closed,
            PlanObstacle.STANDS_AS_AGREED: not closed and state == PlanState.AGREED,
        }
    )


def obstacles_to_goal(
    goal: GoalTerms, *, leads: Mapping[UUID, UUID | None], root: UUID | None = None
) -> list[PlanObstacle]:
    """The client's words come first; a goal leads to another of the same plan, never round to itself.

    `leads` says of each goal of the plan which one it leads to; `root` is the goal that is changed.
    """
    known = goal.leads_to is None or goal.leads_to in leads
    return holding(
        {
            PlanObstacle.NO_GOAL_WORDS: not goal.own_words.strip(),
            PlanObstacle.LEADS_TO_NO_GOAL: not known,
            PlanObstacle.LEADS_TO_ITSELF: known and _comes_round(goal.leads_to, leads, root),
        }
    )


def _comes_round(to: UUID | None, leads: Mapping[UUID, UUID | None], root: UUID | None) -> bool:
    passed: set[UUID] = set()
    while to is not None and to not in passed:
        if to == root:
            return True
        passed.add(to)
        to = leads.get(to)
    return False


def obstacles_to_closing_goal(
    state: str, to: GoalState, reason: str, *, on: dt.date, today: dt.date
) -> list[PlanObstacle]:
    """A goal is closed once, on a day that has been; giving it up has a reason."""
    return holding(
        {
            PlanObstacle.GOAL_CLOSED: state != GoalState.AHEAD,
            PlanObstacle.NO_REASON: to == GoalState.GIVEN_UP and not reason.strip(),
            PlanObstacle.DAY_NOT_COME: on > today,
        }
    )


def obstacles_to_telling(told: Told, *, today: dt.date) -> list[PlanObstacle]:
    """Something is said, and on a day that has been."""
    return holding(
        {
            PlanObstacle.NOTHING_SAID: not told.text.strip(),
            PlanObstacle.SAID_IN_THE_FUTURE: told.said_on > today,
            PlanObstacle.NOT_WHO_SAID_IT: told.source not in {Source.CLIENT, Source.OWN_OBSERVATION}
            and not told.said_by.strip(),
        }
    )


def obstacles_to_row(
    row: RowTerms, *, next_step: bool = False, own_recommendation: bool = False
) -> list[PlanObstacle]:
    """A draft row may lack much, but not what is done; the next step lacks nothing.

    `own_recommendation`: the client's side would write what a professional recommends.
    """
    in_order = [on for on in (row.from_on, row.until_on) if on]
    return holding(
        {
            PlanObstacle.ROW_SAYS_NOTHING: not row.what.strip() and row.service_id is None,
            PlanObstacle.DATES_OUT_OF_ORDER: in_order != sorted(in_order),
            PlanObstacle.NEXT_STEP_NEEDS_OWNER: next_step and row.responsible_id is None,
            PlanObstacle.NEXT_STEP_NEEDS_DAY: next_step and row.due_on is None,
            PlanObstacle.NEXT_STEP_NEEDS_WORDS: next_step and not row.what.strip(),
            PlanObstacle.NOT_YOURS_TO_SAY: own_recommendation,
        }
    )


def obstacles_to_follow_up(terms: FollowUpTerms, *, today: dt.date) -> list[PlanObstacle]:
    """Who looks at what, on a day to come."""
    return holding(
        {
            PlanObstacle.FOLLOW_UP_WITHOUT_WHAT: not terms.what.strip(),
            PlanObstacle.FOLLOW_UP_WITHOUT_WHO: terms.who_id is None and not terms.who_name.strip(),
            PlanObstacle.DAY_HAS_PASSED: terms.on < today,
        }
    )


def obstacles_to_review(
    *,
    words: str,
    seen: Iterable[Seen],
    items: Collection[tuple[Part, object]],
    on: dt.date,
    next_: FollowUpTerms,
    today: dt.date,
) -> list[PlanObstacle]:
    """Something was seen, of this plan; and the next follow-up is agreed."""
    found = list(seen)
    return [
        *holding(
            {
                PlanObstacle.NOTHING_SEEN: not words.strip()
                and not any(each.text.strip() for each in found),
                PlanObstacle.SEEN_ELSEWHERE: any(
                    (each.part, each.item_id) not in items for each in found
                ),
                PlanObstacle.DAY_NOT_COME: on > today,
            }
        ),
        *obstacles_to_follow_up(next_, today=today),
    ]


def obstacles_to_yes(
    yes: Yes, *, named: bool, today: dt.date, since: dt.date | None = None
) -> list[PlanObstacle]:
    """Who said yes, and on a day that has been; signing in nobody does for another.

    `since`: the day from which there was something to say yes to.
    """
    return holding(
        {
            PlanObstacle.NOT_WHO_SAID_IT: (named and not yes.name.strip())
            or yes.how == How.SIGNED_IN,
            PlanObstacle.DAY_NOT_COME: yes.on > today,
            PlanObstacle.BEFORE_IT_WAS_AGREED: since is not None and yes.on < since,
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """A row as agreeing sees it."""

    has_responsible: bool
    has_day: bool
    wish: Wish
    state: RowState
    needs_wish: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeingFacts:
    """What is in the plan on the day it is to be agreed."""

    form: PlanForm
    own_words: str
    levels: frozenset[GoalLevel]
    rows: tuple[RowFacts, ...]
    follow_up_on: dt.date | None
    today: dt.date


def lacking(row: RowFacts, form: PlanForm) -> list[PlanObstacle]:
    """What one row lacks before the plan is agreed; what is done or left lacks nothing."""
    if row.state not in {RowState.PLANNED, RowState.BEGUN}:
        return []
    unasked = row.needs_wish and row.wish == Wish.NOT_ASKED
    return holding(
        {
            PlanObstacle.ROW_WITHOUT_RESPONSIBLE: not row.has_responsible,
            PlanObstacle.ROW_WITHOUT_DAY: not row.has_day,
            PlanObstacle.ROW_WISH_NOT_ASKED: form == PlanForm.FULL and unasked,
        }
    )


def obstacles_to_agreeing(facts: AgreeingFacts) -> list[PlanObstacle]:
    """Every reason the plan cannot be agreed yet."""
    full = facts.form == PlanForm.FULL
    of_rows = {each for row in facts.rows for each in lacking(row, facts.form)}
    return holding(
        {
            PlanObstacle.NO_OWN_WORDS: not facts.own_words.strip(),
            PlanObstacle.NO_CAREER_GOAL: full and GoalLevel.CAREER not in facts.levels,
            PlanObstacle.NO_ROW: not facts.rows,
            **{each: each in of_rows for each in _OF_ROWS},
            PlanObstacle.NO_FOLLOW_UP: facts.follow_up_on is None,
            PlanObstacle.DAY_HAS_PASSED: facts.follow_up_on is not None
            and facts.follow_up_on < facts.today,
        }
    )
