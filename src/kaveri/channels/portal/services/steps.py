"""The client says whether the next step fits."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskState, Told
from kaveri.casebook.tasks.services import require_next_step, tell_client
from kaveri.casebook.timeline.domain import EntryKind, Source, Way
from kaveri.casebook.timeline.services import add_entry
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.domain import PortalObstacle, Said
from kaveri.channels.portal.services.answering import ask_for_answer
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task


def accept_step(
    *,
    actor: Actor,
    task_id: UUID,
    version: int,
    case_id: UUID | None = None,
    sending: UUID | None = None,
) -> "Task":
    """The client says that the step fits; now it is recorded that they know of it."""
    with acting(PortalAction.ACCEPT_STEP, actor=actor, sending=sending) as act:
        task = _open_step(act, task_id, version, case_id)
        tell_client(act, task, how=Told.PORTAL)
        add_entry(
            act,
            task.case,  # type: ignore[arg-type]
            kind=EntryKind.EVENT,
            source=Source.CLIENT,
            way=Way.PORTAL,
            about_type=Said.STEP_FITS,
            about_id=task.id,
        )
        require_next_step(task.case)
        act.record(task, subjects=[task.case.client_id])  # type: ignore[union-attr]
    return task


def decline_step(
    *, actor: Actor, task_id: UUID, version: int, wish: str = "", sending: UUID | None = None
) -> "Task":
    """The client says that the step does not fit; the case manager answers within two working days."""
    with acting(PortalAction.DECLINE_STEP, actor=actor, sending=sending) as act:
        task = _open_step(act, task_id, version)
        add_entry(
            act,
            task.case,  # type: ignore[arg-type]
            kind=EntryKind.MESSAGE,
            source=Source.CLIENT,
            text=wish.strip(),
            in_own_words=True,
            way=Way.PORTAL,
            about_type=Said.STEP_DOES_NOT_FIT,
            about_id=task.id,
        )
        ask_for_answer(act, task.case)  # type: ignore[arg-type]
        require_next_step(task.case)
        act.record(task, subjects=[task.case.client_id])  # type: ignore[union-attr]
    return task


def _open_step(act: Act, task_id: UUID, version: int, case_id: UUID | None = None) -> "Task":
    task = act.fetch(tasks.of_a_case(case_id), task_id, version=version)
    refuse_if([] if task.state == TaskState.OPEN else [PortalObstacle.STEP_CLOSED])
    return task
