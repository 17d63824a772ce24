"""What the pages of ending show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.labels import step_words
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.phones import shown_phone
from kaveri.steps.ending.domain import (
    SECOND_LOOK_DAYS,
    WITHOUT_AGREEMENT,
    EndingState,
    EndObstacle,
    Way,
    needs_summary,
    second_look_by,
)
from kaveri.steps.ending.labels import (
    AGREED_HOW,
    END_OBSTACLES,
    ENDING_STATES,
    REASONS,
    SUMMARY_PARTS,
    WAY_HINTS,
    WAYS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayChoice:
    """A way to end, to choose from."""

    part: int
    name: Any
    hint: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One thing that happens."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that was prepared."""

    name: Any
    text: Any
    change: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An ending as it was prepared or happened."""

    id: Any
    way: Any
    part: int
    state: Any
    facts: tuple[Fact, ...]
    at: dt.datetime
    by: str
    second_look: str
    looked: str
    look_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingPage:
    """Where the ending stands, and what can be done."""

    head: CaseHead
    may_end: bool
    may_reopen: bool
    may_look: bool
    ways: tuple[WayChoice, ...]
    prepared: Prepared | None
    obstacles: tuple[Any, ...]
    needs_summary: bool
    has_draft: bool
    has_summary: bool
    history: tuple[Prepared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form about an ending with what happens said first."""

    head: CaseHead
    title: Any
    form: KaveriForm
    consequences: tuple[Consequence, ...] = ()
    obstacles: tuple[Any, ...] = ()
    prepared: Prepared | None = None
    theirs: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the summary."""

    heading: Any
    text: str
    own_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPage:
    """The summary as it was given."""

    head: CaseHead
    summary_id: Any
    language: str
    parts: tuple[Part, ...]
    given_at: dt.datetime
    older: tuple[tuple[Any, dt.datetime], ...]


def ways() -> tuple[WayChoice, ...]:
    """Every way to end."""
    return tuple(WayChoice(part=_part_of(way), name=WAYS[way], hint=WAY_HINTS[way]) for way in Way)


def way_at(part: int) -> Way | None:
    """The way the address counts to."""
    return dict(enumerate(Way, start=1)).get(part)


def way_name(way: Way) -> Any:
    """The way in words."""
    return WAYS[way]


def _part_of(way: Way) -> int:
    return list(Way).index(way) + 1


def obstacle_words(obstacles: Iterable[EndObstacle]) -> tuple[Any, ...]:
    """The words of what stands in the way."""
    return tuple(END_OBSTACLES[obstacle] for obstacle in obstacles)


def prepared(ending: Any) -> Prepared:
    """One ending, prepared or done."""
    return Prepared(
        id=ending.id,
        way=WAYS[Way(ending.way)],
        part=_part_of(Way(ending.way)),
        state=ENDING_STATES[EndingState(ending.state)],
        facts=facts(ending),
        at=ending.ended_at or ending.prepared_at,
        by=ending.prepared_by.full_name if ending.prepared_by else "",
        second_look=_second_look(ending),
        looked=ending.looked_by.full_name if ending.looked_by else "",
        look_words=ending.look_words,
    )


def facts(ending: Any) -> tuple[Fact, ...]:
    """What was written about the ending; only what there is."""
    now = dates.known_language(get_language())
    owner = ending.after_care_owner
    after_care = ""
    if owner and ending.after_care_on:
        words = {"who": owner.full_name, "day": dates.long_date(ending.after_care_on, now)}
        after_care = _("%(who)s, %(day)s") % words
    agreed = ""
    if ending.agreed_how and ending.agreed_on:
        day = dates.plain_date(ending.agreed_on, now)
        agreed = _("%(how)s, %(day)s") % {"how": AGREED_HOW[ending.agreed_how], "day": day}
    lines = (
        (_("Reason"), REASONS.get(ending.reason, "")),
        (_("What came of it"), ending.outcome),
        (_("Talked about with the client"), agreed),
        (
            _("Who carries on"),
            " ".join(
                filter(None, [ending.who_continues, shown_phone(ending.continues_phone, now)])
            ),
        ),
        (_("Why nobody carries on"), ending.why_nobody),
        (_("Contact afterwards"), after_care),
    )
    return tuple(Fact(name=name, text=text) for name, text in lines if text)


def _second_look(ending: Any) -> str:
    if ending.way not in WITHOUT_AGREEMENT or ending.state != EndingState.PREPARED:
        return ""
    now = dates.known_language(get_language())
    if ending.looked_at:
        words = {
            "who": ending.looked_by.full_name,
            "day": dates.plain_date(_day(ending.looked_at), now),
        }
        return _("%(who)s took the second look on %(day)s.") % words
    day = dates.long_date(second_look_by(_day(ending.prepared_at)), now)
    return _("Waits for a second look by a colleague, or until %(day)s.") % {"day": day}


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.HELSINKI).date()


def consequences(way: Way, head: CaseHead) -> tuple[Consequence, ...]:
    """What happens when the support ends this way, said before anything is written."""
    name = {"name": head.first_name}
    lines = [
        Consequence(
            icon="pause", text=_("Nothing ends before you have confirmed it on the last page.")
        )
    ]
    if way in WITHOUT_AGREEMENT:
        days = {"days": SECOND_LOOK_DAYS}
        lines.append(
            Consequence(
                icon="eye",
                text=_("A colleague takes a second look, or %(days)s days pass first.") % days,
            )
        )
    if needs_summary(way):
        lines += [
            Consequence(
                icon="file-text",
                text=_("%(name)s gets a summary in their own language, and it stays as it is.")
                % name,
            ),
            Consequence(
                icon="phone",
                text=_(
                    "A promised contact afterwards stays on its worker's day also when all else ends."
                ),
            ),
        ]
    else:
        lines.append(
            Consequence(icon="bell-off", text=_("Nothing is sent and nobody is called afterwards."))
        )
    lines.append(
        Consequence(
            icon="users",
            text=_("The working pair's part ends. The network can read for four weeks more."),
        )
    )
    if needs_summary(way):
        lines.append(
            Consequence(
                icon="rotate-ccw",
                text=_("%(name)s can come back at any time, and the earlier work can be used.")
                % name,
            )
        )
    return tuple(lines)


def task_sentences(tasks: Iterable[Any]) -> list[tuple[str, str]]:
    """Each open task as a sentence: who does what, by when."""
    now, today = dates.known_language(get_language()), clock.today()
    return [
        (
            str(task.id),
            _("%(who)s %(what)s, %(due)s")
            % {
                "who": task.owner.full_name,
                "what": step_words(task.kind, task.what),
                "due": dates.due(task.due_on, today, now),
            },
        )
        for task in tasks
    ]


def summary_page(head: CaseHead, summary: Any, older: Iterable[Any]) -> SummaryPage:
    """The summary as the client reads it."""
    parts = tuple(
        Part(heading=heading, text=getattr(summary, name), own_words=name == "own_words")
        for name, heading in SUMMARY_PARTS.items()
        if getattr(summary, name)
    )
    return SummaryPage(
        head=head,
        summary_id=summary.id,
        language=summary.language,
        parts=parts,
        given_at=summary.given_at,
        older=tuple((row.id, row.given_at) for row in older),
    )
