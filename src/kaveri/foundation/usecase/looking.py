"""Looking is an act too: permitted rows only, one event with everyone who was looked at."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model, QuerySet

from kaveri.foundation.access import policy
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.context import tell_database

M = TypeVar("M", bound=Model)


class Look:
    """A look under way: a page may gather several kinds of rows in one."""

    def __init__(self, action: policy.Action, actor: Actor) -> None:
        """Hold what is looked at and by whom."""
        self.action = action
        self.actor = actor
        self.about: tuple[str, UUID | None] = ("", None)
        self.subjects: list[UUID] = []
        self.facts: dict[str, Any] = {}

    def allow(self) -> None:
        """Go on only if the actor may look at this at all."""
        if not policy.may(self.action, self.actor):
            raise Denied(self.action)

    def row(self, rows: QuerySet[M], pk: UUID) -> M:
        """The permitted row; missing and forbidden are the same."""
        self.about = (rows.model._meta.label_lower, pk)
        row = policy.permitted(rows, self.action, self.actor).filter(pk=pk).first()
        if row is None:
            raise Denied(self.action)
        return row

    def rows(self, rows: QuerySet[M], action: policy.Action | None = None) -> QuerySet[M]:
        """The permitted rows, not yet fetched; `action` when a part of the page has its own rule."""
        return policy.permitted(rows, action or self.action, self.actor)

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
        with transaction.atomic():
            tell_database(actor)
            yield look
            log.write(
                actor,
                action,
                Outcome.SEEN,
                about=look.about,
                subjects=look.subjects,
                facts=look.facts,
            )
    except Denied:
        with transaction.atomic():
            log.write(actor, action, Outcome.DENIED, about=look.about, subjects=look.subjects)
        raise


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
        permitted = look.rows(rows)
        total = permitted.count()
        page = list(permitted[part])
        look.concerns(_follow(row, client) for row in page)
    return page, total


def _follow(row: Model, path: str) -> UUID | None:
    value: Any = row
    for step in path.split("."):
        value = getattr(value, step) if value is not None else None
    return value if isinstance(value, UUID) else None
