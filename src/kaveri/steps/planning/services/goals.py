"""Goals: in the client's words, never overwritten, attained or given up."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    GoalLevel,
    GoalState,
    GoalTerms,
    PlanObstacle,
    category_of_row,
    obstacles_to_closing_goal,
    obstacles_to_goal,
)
from kaveri.steps.planning.models import Goal, Plan
from kaveri.steps.planning.selectors import any_goal, goals
from kaveri.steps.planning.services import parts


def add_goal(*, actor: Actor, plan_id: UUID, goal: GoalTerms, sending: UUID | None = None) -> Goal:
    """A goal comes into the plan, in the client's words first."""
    with acting(PlanAction.ADD_GOAL, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        parts.edit(plan)
        refuse_if(obstacles_to_goal(goal, leads=_leads(plan)))
        career = goal.level == GoalLevel.CAREER
        usual = Category.WORK_EDUCATION if career else Category.LIFE_SITUATION
        row = _write(act, plan, goal, category=goal.category or usual)
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row, facts={"level": goal.level})
    return row


def change_goal(
    *, actor: Actor, goal_id: UUID, goal: GoalTerms, version: int, sending: UUID | None = None
) -> Goal:
    """The goal is put otherwise: a new row follows the former, which stays readable."""
    with acting(PlanAction.CHANGE_GOAL, actor=actor, sending=sending) as act:
        old, plan = _fetch(act, goal_id, version)
        parts.edit(plan)
        leads = _leads(plan)
        refuse_if(
            [
                *([PlanObstacle.GOAL_CLOSED] if old.state != GoalState.AHEAD else []),
                *obstacles_to_goal(goal, leads=leads, root=old.root_id),
            ]
        )
        category = category_of_row([old.category], goal.category)
        row = _write(act, plan, goal, category=category, replaces=old)
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row)
    return row


def close_goal(
    *,
    actor: Actor,
    goal_id: UUID,
    to: GoalState,
    on: dt.date,
    version: int,
    reason: str = "",
    sending: UUID | None = None,
) -> Goal:
    """The goal is attained, or given up with a reason; also while the plan stands as agreed."""
    with acting(PlanAction.CLOSE_GOAL, actor=actor, sending=sending) as act:
        row, plan = _fetch(act, goal_id, version)
        refuse_if(
            [
                *([PlanObstacle.PLAN_CLOSED] if plan.closed_at else []),
                *obstacles_to_closing_goal(row.state, to, reason, on=on, today=clock.today()),
            ]
        )
        row.state, row.closed_on, row.closed_reason = to, on, reason.strip()
        row.closed_by_id = actor.account_id
        parts.count_row_up(act, row, "state", "closed_on", "closed_reason", "closed_by")
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row, facts={"state": to})
    return row


def _leads(plan: Plan) -> dict[UUID, UUID | None]:
    return dict(goals().filter(plan=plan).values_list("root_id", "leads_to"))


def _fetch(act: Act, goal_id: UUID, version: int) -> tuple[Goal, Plan]:
    row = act.fetch(any_goal(), goal_id, version=version)
    act.concerns(row.case.client_id)
    plan = parts.lock_plan(act, row.plan_id)
    if Goal.objects.filter(replaces=row).exists():
        raise Changed(act.action)
    return row, plan


def _write(
    act: Act, plan: Plan, goal: GoalTerms, *, category: str, replaces: Goal | None = None
) -> Goal:
    same = {"root_id": replaces.root_id} if replaces is not None else {}
    return Goal.objects.create(
        level=goal.level,
        own_words=goal.own_words.strip(),
        wording=goal.wording.strip(),
        leads_to=goal.leads_to,
        replaces=replaces,
        **same,
        **parts.piece(act, plan, category),
    )
