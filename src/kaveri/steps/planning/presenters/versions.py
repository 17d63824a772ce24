"""The versions that were agreed, newest first, and one of them as it was."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    GoalLevel,
    GoalState,
    Item,
    Part,
    PlanForm,
    RowState,
    Topic,
    Wish,
    organisation_of,
)
from kaveri.steps.planning.forms import CompareForm
from kaveri.steps.planning.presenters.lines import GoalLine, RowLine, StatementLine, approval_words
from kaveri.steps.planning.presenters.page import SITUATION, May
from kaveri.steps.planning.selectors import ChangeLine, signed_by

if TYPE_CHECKING:
    from kaveri.steps.planning.models import Confirmation, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version: when it was agreed, who approved it, and what it is held against."""

    id: UUID
    number: int
    at: dt.datetime
    by: str
    approvals: list[str]
    before: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """So many versions of the plan, newest first."""

    lines: list[VersionLine]
    pager: Pager


def version_lines(versions: "Iterable[PlanVersion]", approvals: Iterable[Any]) -> list[VersionLine]:
    """Each version with its approvals and the version before it."""
    found = list(versions)
    given: dict[UUID, list[str]] = {}
    for row in approvals:
        given.setdefault(row.of_id, []).append(f"{signed_by(row)} · {labels.HOW[row.how]}")
    return [
        VersionLine(
            id=version.id,
            number=version.number,
            at=version.written_at,
            by=version.written_by.full_name,
            approvals=given.get(version.id, []),
            before=found[place + 1].id if place + 1 < len(found) else None,
        )
        for place, version in enumerate(found)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Two versions held against each other, and a way to choose others."""

    title: str
    form: CompareForm
    lines: list[ChangeLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakerLine:
    """Somebody who made the version: when and how they said that they know it, or how it is noted."""

    name: str
    said: str
    is_reader: bool
    # Without an account: somebody writes down that they said it.
    by_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """A version as it was agreed, in what this reader may see of it now."""

    id: UUID
    number: int
    at: dt.datetime
    by: str
    is_newest: bool
    newest_id: UUID | None
    before: UUID | None
    is_full: bool
    words: str
    about_words: tuple[()]
    goals: list[GoalLine]
    situation: list[StatementLine]
    competence: list[StatementLine]
    rows: list[RowLine]
    follow_up_on: dt.date | None
    follow_up_what: str
    follow_up_who: str
    approvals: list[str]
    makers: list[MakerLine]
    to_confirm: bool
    may_record: bool
    # What the parts of the plan's own page ask: nothing is written in a version.
    picture: None
    may: May
    being_written: bool


def version_page(
    version: "PlanVersion",
    items: Iterable[Item],
    *,
    known_as: str,
    form: str,
    services: dict[str, str],
    approvals: Iterable[Any],
    confirmations: "Iterable[Confirmation]",
    others: "list[PlanVersion]",
    reader: Actor,
    may_confirm: bool,
    may_record: bool,
    language: str,
) -> VersionPage:
    """The version as it was; `others` are all versions of the plan, newest first."""
    of: dict[Part, list[Item]] = {part: [] for part in Part}
    for item in items:
        of[Part(item["part"])].append(item)
    follow_up = next(iter(of[Part.FOLLOW_UP]), None)
    goals = {item["key"]: item["own_words"] for item in of[Part.GOAL]}
    levels = list(GoalLevel)
    makers = _makers(of[Part.MAKER], confirmations, reader, language)
    is_newest = others[0] == version
    former = [each for each in others if each.number < version.number]
    return VersionPage(
        id=version.id,
        number=version.number,
        at=version.written_at,
        by=version.written_by.full_name,
        is_newest=is_newest,
        newest_id=others[0].id,
        before=former[0].id if former else None,
        is_full=form == PlanForm.FULL,
        words="\n\n".join(item["text"] for item in of[Part.WORDS]),
        about_words=(),
        goals=[
            _goal(item, goals)
            for item in sorted(of[Part.GOAL], key=lambda item: levels.index(item["level"]))
        ],
        situation=[_statement(item) for item in of[Part.STATEMENT] if item["topic"] in SITUATION],
        competence=[
            _statement(item) for item in of[Part.STATEMENT] if item["topic"] not in SITUATION
        ],
        rows=[
            _row(item, known_as, services, language)
            for item in sorted(of[Part.ROW], key=lambda item: item["place"])
        ],
        follow_up_on=_day(follow_up["on"]) if follow_up else None,
        follow_up_what=follow_up["what"] if follow_up else "",
        follow_up_who=(follow_up["who"] or follow_up["who_name"]) if follow_up else "",
        approvals=[approval_words(row, language) for row in approvals],
        makers=makers,
        to_confirm=may_confirm
        and is_newest
        and any(maker.is_reader and not maker.said for maker in makers),
        may_record=may_record
        and is_newest
        and any(maker.by_name and not maker.said for maker in makers),
        picture=None,
        may=May(),
        being_written=False,
    )


def _makers(
    items: list[Item], confirmations: "Iterable[Confirmation]", reader: Actor, language: str
) -> list[MakerLine]:
    said = {
        str(row.by_id or row.name): f"{labels.HOW[row.how]}, {dates.plain_date(row.on, language)}"  # type: ignore[index]
        for row in confirmations
    }
    return [
        MakerLine(
            name=item["name"],
            said=said.get(item["account"] or item["name"], ""),
            is_reader=item["account"] == str(reader.account_id),
            by_name=not item["account"],
        )
        for item in items
    ]


def _goal(item: Item, goals: dict[str, str]) -> GoalLine:
    state = GoalState(item["state"])
    return GoalLine(
        id=UUID(item["id"]),
        level=labels.LEVELS[GoalLevel(item["level"])],
        own_words=item["own_words"],
        wording=item["wording"],
        leads_to=goals.get(item["leads_to"] or "", ""),
        state=labels.GOAL_STATES[state],
        reason=item["closed_reason"],
        is_open=state == GoalState.AHEAD,
        comments=[],
    )


def _statement(item: Item) -> StatementLine:
    return StatementLine(
        topic=labels.TOPICS[Topic(item["topic"])],
        text=item["text"],
        effect=item["effect"],
        said_by=item["said_by"] or str(SOURCES[Source(item["source"])]),
        said_on=dt.date.fromisoformat(item["said_on"]),
        told_before=False,
        comments=[],
    )


def _row(item: Item, client: str, services: dict[str, str], language: str) -> RowLine:
    service = services.get(str(item["service_id"]), str(item["service"]))
    state = RowState(item["state"])
    period = [
        dates.plain_date(day, language) if day else ""
        for day in map(_day, (item["from_on"], item["until_on"]))
    ]
    due = _day(item["due_on"])
    return RowLine(
        id=UUID(item["id"]),
        what=", ".join(words for words in (service, item["what"]) if words),
        wish=labels.WISHES[Wish(item["wish"])] if item["wish"] else "",
        client_words=item["client_words"],
        recommendation=item["recommendation"],
        when="–".join(period) if any(period) else dates.plain_date(due, language) if due else "",
        late=False,
        state=labels.ROW_STATES[state],
        who=client if item["by_client"] else item["responsible"] or item["responsible_name"],
        organisation=organisation_of(item, language),
        client_part=item["client_part"],
        agreed_on=_day(item["agreed_on"]),
        is_next_step=False,
        comments=[],
    )


def _day(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None
