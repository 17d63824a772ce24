"""Who does what and when: written, changed, put in order, marked.

A row that is the case's next step has a task: both are made, changed and closed together, and the
day stands in the task alone (`selectors.day_of`). When the task is moved elsewhere, the row shows
the moved day, and the agreement to the former day no longer holds.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import change_task, close_task, require_next_step, set_task
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor, Role
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.assessment.services.parts import set_next
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    AGREED_TO,
    Part,
    PlanObstacle,
    RowState,
    RowTerms,
    category_of_row,
    holding,
    obstacles_to_row,
)
from kaveri.steps.planning.models import Plan, PlanRow
from kaveri.steps.planning.selectors import day_of, plan_rows
from kaveri.steps.planning.services import parts

_FIELDS = tuple(name for name in RowTerms.__dataclass_fields__ if name != "category")


def write_row(act: Act, plan: Plan, row: RowTerms, *, next_step: bool = False) -> PlanRow:
    """A row comes last in the plan; as the next step, with its task."""
    refuse_if(_obstacles(act, row, next_step=next_step))
    last = plan_rows().filter(plan=plan).last()
    made = PlanRow.objects.create(
        **_stripped(row),
        place=last.place + 1 if last else 1,
        **parts.piece(act, plan, _category(row)),
    )
    if next_step:
        _link(act, plan, made)
    return made


def add_row(
    *,
    actor: Actor,
    plan_id: UUID,
    row: RowTerms,
    next_step: bool = False,
    sending: UUID | None = None,
) -> PlanRow:
    """Something is to be done towards the goals."""
    with acting(PlanAction.ADD_ROW, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        parts.edit(plan)
        made = write_row(act, plan, row, next_step=next_step)
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(made, facts={"kind": row.kind})
    return made


def change_row(
    *,
    actor: Actor,
    row_id: UUID,
    version: int,
    row: RowTerms,
    next_step: bool = False,
    sending: UUID | None = None,
) -> PlanRow:
    """The row reads otherwise; what the responsible one agreed to has to be agreed again."""
    with acting(PlanAction.CHANGE_ROW, actor=actor, sending=sending) as act:
        made, plan = _fetch(act, row_id, version)
        parts.edit(plan)
        linked = made.task is not None and made.task.state == TaskState.OPEN
        refuse_if(_obstacles(act, row, next_step=next_step or linked, now=made))
        before, after = _content(made), _stripped(row)
        if before != after:
            parts.keep_former(act, plan, Part.ROW, made, _plain(before))
        if any(before[name] != after[name] for name in AGREED_TO):
            made.content_no += 1
        for name in _FIELDS:
            setattr(made, name, after[name])
        made.category = category_of_row([made.category], _category(row))
        if linked:
            _move(act, made)
        elif next_step:
            made.task = None
            _link(act, plan, made)
        elif made.task is not None:
            # The step is done: its day is its task's, and stays there.
            made.due_on = None
        parts.count_row_up(act, made, *_FIELDS, "category", "content_no", "task")
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(made)
    return made


def mark_row(
    *,
    actor: Actor,
    row_id: UUID,
    version: int,
    state: RowState,
    reason: str = "",
    next_: NextThing | None = None,
    case_id: UUID | None = None,
    sending: UUID | None = None,
) -> PlanRow:
    """It has begun, it is done, or it is left with a reason; its task ends with it."""
    with acting(PlanAction.MARK_ROW, actor=actor, sending=sending) as act:
        row, plan = _fetch(act, row_id, version, case_id)
        refuse_if(
            holding(
                {
                    PlanObstacle.PLAN_CLOSED: plan.closed_at is not None,
                    PlanObstacle.NO_REASON: state == RowState.LEFT and not reason.strip(),
                }
            )
        )
        if row.left_reason and row.left_reason != reason.strip():
            parts.keep_former(act, plan, Part.ROW, row, _plain(_content(row), row.left_reason))
        row.state, row.left_reason = state, reason.strip()
        over = state in {RowState.DONE, RowState.LEFT}
        if over and row.task is not None and row.task.state == TaskState.OPEN:
            task = parts.require(act, TaskAction.COMPLETE, tasks.tasks(), row.task.pk)
            close_task(
                act, task, state=TaskState.DONE if state == RowState.DONE else TaskState.DROPPED
            )
        if next_ is not None and next_.what.strip():
            parts.require(act, TaskAction.CREATE, cases.cases(), plan.case_id)
            set_next(act, plan.case, next_, owner_id=plan.case.case_manager_id)
        parts.count_row_up(act, row, "state", "left_reason")
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row, facts={"state": state})
    return row


def reorder_rows(
    *,
    actor: Actor,
    plan_id: UUID,
    row_ids: Sequence[UUID],
    version: int,
    sending: UUID | None = None,
) -> Plan:
    """The rows come in this order; every row of the plan is named, none twice."""
    with acting(PlanAction.REORDER_ROWS, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id, version=version)
        parts.edit(plan)
        rows = {row.id: row for row in plan_rows().filter(plan=plan)}
        refuse_if([PlanObstacle.ROWS_NOT_ALL_NAMED] if sorted(rows) != sorted(row_ids) else [])
        for place, row_id in enumerate(row_ids, start=1):
            if rows[row_id].place != place:
                rows[row_id].place = place
                parts.count_row_up(act, rows[row_id], "place")
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(plan)
    return plan


def _fetch(
    act: Act, row_id: UUID, version: int, case_id: UUID | None = None
) -> tuple[PlanRow, Plan]:
    rows = plan_rows().filter(case_id=case_id) if case_id else plan_rows()
    row = act.fetch(rows, row_id, version=version)
    act.concerns(row.case.client_id)
    return row, parts.lock_plan(act, row.plan_id)


def _obstacles(
    act: Act, row: RowTerms, *, next_step: bool, now: PlanRow | None = None
) -> list[PlanObstacle]:
    recommended = now.recommendation if now is not None else ""
    by_client_side = Role.CLIENT in act.actor.roles
    known = (
        row.service_id in {None, now.service_id if now else None}
        or directory.services().filter(pk=row.service_id).exists()
    ) and (
        row.responsible_id in {None, now.responsible_id if now else None}
        or people.accounts().filter(pk=row.responsible_id, is_active=True).exists()
    )
    return [
        *obstacles_to_row(
            row,
            next_step=next_step,
            own_recommendation=by_client_side and row.recommendation.strip() != recommended,
        ),
        *([] if known else [PlanObstacle.NO_SUCH_ITEM]),
    ]


def _category(row: RowTerms) -> Category:
    """What being the client of the service, its organisation or the responsible one's discloses."""
    service = directory.services().filter(pk=row.service_id).first() if row.service_id else None
    who = people.accounts().filter(pk=row.responsible_id).first() if row.responsible_id else None
    organisations = [
        service.organisation_id if service else None,
        row.organisation_id,
        who.organisation_id if who else None,
    ]
    partners = dict(
        directory.partners()
        .filter(organisation_id__in=[each for each in organisations if each])
        .values_list("organisation_id", "discloses")
    )
    disclosed = [service.discloses if service else None]
    disclosed += [partners.get(each) if each else None for each in organisations]
    return category_of_row(disclosed, row.category)


