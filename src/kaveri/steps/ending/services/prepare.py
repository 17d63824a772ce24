"""Preparing an ending, and letting it be."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, set_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import (
    WITHOUT_AGREEMENT,
    EndingState,
    EndObstacle,
    Plan,
    obstacles_to_preparing,
    second_look_by,
)
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.selectors import prepared_ending


def prepare_ending(
    *,
    actor: Actor,
    case_id: UUID,
    plan: Plan,
    tasks: Mapping[str, str],
    version: int | None = None,
    sending: UUID | None = None,
) -> Ending:
    """What has been agreed or found out about the ending is written down; nothing ends yet.

    `version` is the prepared ending the writer saw, None when there was none. What is prepared
    anew must be looked at anew.
    """
    with acting(EndingAction.PREPARE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        found = obstacles_to_preparing(plan, today=clock.today())
        if case.state != CaseState.OPEN:
            found.insert(0, EndObstacle.CASE_ENDED)
        if plan.after_care_owner_id and not _is_near(case.id, plan.after_care_owner_id):
            found.append(EndObstacle.AFTER_CARE_OWNER_NOT_NEAR)
        refuse_if(found)
        ending = prepared_ending(case.id)
        if (ending.version if ending else None) != version:
            raise Changed(EndingAction.PREPARE)
        ending = _write(act, case, ending, plan, tasks)
        _follow(act, case, ending, plan)
        require_next_step(case)
        act.record(ending, facts={"way": plan.way})
    return ending


def _is_near(case_id: UUID, account_id: UUID) -> bool:
    return (case_id, account_id) in cases.related_accounts([case_id])


def _write(
    act: Act, case: Any, ending: Ending | None, plan: Plan, tasks: Mapping[str, str]
) -> Ending:
    if ending is None:
        ending = Ending(case=case, version=0, **home_of(case, Category.LIFE_SITUATION))
    for field, value in asdict(plan).items():
        setattr(ending, field, value)
    ending.tasks = dict(tasks)
    ending.prepared_at, ending.prepared_by_id = clock.now(), act.actor.account_id
    ending.looked_at, ending.looked_by, ending.look_words = None, None, ""
    ending.version += 1
    ending.save()
    return ending


def _follow(act: Act, case: Any, ending: Ending, plan: Plan) -> None:
    """Without agreement the second look is a task of its own, so that the wait has an end."""
    close_tasks_of(act, ending.id, state=TaskState.DROPPED)
    if plan.way in WITHOUT_AGREEMENT:
        set_task(
            act,
            case,
            kind=TaskKind.SECOND_LOOK,
            owner_id=case.case_manager_id,
            due_on=second_look_by(clock.today()),
            source_type="ending.ending",
            source_id=ending.id,
        )


def withdraw_ending(*, actor: Actor, case_id: UUID, sending: UUID | None = None) -> None:
    """The support does not end after all; what was prepared stays to be read."""
    with acting(EndingAction.WITHDRAW, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        ending = prepared_ending(case.id)
        if ending is None:
            refuse_if([EndObstacle.NOT_PREPARED])
            return
        ending.state = EndingState.WITHDRAWN
        ending.version += 1
        ending.save(update_fields=["state", "version"])
        close_tasks_of(act, ending.id, state=TaskState.DROPPED)
        require_next_step(case)
        act.record(ending, subjects=[case.client_id])
