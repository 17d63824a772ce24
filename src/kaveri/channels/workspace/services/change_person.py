"""The client's details are put right."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.clients.services import change_client
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed
from kaveri.foundation.usecase.acting import acting

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client

CHANGEABLE = (
    "first_name",
    "last_name",
    "phone",
    "email",
    "street",
    "postal_code",
    "municipality_id",
    "language",
    "interpreter",
    "interpreter_language",
    "non_disclosure",
)


def change_person(
    *,
    actor: Actor,
    case_id: UUID,
    version: int,
    known: dict[str, Any],
    sending: UUID | None = None,
) -> "Client":
    """The nearest workers keep the client's details right; who wrote in between loses nothing."""
    with acting(WorkspaceAction.PERSON_CHANGE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        client = case.client
        if client.version != version:
            raise Changed(act.action)
        wanted = {field: known[field] for field in CHANGEABLE if field in known}
        changed = sorted(f for f, value in wanted.items() if getattr(client, f) != value)
        change_client(act, client, **wanted)
        act.record(client, subjects=[client.id], facts={"fields": changed})
    return client
