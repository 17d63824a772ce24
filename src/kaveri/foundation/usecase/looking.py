"""Looking is an act too: permitted rows only, one event with everyone who was looked at."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model, QuerySet

from kaveri.foundation.access import policy
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.context import told

M = TypeVar("M", bound=Model)


class Look:
    """A look under way: a page may gather several kinds of rows in one."""

    def __init__(self, action: policy.Action, actor: Actor) -> None:
        """Hold what is looked at and by whom."""
        self.action = action
        self.actor = actor
        self.about: tuple[str, UUID | None] = ("", None)
        self.subjects: list[UUID] = []
        # The ground of the row that was opened; of a list, each person's own.
        self.ground = ""
        self.grounds: dict[UUID, str] = {}
        self.facts: dict[str, Any] = {}

    def allow(self) -> None:
        """Go on only if the actor may look at this at all."""
        if not policy.may(self.action, self.actor):
            raise Denied(self.action)

    def row(self, rows: QuerySet[M], pk: UUID) -> M:
        """The permitted row; missing and forbidden are the same."""
        self.about = (rows.model._meta.label_lower, pk)
        permitted = policy.permitted(rows, self.action, self.actor).filter(pk=pk)
        row = policy.saying_ground(permitted, self.action, self.actor).first()
        if row is None:
            raise Denied(self.action)
        self.ground = self.ground or policy.ground_of(row)
        return row

    def rows(self, rows: QuerySet[M], action: policy.Action | None = None) -> QuerySet[M]:
        """The permitted rows, not yet fetched; `action` when a part of the page has its own rule."""
        return policy.permitted(rows, action or self.action, self.actor)

    def listed(self, rows: QuerySet[M], action: policy.Action | None = None) -> QuerySet[M]:
        """The permitted rows of a list, each with the ground on which it is shown: see `shows`."""
        permitted = self.rows(rows, action)
        return policy.saying_ground(permitted, action or self.action, self.actor)

    def through(self, action: policy.Action) -> AbstractContextManager[None]:
        """A part of the page whose use case has a gate of its own; what is read inside must be fetched inside."""
        return told(self.actor, action)

    def shows(self, rows: Iterable[Model], client: str = "client_id") -> None:
        """Whose data was shown in a list; `client` is the attribute path that tells whose it is."""
        for row in rows:
            client_id = _follow(row, client)
            if client_id is not None:
                self.subjects.append(client_id)
                self.grounds.setdefault(client_id, policy.ground_of(row))

    def concerns(self, client_ids: Iterable[UUID | None]) -> None:
        """Whose data was shown."""
        self.subjects.extend(client_id for client_id in client_ids if client_id)


@contextmanager
def looking(
    action: policy.Action, *, actor: Actor, facts: Mapping[str, Any] | None = None
) -> Iterator[Look]:
    """Open a look: everything inside is read in one transaction and leaves one event."""
    look = Look(action, actor)
    look.facts.update(facts or {})
    try:
        with transaction.atomic(), told(actor, action):
            yield look
            alike = set(look.grounds.values())
            log.write(
                actor,
                action,
                Outcome.SEEN,
                about=look.about,
                subjects=look.subjects,
                ground=look.ground or (alike.pop() if len(alike) == 1 else ""),
                grounds=look.grounds,
                facts=look.facts,
            )
    except Denied:
        with transaction.atomic():
            log.write(actor, action, Outcome.DENIED, about=look.about, subjects=look.subjects)
        raise


@contextmanager
def still_looking(look: Look) -> Iterator[None]:
    """More of what a look that is over was about, as it is now; its event stands in the log already."""
    with transaction.atomic(), told(look.actor, look.action):
        yield


def open_row(
    action: policy.Action, rows: QuerySet[M], pk: UUID, *, actor: Actor, client: str = "client_id"
) -> M:
    """Look at one row; `client` is the attribute path that tells whose it is."""
    with looking(action, actor=actor) as look:
        row = look.row(rows, pk)
        look.concerns([_follow(row, client)])
    return row


def open_list(
    action: policy.Action,
    rows: QuerySet[M],
    *,
    actor: Actor,
    client: str = "client_id",
    part: slice = slice(0, 25),
) -> tuple[list[M], int]:
    """Look at one page of permitted rows; also how many there are in all."""
    with looking(action, actor=actor) as look:
        permitted = look.listed(rows)
        total = permitted.count()
        page = list(permitted[part])
        look.shows(page, client)
    return page, total


def _follow(row: Model, path: str) -> UUID | None:
    value: Any = row
    for step in path.split("."):
        value = getattr(value, step) if value is not None else None
    return value if isinstance(value, UUID) else None
