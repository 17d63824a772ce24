"""What is known already, offered so that nobody has to tell it twice."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.steps.planning import labels
from kaveri.steps.planning.forms import KnownForm
from kaveri.steps.planning.selectors import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """Something that was told before."""

    id: UUID
    topic: Any
    text: str
    said_by: str
    said_on: dt.date
    is_old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """What is offered, and the form in which it is ticked."""

    form: KnownForm
    lines: list[KnownLine]

    @property
    def offered(self) -> list[tuple[KnownLine, Any]]:
        """Each thing with the box that is ticked for it."""
        return list(zip(self.lines, self.form["statements"], strict=True))


def known_lines(rows: Iterable[Known]) -> list[KnownLine]:
    """One line each, with whose it is and from when."""
    return [
        KnownLine(
            id=found,
            topic=labels.TOPICS[row.topic],
            text=row.text,
            said_by=row.said_by or str(SOURCES[Source(row.source)]),
            said_on=row.said_on,
            is_old=row.is_stale,
        )
        for row in rows
        if (found := row.statement_id or row.plan_statement_id)
    ]
