"""What somebody has promised elsewhere becomes a row of the plan, and stays one promise."""

from uuid import UUID

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import PlanObstacle, RowKind, RowTerms, holding
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.selectors import plan_rows
from kaveri.steps.planning.services import parts
from kaveri.steps.planning.services.rows import write_row


def take_task(
    *, actor: Actor, plan_id: UUID, task_id: UUID, sending: UUID | None = None
) -> PlanRow:
    """An open task of the case, such as a decision of the team, stands in the plan from now on.

    Task and row are one: who does it and by which day stand in the task, and end with it.
    """
    with acting(PlanAction.TAKE_TASK, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        parts.edit(plan)
        here = tasks.tasks().filter(case_id=plan.case_id)
        task = parts.require(act, TaskAction.CHANGE, here, task_id)
        rows = plan_rows().filter(plan=plan)
        refuse_if(
            holding(
                {
                    PlanObstacle.NO_SUCH_ITEM: task.state != TaskState.OPEN or not task.what,
                    PlanObstacle.REUSED_ALREADY: rows.filter(task=task).exists(),
                }
            )
        )
        made = write_row(
            act,
            plan,
            RowTerms(
                kind=RowKind.STEP,
                what=task.what,
                responsible_id=task.owner_id,
                due_on=task.due_on,
            ),
        )
        # The day stands in the task alone.
        made.task, made.due_on = task, None
        made.save(update_fields=["task", "due_on"])
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(made, facts={"task": str(task.id)})
    return made
