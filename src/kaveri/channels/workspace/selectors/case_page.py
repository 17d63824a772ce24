"""The case on one page, and its timeline."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.consent.selectors import consents, consents_in_force
from kaveri.casebook.measures import selectors as measures
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors.head_words import may
from kaveri.casebook.timeline import selectors as timeline
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import EntryKind
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.assessment import selectors as assessment
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.participation import selectors as participation
from kaveri.steps.permission import selectors as permission
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.domain import DutyLine
from kaveri.steps.referral_out import selectors as referrals_out
from kaveri.steps.referral_out.actions import ReferralOutAction

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.casebook.consent.models import ConsentParty
    from kaveri.casebook.measures.models import WorkAbility
    from kaveri.casebook.tasks.models import Task
    from kaveri.casebook.timeline.models import Entry
    from kaveri.steps.assessment.models import Assessment
    from kaveri.steps.coordination.models import Wait
    from kaveri.steps.referral_out.models import ReferralOut

# Whose the six duties are, and who carries them in the case manager's place.
CARRIES = frozenset({RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE})
LATEST, PAGE, ANSWERS, REFERRALS, PARTIES = 5, 25, 24, 6, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """What the overview of a case is made of."""

    head: tasks.CaseHead
    latest: "list[Entry]"
    tasks: "list[Task]"
    answers: "list[WorkAbility]"
    referrals: "list[ReferralOut]"
    waits: "list[Wait]"
    peer: participation.PeerNow | None
    assessments: "list[Assessment]"
    # Between whom, each with its consent, the newest consent first.
    consents: "list[ConsentParty]"
    # None for whoever may not open the plan.
    plan: planning.PlanStanding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesView:
    """The six duties of the case manager, as they stand."""

    head: tasks.CaseHead
    duties: list[DutyLine]
    # The newest agreed version of the plan, where there is one.
    version_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """One page of a timeline."""

    head: tasks.CaseHead
    entries: "list[Entry]"
    total: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))


def case_view(actor: Actor, case_id: UUID) -> CaseView:
    """The case on one page."""
    with looking(WorkspaceAction.CASE, actor=actor) as look:
        # The head counts on every open task; the card shows those one may read.
        rows = policy.marked(
            tasks.open_steps(actor).filter(case_id=case_id), TaskAction.READ, actor, "readable"
        )
        steps = list(rows.order_by("due_on", "made_at", "id"))
        besides = {**planning.standing_columns(), **participation.peer_columns(actor)}
        head = tasks.case_head(look, case_id, among=steps, besides=besides)
        return CaseView(
            head=head,
            latest=list(_entries(look, case_id)[:LATEST]),
            tasks=[row for row in steps if row.readable][:PAGE],  # type: ignore[attr-defined]
            answers=list(_answers(look, case_id)),
            referrals=list(
                look.rows(referrals_out.of_case(case_id), ReferralOutAction.READ)[:REFERRALS]
            ),
            # Whatever is waited for has its task, so there is nothing to ask for without one.
            waits=list(
                look.rows(coordination.open_waits(case_id), CoordinationAction.READ_CASE_PARTS)
            )
            if any(row.kind == TaskKind.KEEP_CONTACT for row in steps)
            else [],
            peer=participation.peer_now(head.besides),
            assessments=list(
                look.rows(assessment.assessments().filter(case_id=case_id), AssessmentAction.READ)[
                    :REFERRALS
                ]
            ),
            consents=list(
                permission.parties_of(head.client_id, look.rows(consents(), PermissionAction.READ))[
                    :PARTIES
                ]
            ),
            plan=planning.standing_of(head.besides) if may(head.relations, Act.PLAN_READ) else None,
        )


def duties_view(actor: Actor, case_id: UUID) -> DutiesView:
    """The six duties as they stand: an invitation without an answer is a network not told."""
    with looking(WorkspaceAction.DUTIES, actor=actor) as look:
        head = tasks.case_head(look, case_id, besides=planning.standing_columns())
        asked = coordination.members_of(case_id).filter(accepted_at=None, declined_at=None)
        found = planning.duties_of(
            planning.standing_of(head.besides),
            written_consent=consents_in_force().filter(client_id=head.client_id).exists(),
            network_to_tell=asked.filter(coordination.still_there()).count(),
            next_step_overdue=bool(head.step and head.step.is_overdue),
        )
        return DutiesView(head=head, duties=found, version_id=head.besides["plan_newest_id"])


def timeline_view(
    actor: Actor, case_id: UUID, *, kind: str = "", source: str = "", page: int = 1
) -> TimelineView:
    """One page of what has happened, newest first."""
    with looking(WorkspaceAction.TIMELINE, actor=actor) as look:
        head = tasks.case_head(look, case_id)
        found = _entries(look, case_id)
        if kind in set(EntryKind):
            found = found.filter(kind=kind)
        if source:
            found = found.filter(source=source)
        total = found.count()
        page = min(max(page, 1), max(1, -(-total // PAGE)))
        return TimelineView(
            head=head,
            entries=list(found[(page - 1) * PAGE : page * PAGE]),
            total=total,
            page=page,
        )


def head_of(action: policy.Action, actor: Actor, case_id: UUID) -> tasks.CaseHead:
    """The head of a case, for a page where something is written by those who may."""
    with looking(action, actor=actor) as look:
        return tasks.case_head(look, case_id)


def document_of(actor: Actor, case_id: UUID, entry_id: UUID) -> "Entry":
    """A document somebody opens."""
    with looking(TimelineAction.OPEN_DOCUMENT, actor=actor) as look:
        found = timeline.entries().filter(case_id=case_id, kind=EntryKind.DOCUMENT)
        entry = look.row(found.filter(timeline.open_to(actor)).select_related("case"), entry_id)
        look.concerns([entry.case.client_id])
        return entry


def _entries(look: Look, case_id: UUID) -> "QuerySet[Entry]":
    rows = timeline.entries().filter(case_id=case_id)
    return look.rows(rows, TimelineAction.READ).filter(timeline.open_to(look.actor))


def _answers(look: Look, case_id: UUID) -> "QuerySet[WorkAbility]":
    return look.rows(measures.answers().filter(case_id=case_id), MeasureAction.READ)[:ANSWERS]
