"""What the pages of mapping, assessing and asking show."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.labels import TOLD
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.assessment.domain import (
    UNDER_WAY,
    AskedFor,
    AssessmentState,
    Heading,
    RequestState,
    may_follow,
)
from kaveri.steps.assessment.forms import StatementForm
from kaveri.steps.assessment.labels import (
    ASKED_FOR,
    ASSESSMENT_EVENTS,
    ASSESSMENT_STATES,
    REQUEST_STATES,
)
from kaveri.steps.assessment.models import (
    Assessment,
    AssessmentEvent,
    InformationRequest,
    Statement,
)
from kaveri.steps.referral_out.domain import SendingGround
from kaveri.steps.referral_out.labels import GROUNDS

_TAGS = {
    AssessmentState.ASKED: ("info", "send"),
    AssessmentState.BOOKED: ("info", "calendar-check"),
    AssessmentState.DONE: ("warning", "hourglass"),
    AssessmentState.RESULT: ("ok", "file-check"),
    AssessmentState.CANCELLED: ("neutral", "ban"),
}
_REQUEST_TAGS = {
    RequestState.ASKED: ("info", "send"),
    RequestState.RECEIVED: ("ok", "mail-check"),
    RequestState.DROPPED: ("neutral", "ban"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One statement, with who said it and when, and how it read before."""

    id: UUID
    text: str
    source: str
    said_on: dt.date
    written_by: str
    category: str
    in_own_words: bool
    may_correct: bool
    earlier: "tuple[StatementLine, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading with what is known under it."""

    key: str
    name: str
    help: str
    prompts: tuple[str, ...]
    lines: tuple[StatementLine, ...]
    adding: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingPage:
    """All headings; `form` stands under the one that is being written under."""

    blocks: tuple[Block, ...]
    form: StatementForm | None
    may_add: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correcting:
    """Correcting a statement; `newest` when somebody did so in the meantime."""

    form: StatementForm
    heading: str
    newest: StatementLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentLine:
    """One assessment in a list."""

    id: UUID
    what: str
    examiner: str
    question: str
    tag: Tag
    due_on: dt.date | None
    booked_on: dt.date | None
    can_do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """The assessments, or the requests, of a case."""

    lines: tuple[Any, ...]
    may_ask: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One step of an assessment."""

    at: dt.datetime
    icon: str
    what: str
    who: str
    on: dt.date | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPage:
    """One assessment with its course and its result."""

    line: AssessmentLine
    asked_by: str
    result: str
    source: str
    told: str
    told_on: dt.date | None
    steps: tuple[EventLine, ...]
    may_book: bool
    may_finish: bool
    may_record: bool
    may_cancel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One thing asked of others."""

    id: UUID
    source: str
    whom: str
    what: str
    ground: str
    tag: Tag
    asked_on: dt.datetime
    due_on: dt.date | None
    received_on: dt.date | None
    came: str
    drop_reason: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form: what it is called, what its button says, where one goes back."""

    form: KaveriForm
    title: str
    send: str
    back: str
    lead: str = ""


def language() -> str:
    """The reader's language."""
    return dates.known_language(get_language())


def mapping_page(
    headings: Mapping[str, Heading],
    rows: Iterable[Statement],
    earlier: Iterable[Statement],
    *,
    correctable: frozenset[UUID],
    form: StatementForm | None,
    adding: str,
    may_add: bool,
) -> MappingPage:
    """What is known, heading by heading."""
    read = language()
    before = {row.replaced_by.pk: row for row in earlier}
    by_heading: dict[str, list[StatementLine]] = {}
    for row in rows:
        lines = by_heading.setdefault(row.heading, [])
        lines.append(statement_line(row, before, may_correct=row.pk in correctable))
    return MappingPage(
        blocks=tuple(
            Block(
                key=key,
                name=heading.name[read],
                help=heading.help[read],
                prompts=tuple(prompt.text[read] for prompt in heading.prompts),
                lines=tuple(by_heading.get(key, [])),
                adding=form is not None and key == adding,
            )
            for key, heading in headings.items()
        ),
        form=form,
        may_add=may_add,
    )


