"""The plan as the client, or who represents them within their scope, reads it and writes in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.measures import selectors as measures
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.selectors.pages import MOST, PERSONAL
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    Change,
    Item,
    Part,
    PlanFacts,
    PlanForm,
    PlanStatus,
    plan_status_of,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.casebook.measures.models import WorkAbility
    from kaveri.casebook.tasks.models import Task
    from kaveri.steps.planning.models import (
        Approval,
        FollowUp,
        OwnWords,
        Plan,
        PlanRow,
        PlanVersion,
    )

ITEMS = {
    Part.WORDS: planning.own_words,
    Part.GOAL: planning.goals,
    Part.STATEMENT: planning.plan_statements,
    Part.ROW: planning.plan_rows,
    Part.FOLLOW_UP: planning.follow_ups,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHead:
    """What the longest page needs to know of the case, without the next step."""

    case_id: UUID
    client: str
    first_name: str
    is_open: bool
    relations: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingView:
    """Where the plan is kept and who may see it."""

    head: tasks.CaseHead
    keeping: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The plan in short; `plan` is empty when there is none that this reader may see."""

    head: tasks.CaseHead
    plan: "Plan | None"
    status: PlanStatus
    words: "OwnWords | None"
    rows: "list[PlanRow]"
    follow_up: "FollowUp | None"
    version: "PlanVersion | None"
    approvals: "list[Approval]"


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeView:
    """Everything the plan says to this reader, and which of its rows are theirs to say yes to."""

    head: OwnHead | tasks.CaseHead
    plan: "Plan | None"
    contents: planning.PlanContents | None
    to_agree: frozenset[UUID]
    # Whether what this reader has said is answered here, for them to read the first time.
    has_unread_answers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingView:
    """One part of the plan, open for the one question that is asked of it."""

    head: tasks.CaseHead
    plan: "Plan"
    item: Any
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView:
    """A kept version, as this reader may see it now, and who has approved it."""

    head: tasks.CaseHead
    version: "PlanVersion"
    is_newest: bool
    items: list[Item]
    # Whether the version says more than this reader may see.
    in_part: bool
    approvals: "list[Approval]"
    # The version approved before this one, when there is one to compare with.
    has_former: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What is otherwise in a version than in the one that was approved before it."""

    head: tasks.CaseHead
    version: "PlanVersion"
    former: "PlanVersion | None"
    changes: list[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksView:
    """What the client does: tasks, rows of the plan, and their part in what others do."""

    head: tasks.CaseHead
    tasks: "list[Task]"
    rows: "list[PlanRow]"
    to_mark: frozenset[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView:
    """Answers about work ability, newest first."""

    head: tasks.CaseHead
    answers: "list[WorkAbility]"


def plan(actor: Actor, case_id: UUID) -> PlanView:
    """The plan in short: what I want, what happens next, what I do, when it is looked at again."""
    with looking(PortalAction.PLAN, actor=actor) as look:
        head = _head(look, case_id)
        found = _plan(look, case_id)
        version = planning.versions_read_by(actor, found.pk).first() if found else None
        approvals = list(planning.approvals([version.pk])) if version else []
        follow_up = _of(look, Part.FOLLOW_UP, found).first() if found else None
        facts = PlanFacts(
            exists=found is not None,
            form=PlanForm(found.form) if found else PlanForm.NOTE,
            number=version.number if version else 0,
            approved=bool(approvals),
            follow_up_on=follow_up.on if follow_up else None,
        )
        return PlanView(
            head=head,
            plan=found,
            status=plan_status_of(facts, today=clock.today()),
            words=_of(look, Part.WORDS, found).first() if found else None,
            rows=list(_of(look, Part.ROW, found)) if found else [],
            follow_up=follow_up,
            version=version,
            approvals=approvals,
        )


def plan_whole(actor: Actor, case_id: UUID) -> WholeView:
    """The whole plan, part by part."""
    with looking(PortalAction.PLAN, actor=actor) as look:
        found = _plan(look, case_id)
        if found is None:
            head = _head(look, case_id)
            return WholeView(head=head, plan=None, contents=None, to_agree=frozenset())
        look.about = ("planning.plan", found.pk)
        look.concerns([found.case.client_id])
        contents = planning.contents(look, found)
        own: QuerySet[PlanRow] = look.rows(
            planning.plan_rows().filter(plan=found), PlanAction.AGREE_ROW
        )
        return WholeView(
            head=_own_head(look, found),
            plan=found,
            contents=contents,
            to_agree=frozenset(own.values_list("pk", flat=True)) - frozenset(contents.agreements),
            has_unread_answers=any(
                said.answered_at and not said.answer_seen_at
                for said in contents.comments
                if said.written_by_id == actor.account_id
            ),
        )


def plan_keeping(actor: Actor, case_id: UUID, language: str) -> KeepingView:
    """Where the plan is kept, between whom information may pass, and what is kept back."""
    with looking(PortalAction.PLAN, actor=actor) as look:
        head = _head(look, case_id)
        if _plan(look, case_id) is None:
            raise Denied(PortalAction.PLAN)
        case = cases.cases().get(pk=case_id)
        keeper = planning.keeper_of_case(case)
        return KeepingView(head=head, keeping=planning.keeping_of(keeper, actor, language))


def plan_part(
    action: policy.Action,
    actor: Actor,
    case_id: UUID,
    *,
    part: Part | None = None,
    item_id: UUID | None = None,
    change: policy.Action | None = None,
) -> WritingView:
    """What is written about: the plan, or one item of it that this actor may do this with.

    `action` is what is done with the plan, or, where `change` is not named, with the item itself.
    """
    with looking(PortalAction.PLAN, actor=actor) as look:
        head = _head(look, case_id)
        found = _plan(look, case_id)
        if found is None:
            raise Denied(action)
        item = None
        if part is not None and item_id is not None:
            wanted = ITEMS[part]().filter(plan=found, pk=item_id)
            item = look.rows(wanted, PlanAction.READ if change else action).first()
        elif part is not None:
            item = _of(look, part, found).first()
        if item_id is not None and item is None:
            raise Denied(action)
        if change is not None or item_id is None:
            rows = planning.plans().filter(pk=found.pk)
            if not look.rows(rows, action).exists():
                raise Denied(action)
        may_change = (
            change is not None
            and item is not None
            and look.rows(ITEMS[part]().filter(pk=item.pk), change).exists()  # type: ignore[index]
        )
        return WritingView(head=head, plan=found, item=item, may_change=may_change)


def approval(action: policy.Action, actor: Actor, case_id: UUID, version_id: UUID) -> ApprovalView:
    """What there is to approve, or has been approved."""
    with looking(PortalAction.PLAN, actor=actor) as look:
        head = _head(look, case_id)
        version = _version(look, case_id, version_id, action)
        newest = planning.newest_version(version.plan_id)
        items = planning.shown(version, actor)
        return ApprovalView(
            head=head,
            version=version,
            is_newest=newest == version and version.plan.closed_at is None,
            items=items,
            in_part=len(items) < len(planning.content_of(version)["items"]),
            approvals=list(planning.approvals([version.pk])),
            has_former=_former(look, version) is not None,
        )


def plan_changes(actor: Actor, case_id: UUID, version_id: UUID) -> ChangesView:
    """What has changed since the version that was approved before this one."""
    with looking(PortalAction.PLAN, actor=actor) as look:
        head = _head(look, case_id)
        version = _version(look, case_id, version_id, PlanAction.READ_VERSION)
        former = _former(look, version)
        return ChangesView(
            head=head,
            version=version,
            former=former,
            changes=planning.compared(former, version, actor) if former else [],
        )


def tasks_of(actor: Actor, case_id: UUID) -> TasksView:
    """What the client does, from tasks and from the plan; what is done stays in sight."""
    with looking(PortalAction.TASKS, actor=actor) as look:
        head = _head(look, case_id)
        rows = look.rows(
            planning.plan_rows().filter(case_id=case_id, plan__closed_at=None), PlanAction.READ
        )
        mine = Q(by_client=True) | Q(responsible=F("case__client__account")) | ~Q(client_part="")
        return TasksView(
            head=head,
            tasks=list(
                look.rows(
                    tasks.tasks().filter(case_id=case_id, client_part=True), TaskAction.READ
                ).order_by("due_on", "made_at", "id")[:MOST]
            ),
            rows=list(rows.filter(mine)),
            to_mark=frozenset(
                look.rows(planning.plan_rows().filter(case_id=case_id), PlanAction.MARK_ROW)
                .filter(task=None)
                .values_list("pk", flat=True)
            ),
        )


def answers(actor: Actor, case_id: UUID) -> AnswersView:
    """What the client has answered about their work ability, over time."""
    with looking(PortalAction.ANSWERS, actor=actor) as look:
        head = _head(look, case_id)
        return AnswersView(
            head=head,
            answers=list(
                look.rows(measures.answers().filter(case_id=case_id), MeasureAction.READ)[:MOST]
            ),
        )


def _head(look: Look, case_id: UUID) -> tasks.CaseHead:
    head = tasks.case_head(look, case_id)
    if not head.relations & set(PERSONAL):
        raise Denied(look.action)
    return head


def _own_head(look: Look, plan: "Plan") -> OwnHead:
    near = cases.relations_of(look.actor.account_id).filter(case_id=plan.case_id)
    relations = frozenset(near.filter(kind__in=PERSONAL).values_list("kind", flat=True))
    if not relations:
        raise Denied(look.action)
    return OwnHead(
        case_id=plan.case_id,
        client=plan.case.client.full_name,
        first_name=plan.case.client.first_name,
        is_open=plan.case.state == CaseState.OPEN,
        relations=relations,
    )


def _plan(look: Look, case_id: UUID) -> "Plan | None":
    rows = planning.plans().filter(case_id=case_id, closed_at=None)
    return look.rows(rows, PlanAction.READ).first()


def _of(look: Look, part: Part, plan: "Plan | None") -> "QuerySet[Any]":
    return look.rows(ITEMS[part]().filter(plan=plan), PlanAction.READ)


def _version(look: Look, case_id: UUID, version_id: UUID, action: policy.Action) -> "PlanVersion":
    rows = planning.versions().filter(case_id=case_id, pk=version_id)
    found = look.rows(rows, action).first()
    if found is None:
        raise Denied(action)
    return found


def _former(look: Look, version: "PlanVersion") -> "PlanVersion | None":
    return (
        planning.versions_read_by(look.actor, version.plan_id)
        .filter(number__lt=version.number, approvals__isnull=False)
        .distinct()
        .first()
    )
