"""The client gets a sign-in of their own, made at the desk."""

import secrets
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.clients.services import change_client
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.domain import obstacles_to_new_sign_in
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.services import add_client_account
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.usecase.acting import acting


def make_sign_in(
    *, actor: Actor, case_id: UUID, version: int, username: str, sending: UUID | None = None
) -> str:
    """The nearest worker, who knows the person, makes their account; the first password is told once."""
    with acting(WorkspaceAction.SIGN_IN_MAKE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        client = case.client
        act.concerns(client.id)
        if client.version != version:
            raise Changed(act.action)
        taken = people.accounts().filter(username__iexact=username).exists()
        has_one = client.account_id is not None
        refuse_if(obstacles_to_new_sign_in(has_one=has_one, name_taken=taken))
        password = secrets.token_urlsafe(9)
        account = add_client_account(
            act,
            username=username,
            password=password,
            first_name=client.first_name,
            last_name=client.last_name,
            language=client.language if client.language in {"sv", "fi", "en"} else "fi",
        )
        change_client(act, client, account_id=account.id)
        for own in cases.cases().filter(client_id=client.id):
            open_relation(act, RelationKind.SELF, account_id=account.id, case_id=own.id)
        act.record(client)
    return password