def statement_line(
    row: Statement, before: Mapping[UUID, Statement] | None = None, *, may_correct: bool = False
) -> StatementLine:
    """One statement as it is read."""
    chain: list[StatementLine] = []
    old = (before or {}).get(row.pk)
    while old is not None:
        chain.append(statement_line(old))
        old = (before or {}).get(old.pk)
    category = Category(row.category)
    source = str(SOURCES[Source(row.source)])
    return StatementLine(
        id=row.pk,
        text=row.text,
        source=f"{source}, {row.said_by}" if row.said_by else source,
        said_on=row.said_on,
        written_by=row.written_by.full_name,
        category=str(CATEGORIES[category]) if category in SENSITIVE else "",
        in_own_words=row.in_own_words,
        may_correct=may_correct,
        earlier=tuple(chain),
    )


def assessment_line(row: Assessment) -> AssessmentLine:
    """One assessment in a list."""
    state = AssessmentState(row.state)
    late = state in UNDER_WAY and _awaited(row) < clock.today()
    word = _("late") if late else str(ASSESSMENT_STATES[state])
    return AssessmentLine(
        id=row.pk,
        what=str(ASKED_FOR[AskedFor(row.asked_for)]),
        examiner=row.examiner,
        question=row.question,
        tag=Tag("danger", "clock-alert", word) if late else Tag(*_TAGS[state], word),
        due_on=row.due_on if state is AssessmentState.ASKED else None,
        booked_on=row.booked_on if state is AssessmentState.BOOKED else None,
        can_do=row.can_do,
    )


def assessment_page(
    row: Assessment, events: Iterable[AssessmentEvent], *, may_write: bool
) -> AssessmentPage:
    """One assessment with what may be done with it now."""

    def may(state: AssessmentState) -> bool:
        return may_write and may_follow(row.state, state)

    return AssessmentPage(
        line=assessment_line(row),
        asked_by=row.asked_by.full_name,
        result=row.result,
        source=str(SOURCES[Source(row.result_source)]) if row.result_source else "",
        told=str(TOLD[Told(row.told_how)]) if row.told_how else "",
        told_on=row.told_on,
        steps=tuple(
            EventLine(
                at=event.at,
                icon=_TAGS[AssessmentState(event.state)][1],
                what=str(ASSESSMENT_EVENTS[AssessmentState(event.state)]),
                who=event.by.full_name,
                on=event.on,
                note=event.note,
            )
            for event in events
        ),
        may_book=may(AssessmentState.BOOKED),
        may_finish=may(AssessmentState.DONE),
        may_record=may(AssessmentState.RESULT),
        may_cancel=may(AssessmentState.CANCELLED),
    )


def request_line(row: InformationRequest, *, may_act: bool) -> RequestLine:
    """One thing asked of others."""
    state = RequestState(row.state)
    is_open = state is RequestState.ASKED
    late = is_open and row.due_on < clock.today()
    word = _("late") if late else str(REQUEST_STATES[state])
    ground = str(GROUNDS[SendingGround(row.ground)])
    return RequestLine(
        id=row.pk,
        source=str(SOURCES[Source(row.source)]),
        whom=row.whom,
        what=row.what,
        ground=f"{ground}: {row.ground_note}" if row.ground_note else ground,
        tag=Tag("danger", "clock-alert", word) if late else Tag(*_REQUEST_TAGS[state], word),
        asked_on=row.asked_at,
        due_on=row.due_on if is_open else None,
        received_on=row.received_on,
        came=row.entry.text if row.entry else "",
        drop_reason=row.drop_reason,
        is_open=is_open and may_act,
    )


def _awaited(row: Assessment) -> dt.date:
    return row.booked_on if row.state == AssessmentState.BOOKED and row.booked_on else row.due_on
