"""The case on one page: what is going on at the left, what we owe at the right."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.tasks.labels import TASK_KINDS, step_words
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.tasks.selectors.head_words import may
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.labels import ENTRY_KINDS, REACHED, SOURCES, WAYS
from kaveri.channels.workspace.forms.entries import TimelineFilter
from kaveri.channels.workspace.labels import RELATIONS
from kaveri.channels.workspace.presenters.around import Around, around
from kaveri.channels.workspace.presenters.plan import PlanCard, plan_card
from kaveri.channels.workspace.presenters.scores import Scores, scores
from kaveri.channels.workspace.presenters.words import address
from kaveri.channels.workspace.selectors.case_page import (
    CaseView,
    TimelineView,
)
from kaveri.foundation.base import clock
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.appointments.labels import ENTRY_WORDS as MEETING_WORDS
from kaveri.steps.assessment.labels import ENTRY_WORDS as ASSESSMENT_WORDS
from kaveri.steps.case_consultation.labels import ENTRY_WORDS as COLLEAGUE_WORDS
from kaveri.steps.coordination.labels import ENTRY_WORDS as COORDINATION_WORDS
from kaveri.steps.health_checks.labels import ENTRY_WORDS as HEALTH_CHECK_WORDS
from kaveri.steps.other_plans.labels import ENTRY_WORDS as OTHER_PLANS_WORDS
from kaveri.steps.permission.labels import ENTRY_WORDS as PERMISSION_WORDS
from kaveri.steps.planning.labels import ENTRY_WORDS as PLANNING_WORDS
from kaveri.steps.pre_visit.labels import ENTRY_WORDS as BACKGROUND_WORDS
from kaveri.steps.questionnaires.labels import ENTRY_WORDS as QUESTION_WORDS
from kaveri.steps.referral_out.labels import ENTRY_WORDS as REFERRAL_WORDS
from kaveri.steps.special_team.labels import ENTRY_WORDS as SPECIAL_WORDS
from kaveri.steps.statements.labels import ENTRY_WORDS as STATEMENT_WORDS
from kaveri.steps.teams.labels import ENTRY_WORDS as TEAM_WORDS

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task
    from kaveri.casebook.timeline.models import Entry

# What an entry tells of, in the words of the step that wrote it.
EVENTS: dict[str, Any] = {
    **ASSESSMENT_WORDS,
    **BACKGROUND_WORDS,
    **MEETING_WORDS,
    **COORDINATION_WORDS,
    **PLANNING_WORDS,
    **OTHER_PLANS_WORDS,
    **PERMISSION_WORDS,
    **QUESTION_WORDS,
    **REFERRAL_WORDS,
    **SPECIAL_WORDS,
    **COLLEAGUE_WORDS,
    **HEALTH_CHECK_WORDS,
    **STATEMENT_WORDS,
    **TEAM_WORDS,
    "step_fits": gettext_lazy("The client says that the next step fits"),
    "part_done": gettext_lazy("The client has done their part"),
    "ending.wish": gettext_lazy("The client wishes to end"),
    "ending.ending": gettext_lazy("The support ended"),
    "ending.reopened": gettext_lazy("The support was opened again"),
}
ICONS = {
    EntryKind.NOTE: "file-text",
    EntryKind.CONTACT: "phone",
    EntryKind.MESSAGE: "mail",
    EntryKind.DOCUMENT: "paperclip",
    EntryKind.EVENT: "circle-dot",
}
# Who answers for the case day by day, in this order.
RESPONSIBLE = (
    RelationKind.CASE_MANAGER,
    RelationKind.SUBSTITUTE,
    RelationKind.PAIR,
    RelationKind.COACH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody responsible: name, part, since when, telephone."""

    name: str
    part: Any
    title: str
    phone: str
    from_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry of the timeline as it is read."""

    at: dt.datetime
    icon: str
    dot: str
    title: str
    text: str
    words: str
    by: str
    source: Any
    document: str
    document_name: str
    only_near: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """An open task."""

    what: str
    words_language: str
    who: str
    due_on: dt.date
    is_overdue: bool
    client_part: bool
    knows: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The overview."""

    head: CaseHead
    voice_label: str
    own_words: str
    no_words: str
    people: list[Person]
    latest: list[EntryLine]
    timeline: str
    tasks: list[TaskLine]
    tasks_href: str
    scores: Scores
    around: Around
    plan: PlanCard | None
    ask_peer: str
    write: str
    record: str
    message: str
    hand_over: str
    seen_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One page of the timeline."""

    head: CaseHead
    form: TimelineFilter
    entries: list[EntryLine]
    pager: Pager
    narrowed: bool
    write: str
    record: str
    message: str
    document: str


def case_page(view: CaseView) -> Case:
    """The overview of a case."""
    head = view.head
    writes = head.is_open and _writes(head)
    return Case(
        head=head,
        voice_label=_("In %(name)s's own words") % {"name": head.first_name},
        own_words=head.own_words,
        no_words=_("%(name)s has not said anything here yet.") % {"name": head.first_name},
        people=people(head),
        latest=[entry_line(entry, head) for entry in view.latest],
        timeline=address("workspace:timeline", case_id=head.case_id),
        tasks=[_task(task, head.language) for task in view.tasks],
        tasks_href=address("coordination:tasks", case_id=head.case_id),
        scores=scores(view.answers, head),
        around=around(view),
        plan=plan_card(view),
        # From the start: until somebody has asked, the page asks for it first.
        ask_peer=address("participation:peer_support", case_id=head.case_id)
        if writes and view.peer is None
        else "",
        hand_over=address("coordination:handover", case_id=head.case_id)
        if head.is_open and may(head.relations, Act.CASE_HAND_OVER)
        else "",
        write=address("workspace:note_write", case_id=head.case_id) if writes else "",
        record=address("coordination:keep_contact", case_id=head.case_id) if writes else "",
        message=address("workspace:message_write", case_id=head.case_id) if writes else "",
        seen_as=_("You see the case as %(part)s. Your visit stands in %(name)s's log.")
        % {
            "part": ", ".join(
                str(RELATIONS[RelationKind(kind)]) for kind in sorted(head.relations)
            ),
            "name": head.first_name,
        },
    )


def timeline_page(
    view: TimelineView, form: TimelineFilter, pager: Pager, *, narrowed: bool
) -> Timeline:
    """One page of what has happened."""
    head = view.head
    writes = head.is_open and _writes(head)
    return Timeline(
        head=head,
        form=form,
        entries=[entry_line(entry, head) for entry in view.entries],
        pager=pager,
        narrowed=narrowed,
        write=address("workspace:note_write", case_id=head.case_id) if writes else "",
        record=address("coordination:keep_contact", case_id=head.case_id) if writes else "",
        message=address("workspace:message_write", case_id=head.case_id) if writes else "",
        document=address("workspace:document_add", case_id=head.case_id)
        if head.is_open and may(head.relations, Act.CASE_DOCUMENT_ADD)
        else "",
    )


def people(head: CaseHead) -> list[Person]:
    """Those who answer for the case day by day, the case manager first."""
    near = [person for person in head.people if person.kind in RESPONSIBLE]
    near.sort(key=lambda person: RESPONSIBLE.index(RelationKind(person.kind)))
    return [
        Person(
            name=person.name,
            part=RELATIONS[RelationKind(person.kind)],
            title=person.title,
            phone=person.phone,
            from_on=person.from_on,
        )
        for person in near
    ]


def entry_line(entry: "Entry", head: CaseHead) -> EntryLine:
    """An entry with its title in the reader's language; the client's own words in their own letter."""
    by_client = entry.in_own_words or (
        entry.kind == EntryKind.MESSAGE and entry.source == Source.CLIENT
    )
    writer = entry.author.full_name if entry.author else ""
    own = entry.source in {Source.OWN_OBSERVATION, Source.CLIENT}
    return EntryLine(
        at=entry.at,
        icon="message-circle" if by_client else ICONS[EntryKind(entry.kind)],
        dot="k-dot-client" if by_client else "k-dot-own" if entry.kind == EntryKind.CONTACT else "",
        title=_title(entry, head),
        text="" if by_client else entry.text,
        words=entry.text if by_client else "",
        by=writer or _from_form(entry, head),
        source="" if own else SOURCES[Source(entry.source)],
        document=address("workspace:document", case_id=entry.case_id, entry_id=entry.id)
        if entry.document
        else "",
        document_name=entry.document_name,
        only_near=entry.not_to_others,
    )


def _from_form(entry: "Entry", head: CaseHead) -> str:
    """Who wrote when no worker did: the client; of others, the source tells."""
    if entry.kind == EntryKind.MESSAGE and entry.source == Source.CLIENT:
        return _("%(name)s, through the public form") % {"name": head.client}
    return ""


def _title(entry: "Entry", head: CaseHead) -> str:
    named = {"name": head.first_name}
    if entry.about_type == "step_does_not_fit":
        return _("%(name)s says that the next step does not fit") % named
    if entry.about_type in EVENTS:
        return str(EVENTS[entry.about_type])
    if entry.kind == EntryKind.CONTACT:
        how = {"way": _first_big(WAYS.get(entry.way, "")), "went": REACHED.get(entry.reached, "")}  # type: ignore[call-overload]
        return _("%(way)s: %(went)s") % how
    if entry.kind == EntryKind.MESSAGE:
        return _message_title(Source(entry.source)) % named
    said = _("%(name)s said") % named
    return said if entry.in_own_words else _first_big(ENTRY_KINDS[EntryKind(entry.kind)])


def _message_title(source: Source) -> str:
    if source is Source.CLIENT:
        return _("%(name)s wrote")
    return (
        _("Message to %(name)s")
        if source is Source.OWN_OBSERVATION
        else _("Message about %(name)s")
    )


def _first_big(words: Any) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]


def _task(task: "Task", language: str) -> TaskLine:
    return TaskLine(
        what=step_words(task.kind, task.what) or str(TASK_KINDS.get(task.kind, "")),  # type: ignore[call-overload]
        words_language=language if task.what else "",
        who=task.owner.full_name,
        due_on=task.due_on,
        is_overdue=task.due_on < clock.today(),
        client_part=task.client_part,
        knows=task.told_on is not None,  # type: ignore[attr-defined]
        href=address("coordination:step_done", task_id=task.id),
    )


def _writes(head: CaseHead) -> bool:
    return may(
        head.relations - {RelationKind.SELF, RelationKind.REPRESENTATIVE}, Act.CASE_NOTE_WRITE
    )
