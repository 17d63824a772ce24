"""A worker writes to the client."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import (
    close_task,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, EntryObstacle, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import acting

if TYPE_CHECKING:
    from kaveri.casebook.timeline.models import Entry


def write_to_client(
    *,
    actor: Actor,
    case_id: UUID,
    text: str,
    next_what: str = "",
    next_due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> "Entry":
    """The client reads it on their own pages; what they wrote is thereby answered."""
    with acting(WorkspaceAction.WRITE_TO_CLIENT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if([] if text.strip() else [EntryObstacle.NOTHING_WRITTEN])
        entry = add_entry(
            act, case, kind=EntryKind.MESSAGE, source=Source.OWN_OBSERVATION, text=text
        )
        for task in tasks.open_tasks().filter(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE):
            close_task(act, task)
        if next_what and next_due_on and actor.account_id:
            step = set_task(
                act,
                case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=actor.account_id,
                due_on=next_due_on,
            )
            tell_client(act, step, how=Told.MESSAGE)
        require_next_step(case)
        outbox.put(address=case.client.email, language=case.client.language)
        act.record(entry, subjects=[case.client_id])
    return entry
