"""The person comes back, and the earlier work with them."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import reopen_case
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import (
    close_task,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination.services import let_former_members_out
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.referral_out.services import follow_again


def reopen_support(
    *,
    actor: Actor,
    case_id: UUID,
    why: str,
    next_what: str,
    next_due_on: dt.date,
    told: Told | None = None,
    sending: UUID | None = None,
) -> None:
    """The same period goes on: everything is still there, and somebody does something by a day.

    The case manager is the one who was, when they can be asked; else the worker who reopens.
    """
    with acting(EndingAction.REOPEN, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        other = (
            cases.cases()
            .filter(
                client_id=case.client_id,
                state=CaseState.OPEN,
                controller_id=case.controller_id,
                register=case.register,
            )
            .exclude(pk=case.pk)
        )
        checks = {
            EndObstacle.CASE_OPEN: case.state == CaseState.OPEN,
            EndObstacle.ANOTHER_CASE_OPEN: other.exists(),
            EndObstacle.NOTHING_WRITTEN: not why.strip(),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        manager = case.case_manager
        reopen_case(
            act,
            case,
            manager_id=manager.id if manager.is_active else actor.person_id,
            reason="came_back",
        )
        for promised in open_tasks().filter(case_id=case.id, kind=TaskKind.AFTER_CARE):
            close_task(act, promised)
        let_former_members_out(act, case)
        follow_again(act, case)
        add_entry(
            act,
            case,
            kind=EntryKind.EVENT,
            source=Source.CLIENT,
            text=why.strip(),
            about_type="ending.reopened",
        )
        step = set_task(
            act,
            case,
            kind=TaskKind.NEXT_STEP,
            what=next_what,
            owner_id=case.case_manager_id,
            due_on=next_due_on,
        )
        if told:
            tell_client(act, step, how=told)
        require_next_step(case)
        act.record(case)
