"""The identity code is shown."""

from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting


def show_code(*, actor: Actor, case_id: UUID) -> str:
    """Showing the code is an act of its own that the client's log tells of."""
    with acting(WorkspaceAction.CODE_SHOW, actor=actor) as act:
        case = act.fetch(cases.cases(), case_id)
        act.record(case, subjects=[case.client_id])
        return case.client.open_code()
