"""Writing to the log. Only `usecase` and the sign-in doors call this."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor


def write(
    actor: Actor,
    action: str,
    outcome: Outcome,
    *,
    about: tuple[str, UUID | None] = ("", None),
    subjects: Iterable[UUID] = (),
    ground: str = "",
    grounds: Mapping[UUID, str] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Event:
    """Leave one event and one subject row per person; `facts` holds ids and codes, never words.

    `grounds` says for each person the ground, where it is not that of the event.
    """
    moment = clock.now()
    grounds = grounds or {}
    event = Event.objects.create(
        at=moment,
        action=action,
        outcome=outcome,
        account_id=actor.account_id,
        job=actor.job,
        organisation_id=actor.organisation_id,
        register=actor.register,
        object_type=about[0],
        object_id=about[1],
        ground=ground,
        facts=dict(facts or {}),
        request_id=actor.request_id,
    )
    Subject.objects.bulk_create(
        Subject(
            event_id=event.id,
            client_id=client_id,
            ground=grounds.get(client_id) or ground,
            at=moment,
        )
        for client_id in dict.fromkeys(subjects)
    )
    return event
