"""Setting, changing and finishing tasks; no open case is left without a next step."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import holidays

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import cover_absences
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import Homed, home_of
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import (
    ENDS_WITH_THE_ANSWER,
    WITH_A_WAY_OF_THEIR_OWN,
    TaskKind,
    TaskObstacle,
    TaskState,
    Told,
    answer_by,
    obstacles_to_setting,
)
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.tasks.selectors.steps import next_steps
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Refused, refuse_if
from kaveri.foundation.usecase.acting import Act, acting


def set_task(
    act: Act,
    about: Homed,
    *,
    kind: TaskKind,
    owner_id: UUID,
    due_on: dt.date,
    what: str = "",
    **known: Any,
) -> Task:
    """Somebody is given something to do by a day; `about` is the case or the contact."""
    of = about._meta.model_name
    if of == "case":
        # A substitute does it for the one who is away, who has it again when the absence ends.
        owner_id = cases.stands_in_for(about.pk, owner_id) or owner_id
    owner = people.accounts().filter(pk=owner_id).first()
    near = of == "contact" or (about.pk, owner_id) in cases.related_accounts([about.pk])
    refuse_if(
        obstacles_to_setting(
            kind=kind,
            what=what,
            due_on=due_on,
            today=clock.today(),
            owner_active=owner is not None and owner.is_active,
            owner_near=near,
        )
    )
    home = home_of(about, known.pop("category", Category.LIFE_SITUATION))
    if of == "case":
        cover_absences(act, account_id=owner_id, case_id=about.pk)
    return Task.objects.create(
        kind=kind,
        what=what.strip(),
        owner_id=owner_id,
        due_on=due_on,
        made_at=clock.now(),
        made_by_id=act.actor.account_id,
        **{f"{of}_id": about.pk},
        **home,
        **known,
    )


def tell_client(act: Act, task: Task, *, how: Told, on: dt.date | None = None) -> None:
    """The client knows of this very step; a change of the step makes it unknown again."""
    ClientNotice.objects.create(
        task=task,
        task_version=task.version,
        how=how,
        on=on or clock.today(),
        by_id=act.actor.account_id,
    )


def promise_answer(act: Act, case: Any, *, kind: TaskKind, **known: Any) -> None:
    """The client wrote, and the case manager answers within two working days; one open task is enough."""
    waiting = Task.objects.filter(case_id=case.pk, kind=kind, state=TaskState.OPEN, **known)
    if waiting.exists():
        return
    today = clock.today()
    free = holidays.country_holidays("FI", years=[today.year, today.year + 1])
    task = set_task(
        act,
        case,
        kind=kind,
        owner_id=case.case_manager_id,
        due_on=answer_by(today, holidays=free),
        **known,
    )
    tell_client(act, task, how=Told.PORTAL)


def close_task(
    act: Act, task: Task, *, state: TaskState = TaskState.DONE, outcome: str = ""
) -> None:
    """The task is done or dropped."""
    refuse_if([TaskObstacle.NOT_OPEN] if task.state != TaskState.OPEN else [])
    task.state, task.closed_at, task.outcome = state, clock.now(), outcome
    task.closed_by_id = act.actor.account_id
    task.version += 1
    task.save(update_fields=["state", "closed_at", "outcome", "closed_by", "version"])


def close_tasks_of(act: Act, source_id: UUID, *, state: TaskState = TaskState.DONE) -> None:
    """Whatever followed this referral, wait, handover … is over."""
    for task in Task.objects.filter(source_id=source_id, state=TaskState.OPEN):
        close_task(act, task, state=state)


def change_task(act: Act, task: Task, **changed: Any) -> None:
    """The step becomes another: other words, day or owner; the client does not know of it yet."""
    refuse_if([TaskObstacle.NOT_OPEN] if task.state != TaskState.OPEN else [])
    if "owner_id" in changed and task.case_id:
        for_whom = cases.stands_in_for(task.case_id, changed["owner_id"])
        changed["owner_id"] = for_whom or changed["owner_id"]
        cover_absences(act, account_id=changed["owner_id"], case_id=task.case_id)
    for field, value in changed.items():
        setattr(task, field, value)
    task.version += 1
    task.changed_at = clock.now()
    task.save(update_fields=[*changed, "version", "changed_at"])


def move_tasks(act: Act, tasks: Iterable[Task], *, to_id: UUID) -> list[Task]:
    """Somebody else does these from now on; the days stand, the client does not know of it yet."""
    moved = list(tasks)
    for task in moved:
        change_task(act, task, owner_id=to_id)
    return moved


def require_next_step(case: Any) -> None:
    """Refuse to leave an open case without somebody who does something by a day."""
    if case.state != CaseState.OPEN:
        return
    if next_steps({case.id: case.case_manager_id})[case.id].is_fallback:
        raise Refused([TaskObstacle.NO_NEXT_STEP])


def create_task(
    *,
    actor: Actor,
    case_id: UUID,
    what: str,
    owner_id: UUID,
    due_on: dt.date,
    client_part: bool = False,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Task:
    """A worker gives somebody near the case, or the client, something to do by a day."""
    with acting(TaskAction.CREATE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        task = set_task(
            act,
            case,
            kind=TaskKind.CLIENT_PART if client_part else TaskKind.NEXT_STEP,
            what=what,
            owner_id=owner_id,
            due_on=due_on,
            client_part=client_part,
        )
        if told:
            tell_client(act, task, how=told)
        act.record(task, subjects=[case.client_id], facts={"case": str(case.id)})
    return task


def complete_task(
    *,
    actor: Actor,
    task_id: UUID,
    outcome: str = "",
    next_what: str = "",
    next_owner_id: UUID | None = None,
    next_due_on: dt.date | None = None,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Task:
    """The step is done; an open case that has no other step must be given its next one here."""
    with acting(TaskAction.COMPLETE, actor=actor, sending=sending) as act:
        task = act.fetch(Task.objects.select_related("case", "contact"), task_id)
        refuse_if(_own_way(task, WITH_A_WAY_OF_THEIR_OWN | ENDS_WITH_THE_ANSWER))
        close_task(act, task, outcome=outcome)
        about = task.case or task.contact
        if task.case is not None and next_what and next_due_on:
            following = set_task(
                act,
                task.case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=next_owner_id or task.owner_id,
                due_on=next_due_on,
            )
            if told:
                tell_client(act, following, how=told)
        if task.case is not None:
            require_next_step(task.case)
        act.record(task, subjects=[getattr(about, "client_id", None)])
    return task


def change_step(
    *,
    actor: Actor,
    task_id: UUID,
    version: int,
    what: str,
    owner_id: UUID,
    due_on: dt.date,
    told: Told | None = None,
) -> Task:
    """The step is changed; until somebody tells, the client does not know."""
    with acting(TaskAction.CHANGE, actor=actor) as act:
        task = act.fetch(Task.objects.select_related("case"), task_id, version=version)
        refuse_if(_own_way(task, WITH_A_WAY_OF_THEIR_OWN))
        owner = people.accounts().filter(pk=owner_id).first()
        near = task.case_id is None or (task.case_id, owner_id) in cases.related_accounts(
            [task.case_id]
        )
        refuse_if(
            obstacles_to_setting(
                kind=task.kind,
                what=what,
                due_on=due_on,
                today=clock.today(),
                owner_active=owner is not None and owner.is_active,
                owner_near=near,
            )
        )
        change_task(act, task, what=what.strip(), owner_id=owner_id, due_on=due_on)
        if told:
            tell_client(act, task, how=told)
        act.record(task, subjects=[task.case.client_id if task.case else None])
    return task


def tell_step(*, actor: Actor, task_id: UUID, how: Told, on: dt.date | None = None) -> Task:
    """It is recorded that the client knows of this step."""
    with acting(TaskAction.TELL, actor=actor) as act:
        task = act.fetch(Task.objects.select_related("case"), task_id)
        refuse_if([TaskObstacle.NOT_OPEN] if task.state != TaskState.OPEN else [])
        tell_client(act, task, how=how, on=on)
        act.record(task, subjects=[task.case.client_id if task.case else None], facts={"how": how})
    return task


def _own_way(task: Task, kinds: frozenset[TaskKind]) -> list[TaskObstacle]:
    if task.state == TaskState.OPEN and task.kind in kinds:
        return [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]
    return []


def erase_tasks(_act: Act, contact_id: UUID) -> None:
    """What was to be done about a contact goes when the contact is erased."""
    ClientNotice.objects.filter(task__contact_id=contact_id).delete()
    Task.objects.filter(contact_id=contact_id).delete()
