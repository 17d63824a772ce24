"""The client's details as far as the one who looks may know them."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.tasks import selectors as tasks
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import looking

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client, Representative


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Who the client is; `may_know_place` is the gate of non-disclosure."""

    head: tasks.CaseHead
    client: "Client"
    representatives: "list[Representative]"
    today: dt.date
    may_know_place: bool
    may_change: bool


def person_view(actor: Actor, case_id: UUID) -> PersonView:
    """The client's details; a protected person's place only to those who must know it."""
    with looking(WorkspaceAction.PERSON, actor=actor) as look:
        head = tasks.case_head(look, case_id)
        client = clients.clients().select_related("municipality").get(pk=head.client_id)
        nearest = look.rows(cases.cases(), WorkspaceAction.PERSON_CHANGE).filter(pk=case_id)
        may_change = nearest.exists()
        return PersonView(
            head=head,
            client=client,
            representatives=list(
                clients.representatives().filter(client_id=client.id).order_by("-from_on", "id")
            ),
            today=clock.today(),
            may_know_place=tasks.may_know_place(head, actor, protected=client.non_disclosure),
            may_change=may_change,
        )
