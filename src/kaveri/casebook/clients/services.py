"""Writing down who somebody is, inside the use case that learns it."""

from typing import Any
from uuid import UUID

from kaveri.casebook.clients.models import Client, Representative
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act


def add_client(act: Act, *, code: str = "", **known: Any) -> Client:
    """A new person with what is known of them and the home of their record."""
    client = Client(**known)
    if code:
        client.take_code(code)
    client.save()
    act.concerns(client.id)
    return client


def change_client(act: Act, client: Client, *, code: str = "", **known: Any) -> Client:
    """Correct or add what is known of a person."""
    for field, value in known.items():
        setattr(client, field, value)
    if code:
        client.take_code(code)
    client.version += 1
    client.save()
    act.concerns(client.id)
    return client


def add_representative(act: Act, client: Client, **known: Any) -> Representative:
    """Somebody acts for the client, within a scope and a time, on a document."""
    act.concerns(client.id)
    return Representative.objects.create(client=client, **known)


def join_representative(act: Act, representative: Representative, account_id: UUID) -> None:
    """The account through which they act."""
    act.concerns(representative.client_id)
    representative.account_id = account_id
    representative.save(update_fields=["account"])


def end_representative(act: Act, representative: Representative) -> None:
    """They act for the client no longer; what they did stays."""
    act.concerns(representative.client_id)
    representative.ended_at = clock.now()
    representative.save(update_fields=["ended_at"])
