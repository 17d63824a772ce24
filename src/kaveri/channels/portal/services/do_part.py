"""The client has done their own part."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.services import close_task, require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source, Way
from kaveri.casebook.timeline.services import add_entry
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.domain import Said
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task


def do_part(
    *, actor: Actor, task_id: UUID, case_id: UUID | None = None, sending: UUID | None = None
) -> "Task":
    """What the client does is ticked as done, by them or by who acts for them; the timeline says by whom."""
    with acting(PortalAction.DO_PART, actor=actor, sending=sending) as act:
        task = act.fetch(tasks.of_a_case(case_id).select_related("case__client"), task_id)
        close_task(act, task)
        is_client = task.case.client.account_id == actor.account_id  # type: ignore[union-attr]
        add_entry(
            act,
            task.case,  # type: ignore[arg-type]
            kind=EntryKind.EVENT,
            source=Source.CLIENT if is_client else Source.CLOSE_PERSON,
            text=task.what,
            way=Way.PORTAL,
            about_type=Said.PART_DONE,
            about_id=task.id,
        )
        require_next_step(task.case)
        act.record(task, subjects=[task.case.client_id])  # type: ignore[union-attr]
    return task
