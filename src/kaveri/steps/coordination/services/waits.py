"""Waiting: somebody keeps in touch in an agreed rhythm, and a missed contact rises."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.services import (
    change_task,
    close_tasks_of,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline import services as timeline
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    WaitObstacle,
    WaitOutcome,
    contact_by,
    first_contact_by,
    obstacles_to_waiting,
)
from kaveri.steps.coordination.models import Wait

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.tasks.models import Task
    from kaveri.casebook.timeline.models import Entry


SOURCE = "coordination.wait"
# How the client came to know when the next contact is, by the way of this one.
_TOLD = {
    Way.MEETING: Told.MEETING,
    Way.HOME_VISIT: Told.MEETING,
    Way.PHONE: Told.PHONE,
    Way.VIDEO: Told.PHONE,
    Way.TEXT_MESSAGE: Told.MESSAGE,
    Way.LETTER: Told.LETTER,
    Way.PORTAL: Told.PORTAL,
}


def begin_wait(
    *,
    actor: Actor,
    case_id: UUID,
    what: str,
    since_on: dt.date,
    supporter_id: UUID,
    every_days: int,
    category: Category = Category.LIFE_SITUATION,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Wait:
    """The client waits for something; somebody near the case keeps in touch meanwhile."""
    with acting(CoordinationAction.BEGIN_WAIT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        _refuse_unfit(case, what, since_on, every_days, supporter_id)
        wait = Wait.objects.create(
            case=case,
            what=what.strip(),
            since_on=since_on,
            supporter_id=supporter_id,
            every_days=every_days,
            begun_at=clock.now(),
            **home_of(case, category),
        )
        task = _set_contact(act, case, wait)
        if told:
            tell_client(act, task, how=told)
        require_next_step(case)
        act.record(wait)
    return wait


def change_wait(
    *,
    actor: Actor,
    wait_id: UUID,
    version: int,
    what: str,
    supporter_id: UUID,
    every_days: int,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Wait:
    """Another supporter or rhythm; the next contact counts from the last one, also when it is late."""
    with acting(CoordinationAction.CHANGE_WAIT, actor=actor, sending=sending) as act:
        wait = act.fetch(selectors.waits(), wait_id, version=version)
        case = _case_of(act, wait)
        refuse_if([WaitObstacle.NOT_WAITING] if wait.ended_at else [])
        _refuse_unfit(case, what, wait.since_on, every_days, supporter_id)
        wait.what, wait.supporter_id, wait.every_days = what.strip(), supporter_id, every_days
        wait.version += 1
        wait.save(update_fields=["what", "supporter", "every_days", "version"])
        task = _contact_task(wait)
        if task is None:
            task = _set_contact(act, case, wait)
        else:
            change_task(
                act, task, owner_id=supporter_id, due_on=contact_by(_last_on(wait), every_days)
            )
            _supported_by(wait, task)
        if told:
            tell_client(act, task, how=told)
        require_next_step(case)
        act.record(wait, facts={"every_days": every_days})
    return wait


def end_wait(
    *,
    actor: Actor,
    wait_id: UUID,
    version: int,
    outcome: WaitOutcome,
    next_what: str = "",
    next_owner_id: UUID | None = None,
    next_due_on: dt.date | None = None,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Wait:
    """The wait is over; what happens next is said unless another step stands."""
    with acting(CoordinationAction.END_WAIT, actor=actor, sending=sending) as act:
        wait = act.fetch(selectors.waits(), wait_id, version=version)
        case = _case_of(act, wait)
        refuse_if([WaitObstacle.NOT_WAITING] if wait.ended_at else [])
        wait.ended_at, wait.outcome = clock.now(), outcome
        wait.version += 1
        wait.save(update_fields=["ended_at", "outcome", "version"])
        close_tasks_of(act, wait.id)
        if next_what.strip() and next_due_on:
            following = set_task(
                act,
                case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=next_owner_id or case.case_manager_id,
                due_on=next_due_on,
            )
            if told:
                tell_client(act, following, how=told)
        require_next_step(case)
        act.record(wait, facts={"outcome": outcome})
    return wait


def keep_contact(
    *,
    actor: Actor,
    case_id: UUID,
    way: Way,
    reached: Reached,
    on: dt.datetime,
    text: str = "",
    told_next: bool = False,
    sending: UUID | None = None,
) -> "Entry":
    """A contact while waiting: one that came about sets the next day, a missed one leaves it to rise."""
    with acting(CoordinationAction.KEEP_CONTACT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        entry = timeline.record_contact(
            actor=actor, case_id=case_id, way=way, reached=reached, on=on, text=text
        )
        waiting = list(selectors.open_waits(case.id)) if reached == Reached.REACHED else []
        for wait in waiting:
            _after_contact(act, case, wait, told=_TOLD[way] if told_next else None)
        require_next_step(case)
        act.record(entry, facts={"reached": reached, "waits": len(waiting)})
    return entry


def _after_contact(act: Act, case: "Case", wait: Wait, *, told: Told | None) -> None:
    due_on = first_contact_by(_last_on(wait), wait.every_days, today=clock.today())
    task = _contact_task(wait)
    # An older contact written down later moves nothing back.
    if task is None or task.due_on < due_on:
        close_tasks_of(act, wait.id)
        task = _set_contact(act, case, wait)
    if told:
        tell_client(act, task, how=told)


def _set_contact(act: Act, case: "Case", wait: Wait) -> "Task":
    task = set_task(
        act,
        case,
        kind=TaskKind.KEEP_CONTACT,
        owner_id=wait.supporter_id,
        due_on=first_contact_by(_last_on(wait), wait.every_days, today=clock.today()),
        # Who may not know what is waited for sees only that somebody keeps in touch.
        category=Category(wait.category),
        source_type=SOURCE,
        source_id=wait.id,
    )
    return _supported_by(wait, task)


def _supported_by(wait: Wait, task: "Task") -> "Task":
    """A substitute supports in the name of the one who is away."""
    if wait.supporter_id != task.owner_id:
        wait.supporter_id = task.owner_id
        wait.save(update_fields=["supporter"])
    return task


def _contact_task(wait: Wait) -> "Task | None":
    return tasks.tasks().filter(source_id=wait.id, state=TaskState.OPEN).first()


def _last_on(wait: Wait) -> dt.date:
    """The last contact; before the first one the rhythm counts from the day the wait was agreed."""
    agreed_on = wait.begun_at.astimezone(clock.HELSINKI).date()
    return max(selectors.last_contact_on(wait.case_id) or wait.since_on, agreed_on)


def _case_of(act: Act, wait: Wait) -> "Case":
    case = lock_case(act, wait.case_id)
    act.concerns(case.client_id)
    return case


def _refuse_unfit(
    case: "Case", what: str, since_on: dt.date, every_days: int, supporter_id: UUID
) -> None:
    refuse_if(
        obstacles_to_waiting(
            is_open=case.state == CaseState.OPEN,
            what=what,
            since_on=since_on,
            every_days=every_days,
            supporter_near=supporter_id in {who.id for who in selectors.workers_near(case.id)},
            today=clock.today(),
        )
    )
