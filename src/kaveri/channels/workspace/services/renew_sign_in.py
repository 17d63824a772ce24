"""The client, who cannot sign in any more, gets a new first password."""

import secrets
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.domain import obstacles_to_new_password
from kaveri.foundation.accounts.services import give_password
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting


def renew_sign_in(*, actor: Actor, case_id: UUID, sending: UUID | None = None) -> str:
    """The old password stops working, and whoever was signed in with it is out."""
    with acting(WorkspaceAction.SIGN_IN_RENEW, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        client = case.client
        act.concerns(client.id)
        account = client.account
        refuse_if(obstacles_to_new_password(has_none=account is None))
        assert account is not None  # noqa: S101 - refused above
        password = secrets.token_urlsafe(9)
        give_password(act, account, password, without_second_step=True)
        act.record(client)
    return password
