"""What the client's own pages read: their own data, each page one look."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import Exists, IntegerField, Max, OuterRef, Value, When

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.measures import selectors as measures
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.timeline import selectors as timeline
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.domain import Said
from kaveri.foundation.access import policy
from kaveri.foundation.access.policy import Action
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.paging import PAGE_SIZE
from kaveri.foundation.usecase.looking import Look, looking, open_row
from kaveri.steps.appointments import selectors as appointments
from kaveri.steps.assessment import selectors as assessment
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.ending import selectors as ending
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.pre_visit import selectors as pre_visit

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.measures.models import WorkAbility
    from kaveri.casebook.tasks.models import Task
    from kaveri.casebook.timeline.models import Entry
    from kaveri.steps.appointments.selectors import Next
    from kaveri.steps.assessment.models import Statement
    from kaveri.steps.coordination.models import Wait

PERSONAL = (RelationKind.SELF, RelationKind.REPRESENTATIVE)
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another case of the same sign-in: one's own earlier, or that of somebody one acts for."""

    case_id: UUID
    name: str
    reference: str
    is_own: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the client's home is made of; `head` is empty when there is no case at all."""

    head: tasks.CaseHead | None
    others: list[Other]
    step_version: int
    step_fits: bool
    # The day by which the client is answered who has said that the step does not fit.
    answered_by: dt.date | None
    parts: "list[Task]"
    message: "Entry | None"
    waits: "list[Wait]"
    # By when somebody gets in touch about each wait.
    contact_by: dict[UUID, dt.date]
    answer: "WorkAbility | None"
    # What the client has last said they want.
    wish: str
    has_summary: bool
    # The version of the plan that waits to be approved.
    to_approve: UUID | None
    # Whether something one has said about the plan is answered, and not read yet.
    has_answers: bool
    # The next meeting that is agreed on.
    meeting: "Next | None"
    # The visit whose background for the doctor waits to be read.
    background: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesView:
    """What has been written between the client and the workers."""

    head: tasks.CaseHead
    entries: "list[Entry]"
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What the client has told."""

    head: tasks.CaseHead
    entries: "list[Entry]"
    answers: "list[WorkAbility]"
    statements: "list[Statement]"


def home(actor: Actor, case_id: UUID | None) -> HomeView:
    """The client's home: the case asked for, else one's own that is open, else the newest."""
    with looking(PortalAction.HOME, actor=actor) as look:
        look.allow()
        mine = _mine(look)
        if case_id is None:
            case_id = mine[0].id if mine else None
        if case_id is None:
            return HomeView(
                head=None,
                others=[],
                step_version=0,
                step_fits=False,
                answered_by=None,
                parts=[],
                message=None,
                waits=[],
                contact_by={},
                answer=None,
                wish="",
                has_summary=False,
                to_approve=None,
                has_answers=False,
                meeting=None,
                background=None,
            )
        if case_id not in {case.id for case in mine}:
            raise Denied(PortalAction.CASE)
        head = head_of(look, case_id)
        open_tasks = list(
            look.rows(tasks.open_tasks().filter(case_id=case_id), TaskAction.READ)
            .annotate(**appointments.meeting_columns(look), **pre_visit.waiting_column(look))
            .order_by("due_on", "made_at", "id")
        )
        entries = list(
            _entries(look, case_id).filter(kind__in=(EntryKind.MESSAGE, EntryKind.EVENT))[:MOST]
        )
        step_id = head.step.task_id if head.step else None
        written = [entry for entry in entries if entry.kind == EntryKind.MESSAGE]
        answers = list(
            look.rows(measures.answers().filter(case_id=case_id), MeasureAction.READ)[:MOST]
        )
        return HomeView(
            head=head,
            others=[_other(case, actor) for case in mine if case.id != case_id],
            step_version=next((t.version for t in open_tasks if t.id == step_id), 0),
            step_fits=any(
                entry.about_type == Said.STEP_FITS and entry.about_id == step_id
                for entry in entries
            )
            and bool(head.step and head.step.client_knows),
            answered_by=_answered_by(entries, open_tasks, step_id),
            parts=[task for task in open_tasks if task.client_part],
            message=written[0] if written and written[0].source == Source.OWN_OBSERVATION else None,
            waits=list(
                look.rows(coordination.open_waits(case_id), CoordinationAction.READ_CASE_PARTS)
            )
            if head.is_open
            else [],
            contact_by={
                task.source_id: task.due_on
                for task in open_tasks
                if task.kind == TaskKind.KEEP_CONTACT and task.source_id
            },
            answer=answers[0] if answers else None,
            wish=next((answer.wished for answer in answers if answer.wished), ""),
            has_summary=not head.is_open
            and look.rows(
                ending.given_summaries().filter(case_id=case_id), EndingAction.READ_SUMMARY
            ).exists(),
            to_approve=_to_approve(look, case_id) if head.is_open else None,
            has_answers=next(
                case.has_answers  # type: ignore[attr-defined]
                for case in mine
                if case.id == case_id
            ),
            meeting=appointments.next_of(look, head, open_tasks) if head.is_open else None,
            background=next((vars(task)["background_of"] for task in open_tasks), None)
            if head.is_open
            else None,
        )


def messages(actor: Actor, case_id: UUID, *, page: int = 1) -> MessagesView:
    """What has been written to and fro, newest first; a page past the end is the last one."""
    with looking(PortalAction.MESSAGES, actor=actor) as look:
        own_or_denied(look, case_id)
        head = tasks.case_head(look, case_id)
        written = _entries(look, case_id).filter(kind=EntryKind.MESSAGE)
        total = written.count()
        first = min(page - 1, max(0, total - 1) // PAGE_SIZE) * PAGE_SIZE
        return MessagesView(
            head=head, entries=list(written[first : first + PAGE_SIZE]), total=total
        )


def told(actor: Actor, case_id: UUID) -> ToldView:
    """Own words, own notes and answers, newest first."""
    with looking(PortalAction.TOLD, actor=actor) as look:
        own_or_denied(look, case_id)
        head = tasks.case_head(look, case_id)
        return ToldView(
            head=head,
            entries=list(
                _entries(look, case_id).filter(source=Source.CLIENT).exclude(text="")[:MOST]
            ),
            answers=list(
                look.rows(measures.answers().filter(case_id=case_id), MeasureAction.READ)[:MOST]
            ),
            statements=list(
                look.rows(
                    assessment.statements(case_id).filter(source=Source.CLIENT),
                    AssessmentAction.READ_STATEMENT,
                )[:MOST]
            ),
        )


def head_for(action: Action, actor: Actor, case_id: UUID) -> tasks.CaseHead:
    """The head of one's own case, for a page where something is written."""
    with looking(action, actor=actor) as look:
        own_or_denied(look, case_id)
        return tasks.case_head(look, case_id)


