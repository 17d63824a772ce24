"""Statements: asked of somebody by a day, written by the headings of their kind, signed, delivered, amended.

What is signed is never overwritten; a correction is a version of its own, with the reason beside it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.foundation.base.errors import Refused

# Days within which a statement is gone through with the client (Kaveri's default, the county decides).
GONE_THROUGH_WITHIN = 7


class State(StrEnum):
    """Where a statement stands."""

    ASKED = "asked"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


class Told(StrEnum):
    """What the timeline tells of a statement."""

    ASKED = "statements.asked"
    SIGNED = "statements.signed"
    AMENDED = "statements.amended"
    WITHDRAWN = "statements.withdrawn"


class StatementObstacle(StrEnum):
    """Why a statement cannot be asked for, signed, amended or withdrawn."""

    CASE_ENDED = "case_ended"
    NO_QUESTION = "no_question"
    WRITER_NOT_NEAR = "writer_not_near"
    WRITER_LEAVES_BEFORE = "writer_leaves_before"
    NO_GROUND = "no_ground"
    NOT_ASKED = "not_asked"
    NOT_SIGNED = "not_signed"
    HEADING_EMPTY = "heading_empty"
    NOTHING_CHANGED = "nothing_changed"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a kind of statement; what is not verified is shown as "check"."""

    key: str
    names: Mapping[str, str]
    helps: Mapping[str, str]
    required: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of statement as its dated file has it."""

    key: str
    version: int
    effective_from: dt.date
    source: str
    verified: bool
    category: str
    by_team: bool
    names: Mapping[str, str]
    headings: Sequence[Heading]


class GroundMissing(Refused):
    """The one who is asked may not know of this kind of information."""

    def __init__(self, organisation_id: UUID | None, register: str, category: str) -> None:
        """Keep who and what, so that the page can name it."""
        super().__init__([StatementObstacle.NO_GROUND])
        self.organisation_id = organisation_id
        self.register = register
        self.category = category


class HeadingsEmpty(Refused):
    """What has to be written and is not, heading by heading."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Keep which headings are empty."""
        super().__init__([StatementObstacle.HEADING_EMPTY])
        self.keys = tuple(keys)


def obstacles_to_asking(
    *,
    case_open: bool,
    question: str,
    writer_near: bool,
    due_on: dt.date,
    writer_until: dt.date | None,
) -> list[StatementObstacle]:
    """Every reason; `writer_until` is the last day on which the writer stands near, None when there is none."""
    leaves = writer_near and writer_until is not None and due_on > writer_until
    checks = {
        StatementObstacle.CASE_ENDED: not case_open,
        StatementObstacle.NO_QUESTION: not question.strip(),
        StatementObstacle.WRITER_NOT_NEAR: not writer_near,
        StatementObstacle.WRITER_LEAVES_BEFORE: leaves,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_signing(*, state: State) -> list[StatementObstacle]:
    """Only what is asked for can be signed."""
    return [StatementObstacle.NOT_ASKED] if state is not State.ASKED else []


def obstacles_to_amending(
    *, state: State, why: str, before: Mapping[str, str], after: Mapping[str, str]
) -> list[StatementObstacle]:
    """A new version has a reason, and says something else than the one before."""
    checks = {
        StatementObstacle.NOT_SIGNED: state is not State.SIGNED,
        StatementObstacle.NO_REASON: not why.strip(),
        StatementObstacle.NOTHING_CHANGED: state is State.SIGNED and dict(before) == dict(after),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_withdrawing(*, state: State, reason: str) -> list[StatementObstacle]:
    """What is signed stays; a request is taken back with a reason."""
    checks = {
        StatementObstacle.NOT_ASKED: state is not State.ASKED,
        StatementObstacle.NO_REASON: not reason.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def empty_headings(kind: Kind, texts: Mapping[str, str]) -> list[str]:
    """The headings that must say something and do not."""
    return [
        heading.key
        for heading in kind.headings
        if heading.required and not texts.get(heading.key, "").strip()
    ]


def written(kind: Kind, texts: Mapping[str, str]) -> dict[str, str]:
    """What stands under each heading of the kind, in its order; what is empty is left out."""
    found = {heading.key: texts.get(heading.key, "").strip() for heading in kind.headings}
    return {key: text for key, text in found.items() if text}


def is_late(state: State, due_on: dt.date, today: dt.date) -> bool:
    """Whether the day has passed and nothing has come."""
    return state is State.ASKED and due_on < today


def go_through_by(today: dt.date) -> dt.date:
    """The day by which the statement is gone through with the client."""
    return today + dt.timedelta(days=GONE_THROUGH_WITHIN)
