"""The lines of which the page of the plan is made, each with what has been said about it."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    CommentKind,
    GoalLevel,
    GoalState,
    Part,
    RowKind,
    RowState,
    Taken,
    Topic,
    Wish,
)
from kaveri.steps.planning.selectors import day_of, row_words, signed_by

if TYPE_CHECKING:
    from kaveri.steps.planning.models import Comment, Goal, PlanRow, PlanStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal as it is read."""

    id: UUID
    level: Any
    own_words: str
    wording: str
    leads_to: str
    state: Any
    reason: str
    is_open: bool
    comments: "list[CommentLine]"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """Something known, with whose it is and from when."""

    topic: Any
    text: str
    effect: str
    said_by: str
    said_on: dt.date
    told_before: bool
    comments: "list[CommentLine]"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """A row as it is read in parts 4, 5 and 6."""

    id: UUID
    what: str
    wish: Any
    client_words: str
    recommendation: str
    when: str
    late: bool
    state: Any
    who: str
    organisation: str
    client_part: str
    agreed_on: dt.date | None
    is_next_step: bool
    # None in a version that is kept: nothing is changed there.
    links: "RowLinks | None" = None
    comments: "list[CommentLine]"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLinks:
    """Where a row is changed, marked, agreed to, and another's yes noted; and a short name to say it by.

    Empty where the reader is not offered it.
    """

    short: str
    change: str
    mark: str
    agree: str
    agreed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine:
    """A comment or a proposal, about which part, and what came of it."""

    id: UUID
    kind: Any
    about: Any
    is_clients: bool
    text: str
    by: str
    at: dt.datetime
    answer: Any
    answer_words: str
    answered_by: str


# A link says which row it is about to who hears the page, in so many letters.
SHORT = 60
# Remarks by what they are about; under None what is about the whole.
Said = dict[UUID | Part | None, list[CommentLine]]


def level_of(goal: "Goal") -> int:
    """The main goal first."""
    return list(GoalLevel).index(GoalLevel(goal.level))


def goal_line(goal: "Goal", goals: "dict[UUID, Goal]", said: Said) -> GoalLine:
    """A goal, with what has been said about it."""
    leads_to = goals.get(goal.leads_to) if goal.leads_to else None
    return GoalLine(
        id=goal.id,
        level=labels.LEVELS[GoalLevel(goal.level)],
        own_words=goal.own_words,
        wording=goal.wording,
        leads_to=leads_to.own_words if leads_to else "",
        state=labels.GOAL_STATES[GoalState(goal.state)],
        reason=goal.closed_reason,
        is_open=goal.state == GoalState.AHEAD,
        comments=said.get(goal.id, []),
    )


def statement_line(row: "PlanStatement", said: Said) -> StatementLine:
    """Something known, with what has been said about it."""
    return StatementLine(
        topic=labels.TOPICS[Topic(row.topic)],
        text=row.text,
        effect=row.effect,
        said_by=row.said_by or str(SOURCES[Source(row.source)]),
        said_on=row.said_on,
        told_before=bool(row.reused_from_id or row.reused_from_plan_id),
        comments=said.get(row.id, []),
    )


def row_line(
    row: "PlanRow",
    head: CaseHead,
    said: Said,
    *,
    addresses: "RowAddresses",
    agreed_on: dt.date | None,
    may_agree: bool,
    today: dt.date,
    language: str,
) -> RowLine:
    """A row as it reads now, and what the reader is offered to do with it."""
    day = day_of(row)
    what = row_words(row, language)
    is_open = row.state in {RowState.PLANNED, RowState.BEGUN}
    who = row.responsible.full_name if row.responsible else row.responsible_name
    organisation = row.organisation_name
    works_at = row.organisation or (row.responsible.organisation if row.responsible else None)
    if not organisation and works_at:
        organisation = getattr(works_at, f"name_{language}")
    return RowLine(
        id=row.id,
        what=what,
        # What nobody decides about is not asked of the client.
        wish=labels.WISHES[Wish(row.wish)] if row.wish or row.kind != RowKind.STEP else "",
        client_words=row.client_words,
        recommendation=row.recommendation,
        when=_when(row, day, language),
        late=bool(is_open and day and day < today),
        state=labels.ROW_STATES[RowState(row.state)],
        who=head.client if row.by_client else who,
        organisation=organisation,
        client_part=row.client_part,
        agreed_on=agreed_on,
        is_next_step=row.task_id is not None,
        # Who is responsible, and has not said yes to it as it reads now, is asked to.
        links=addresses.of(row, what, to_agree=may_agree and agreed_on is None)
        if is_open
        else None,
        comments=said.get(row.id, []),
    )


class RowAddresses:
    """The addresses of the rows of one case: looked up once, not for each row of sixty."""

    _SOME_ROW = UUID(int=0)

    def __init__(self, case_id: UUID, *, change: bool, mark: bool, record: bool) -> None:
        """Look up where the rows of this case stand, as far as this reader is offered it."""
        offered = {
            "row": change,
            "row_mark": mark,
            "row_agree": True,
            "row_agreed": record,
        }
        self._known = {
            name: reverse(f"planning:{name}", args=[case_id, self._SOME_ROW]) if open_here else ""
            for name, open_here in offered.items()
        }

    def of(self, row: "PlanRow", what: str, *, to_agree: bool) -> RowLinks:
        """Those of one open row; another's yes is not noted where the reader's own is asked for."""
        some, this = str(self._SOME_ROW), str(row.id)
        change, mark, agree, agreed = (known.replace(some, this) for known in self._known.values())
        short = what if len(what) <= SHORT else f"{what[: SHORT - 1].rstrip()}…"
        return RowLinks(
            short=short,
            change=change,
            mark=mark,
            agree=agree if to_agree else "",
            agreed="" if to_agree else agreed,
        )


def _when(row: "PlanRow", day: dt.date | None, language: str) -> str:
    known = [
        dates.plain_date(each, language) if each else "" for each in (row.from_on, row.until_on)
    ]
    if any(known):
        return "–".join(known)
    return dates.plain_date(day, language) if day else ""


def said_about(comments: "Iterable[Comment]", known: "Container[UUID]") -> Said:
    """The remarks by what they are about: an item, the words or the follow-up; else the whole."""
    found: Said = {}
    for comment in comments:
        about: UUID | Part | None = None
        if comment.part in {Part.WORDS, Part.FOLLOW_UP}:
            about = Part(comment.part)
        elif comment.item_id in known:
            about = comment.item_id
        found.setdefault(about, []).append(_comment(comment, beside=about is not None))
    return found


def _comment(comment: "Comment", *, beside: bool) -> CommentLine:
    client = comment.case.client
    return CommentLine(
        id=comment.id,
        kind=labels.COMMENT_KINDS[CommentKind(comment.kind)],
        # Beside what it is about, that need not be said.
        about=labels.PARTS[Part(comment.part)] if comment.part and not beside else "",
        is_clients=comment.written_by_id == client.account_id,
        text=comment.text,
        by=comment.written_by.full_name,
        at=comment.written_at,
        answer=labels.TAKEN[Taken(comment.answer)] if comment.answer else "",
        answer_words=comment.answer_words,
        answered_by=comment.answered_by.full_name if comment.answered_by else "",
    )


def approval_words(row: Any, language: str) -> str:
    """Who, how, on which day."""
    return f"{signed_by(row)} · {labels.HOW[row.how]} · {dates.plain_date(row.on, language)}"
