"""Parts of every use case here: following by a task, and what is done next."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, set_task
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.referral_out.services.loop import in_working_days, somebody

__all__ = ["follow", "follower", "in_working_days", "set_next", "somebody"]


def follower(case: Any, source_id: UUID) -> UUID:
    """Who follows it: the owner of its open task, else the case manager."""
    owner = (
        tasks.tasks()
        .filter(source_id=source_id, state=TaskState.OPEN, owner__is_active=True)
        .values_list("owner_id", flat=True)
        .first()
    )
    near = owner is not None and (case.id, owner) in cases.related_accounts([case.id])
    return owner if owner is not None and near else case.case_manager_id


def follow(act: Act, row: Any, kind: TaskKind, *, due_on: dt.date, owner_id: UUID) -> Any:
    """What followed the row until now is done; somebody follows it on, by a day."""
    close_tasks_of(act, row.id)
    if row.case.state != CaseState.OPEN:
        return None
    return set_task(
        act,
        row.case,
        kind=kind,
        owner_id=owner_id,
        due_on=due_on,
        category=Category(row.category),
        source_type=row._meta.model_name,
        source_id=row.id,
    )


def set_next(act: Act, case: Any, next_: NextThing, *, owner_id: UUID) -> None:
    """What the one who writes will do next, when it was said."""
    if not next_.what.strip() or next_.due_on is None or case.state != CaseState.OPEN:
        return
    set_task(
        act,
        case,
        kind=TaskKind.NEXT_STEP,
        what=next_.what,
        owner_id=owner_id,
        due_on=next_.due_on,
    )
