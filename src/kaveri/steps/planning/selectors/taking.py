"""Which promises made elsewhere can be put into the plan."""

from collections.abc import Collection
from uuid import UUID

from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import PlanState
from kaveri.steps.planning.selectors.plans import plan_rows, plans


def can_take(look: Look, case_id: UUID, task_ids: Collection[UUID]) -> set[UUID]:
    """Of these tasks those that are open and not in the plan, for who may write in a plan that can be written in."""
    if not task_ids:
        return set()
    here = plans().filter(case_id=case_id, closed_at=None, state=PlanState.DRAFT)
    plan = look.rows(here, PlanAction.TAKE_TASK).first()
    if plan is None:
        return set()
    there = plan_rows().filter(plan=plan, task_id__in=task_ids).values_list("task_id", flat=True)
    still_open = open_tasks().filter(pk__in=task_ids).values_list("pk", flat=True)
    return set(still_open) - set(there)
