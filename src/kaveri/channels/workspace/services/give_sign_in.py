"""The client gets a sign-in of their own."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.clients.services import change_client
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.domain import obstacles_to_sign_in
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.usecase.acting import acting

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client


def give_sign_in(
    *, actor: Actor, case_id: UUID, version: int, account_id: UUID, sending: UUID | None = None
) -> "Client":
    """The nearest worker, who knows the person, joins an account to them; it opens their own cases."""
    with acting(WorkspaceAction.SIGN_IN_GIVE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        client = case.client
        act.concerns(client.id)
        if client.version != version:
            raise Changed(act.action)
        refuse_if(
            obstacles_to_sign_in(
                has_one=client.account_id is not None,
                is_a_clients=people.is_clients(account_id),
                is_taken=clients.clients().filter(account_id=account_id).exists(),
            )
        )
        change_client(act, client, account_id=account_id)
        for own in cases.cases().filter(client_id=client.id):
            open_relation(act, RelationKind.SELF, account_id=account_id, case_id=own.id)
        act.record(client)
    return client
