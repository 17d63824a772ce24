"""Writing down who somebody is, inside the use case that learns it."""

from typing import Any

from kaveri.casebook.clients.models import Client
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