def _content(row: PlanRow) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in _FIELDS}
    found["due_on"] = day_of(row)
    return found


def _stripped(row: RowTerms) -> dict[str, Any]:
    found = asdict(row)
    found.pop("category")
    return {name: value.strip() if type(value) is str else value for name, value in found.items()}


def _plain(content: dict[str, Any], left_reason: str = "") -> dict[str, Any]:
    plain = {
        name: value if value is None or isinstance(value, bool) else str(value)
        for name, value in content.items()
    }
    return {**plain, "left_reason": left_reason}


def _link(act: Act, plan: Plan, row: PlanRow) -> None:
    """The row becomes the case's next step; only who may give tasks does that."""
    parts.require(act, TaskAction.CREATE, cases.cases(), plan.case_id)
    assert row.due_on is not None  # noqa: S101 - refused above
    assert row.responsible_id is not None  # noqa: S101 - refused above
    row.task = set_task(
        act,
        plan.case,
        kind=TaskKind.NEXT_STEP,
        what=row.what,
        owner_id=row.responsible_id,
        due_on=row.due_on,
        category=Category(row.category),
        source_type="planrow",
        source_id=row.pk,
    )
    row.due_on = None
    row.save(update_fields=["task", "due_on"])


def _move(act: Act, row: PlanRow) -> None:
    """The linked task goes with the row: same words, same day, same one who does it."""
    assert row.task is not None  # noqa: S101 - the caller has looked
    task = parts.require(act, TaskAction.CHANGE, tasks.tasks(), row.task.pk)
    wanted = {"what": row.what, "owner_id": row.responsible_id, "due_on": row.due_on}
    changed = {name: value for name, value in wanted.items() if getattr(task, name) != value}
    if changed:
        change_task(act, task, **changed)
    row.task, row.due_on = task, None