def look_at_former_step(actor: Actor, case_id: UUID, task_id: UUID) -> None:
    """Whether it is a step of this case at all; nobody hears that another's has changed."""
    rows = tasks.of_a_case(case_id)
    open_row(PortalAction.DECLINE_STEP, rows, task_id, actor=actor, client="case.client_id")


def _answered_by(
    entries: "list[Entry]", open_tasks: "list[Task]", step_id: UUID | None
) -> dt.date | None:
    declined = any(
        entry.about_type == Said.STEP_DOES_NOT_FIT and entry.about_id == step_id
        for entry in entries
    )
    waiting = [task.due_on for task in open_tasks if task.kind == TaskKind.ANSWER_MESSAGE]
    return min(waiting) if declined and waiting else None


def _to_approve(look: Look, case_id: UUID) -> UUID | None:
    """The newest version of the plan, when nobody has approved it and this actor may."""
    rows = planning.versions().filter(case_id=case_id, plan__closed_at=None)
    newest = look.rows(rows, PlanAction.APPROVE).annotate(approved_on=Max("approvals__on")).first()
    return newest.pk if newest is not None and newest.approved_on is None else None


def head_of(look: Look, case_id: UUID) -> tasks.CaseHead:
    """The head, under the rule of the case; the page's own rule says only that one is a client."""
    page = look.action
    look.action = PortalAction.CASE
    try:
        return tasks.case_head(look, case_id)
    finally:
        look.action = page


def _mine(look: Look) -> "list[Case]":
    near = cases.relations_of(look.actor.account_id).filter(kind__in=PERSONAL)
    found = look.rows(cases.cases(), PortalAction.CASE).filter(id__in=near.values("case_id"))
    own_first = Choice(
        When(client__account_id=look.actor.account_id, state=CaseState.OPEN, then=Value(0)),
        When(state=CaseState.OPEN, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    answers = planning.unread_answers(look.actor).filter(
        case_id=OuterRef("pk"), plan__closed_at=None
    )
    readable = policy.permitted(answers.order_by(), PlanAction.READ, look.actor)
    return list(
        found.annotate(has_answers=Exists(readable)).order_by(own_first, "-opened_at", "id")
    )


def own_or_denied(look: Look, case_id: UUID) -> None:
    near = cases.relations_of(look.actor.account_id).filter(kind__in=PERSONAL, case_id=case_id)
    if not near.exists():
        raise Denied(look.action)


def _entries(look: Look, case_id: UUID) -> "QuerySet[Entry]":
    rows = timeline.entries().filter(case_id=case_id)
    return look.rows(rows, TimelineAction.READ).filter(timeline.open_to(look.actor))


def _other(case: "Case", actor: Actor) -> Other:
    return Other(
        case_id=case.id,
        name=case.client.full_name,
        reference=case.reference,
        is_own=case.client.account_id == actor.account_id,
        is_open=case.state == CaseState.OPEN,
    )
