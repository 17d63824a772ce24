"""Reading the plan and its parts as they are now; narrow by permission before use."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    PlanForm,
    PlanObstacle,
    RowFacts,
    RowKind,
    RowState,
    Wish,
    lacking,
)
from kaveri.steps.planning.models import (
    Comment,
    FollowUp,
    Former,
    Goal,
    OwnWords,
    Plan,
    PlanRow,
    PlanStatement,
    Review,
    ReviewLine,
    RowAgreement,
)

# Who answers what is said about the plan, without having been asked by name.
_ANSWERS = (RelationKind.CASE_MANAGER, RelationKind.SUBSTITUTE)


def plans() -> QuerySet[Plan]:
    """Every plan, also those that were left for another."""
    return Plan.objects.select_related("case__client", "started_by")


def current_plan(case_id: UUID) -> Plan | None:
    """The plan of a case now."""
    return plans().filter(case_id=case_id, closed_at=None).first()


def own_words() -> QuerySet[OwnWords]:
    """The client's words as they stand."""
    return OwnWords.objects.filter(replaced_by=None).select_related("written_by")


def follow_ups() -> QuerySet[FollowUp]:
    """The follow-up agreed on last."""
    return FollowUp.objects.filter(replaced_by=None).select_related("who", "written_by")


def goals() -> QuerySet[Goal]:
    """Goals in the words that stand, in the order in which they came."""
    return (
        Goal.objects.filter(replaced_by=None)
        .select_related("case__client", "written_by", "closed_by")
        .order_by("root_id")
    )


def wordings(root_id: UUID) -> QuerySet[Goal]:
    """How a goal has been put, first to last."""
    return (
        Goal.objects.filter(root_id=root_id)
        .select_related("written_by")
        .order_by("written_at", "id")
    )


def any_goal() -> QuerySet[Goal]:
    """Every wording of every goal."""
    return Goal.objects.select_related("case__client")


def plan_statements() -> QuerySet[PlanStatement]:
    """What plans know of the situation."""
    return PlanStatement.objects.select_related("written_by", "reused_from").order_by(
        "topic", "-said_on", "id"
    )


def plan_rows() -> QuerySet[PlanRow]:
    """Who does what, in the agreed order."""
    return PlanRow.objects.select_related(
        "case__client", "service", "organisation", "responsible", "task", "written_by"
    ).order_by("place", "id")


def comments() -> QuerySet[Comment]:
    """What has been said about plans, oldest first."""
    return Comment.objects.select_related("case__client", "written_by", "answered_by").order_by(
        "written_at", "id"
    )


def comments_to_answer(look: Look) -> QuerySet[Comment]:
    """What others have said about plans, and waits for the one who looks to answer, the oldest first."""
    near = cases.relations_of(look.actor.account_id).filter(kind__in=_ANSWERS).values("case_id")
    rows = comments().filter(
        answer="", case_id__in=near, case__state=CaseState.OPEN, plan__closed_at=None
    )
    return look.rows(rows, PlanAction.ANSWER_COMMENT).exclude(written_by_id=look.actor.account_id)


def unread_answers(actor: Actor) -> QuerySet[Comment]:
    """What this actor has said and been answered, and has not had before them yet."""
    if actor.account_id is None:
        return Comment.objects.none()
    return comments().filter(
        written_by_id=actor.account_id, answered_at__isnull=False, answer_seen_at=None
    )


def reviews() -> QuerySet[Review]:
    """Follow-ups done, newest first."""
    return Review.objects.select_related("written_by").order_by("-on", "-written_at", "id")


def review_lines() -> QuerySet[ReviewLine]:
    """What was seen of each goal and row."""
    return ReviewLine.objects.order_by("written_at", "id")


def former() -> QuerySet[Former]:
    """How items read before they were changed, newest first."""
    return Former.objects.select_related("written_by").order_by("-written_at", "-id")


def day_of(row: PlanRow) -> dt.date | None:
    """By which day: the task's where the row is the next step, else the row's own."""
    return row.task.due_on if row.task is not None else row.due_on


def row_words(row: PlanRow, language: str) -> str:
    """The service, and what is done."""
    service = getattr(row.service, f"name_{language}") if row.service else ""
    return ", ".join(words for words in (service, row.what) if words)


def facts_of_row(row: PlanRow) -> RowFacts:
    """The row as agreeing sees it."""
    return RowFacts(
        has_responsible=bool(row.responsible_id or row.responsible_name or row.by_client),
        has_day=any((row.from_on, row.until_on, day_of(row))),
        wish=Wish(row.wish),
        state=RowState(row.state),
        needs_wish=row.kind != RowKind.STEP,
    )


def rows_lacking(look: Look, plan: Plan, language: str) -> dict[PlanObstacle, list[str]]:
    """Which rows that this reader sees lack something before the plan is agreed, by what they lack."""
    found: dict[PlanObstacle, list[str]] = {}
    for row in look.rows(plan_rows().filter(plan=plan), PlanAction.READ):
        for obstacle in lacking(facts_of_row(row), PlanForm(plan.form)):
            found.setdefault(obstacle, []).append(row_words(row, language))
    return found


def agreements_of(rows: Iterable[PlanRow]) -> dict[UUID, RowAgreement]:
    """The agreement that holds for each row as it reads today; a changed row has none."""
    by_id = {row.id: row for row in rows}
    found = (
        RowAgreement.objects.filter(row_id__in=list(by_id))
        .select_related("by", "recorded_by")
        .order_by("recorded_at", "id")
    )
    return {
        agreement.row_id: agreement
        for agreement in found
        if agreement.content_no == by_id[agreement.row_id].content_no
        and agreement.due_on == day_of(by_id[agreement.row_id])
    }


def with_agreement(rows: QuerySet[PlanRow]) -> QuerySet[Any]:
    """Each row with the day of the agreement that `agreements_of` would find, in the same question."""
    same_day = Q(due_on=OuterRef("day")) | (Q(due_on=None) & Q(row__due_on=None, row__task=None))
    found = RowAgreement.objects.filter(
        same_day, row=OuterRef("pk"), content_no=OuterRef("content_no")
    ).order_by("-recorded_at", "-id")
    return rows.annotate(day=Coalesce("task__due_on", "due_on")).annotate(
        agreed_on=Subquery(found.values("on")[:1])
    )


def rows_to_agree(look: Look) -> QuerySet[Any]:
    """What the one who looks is responsible for and may see, and has not said yes to as it reads now."""
    rows = plan_rows().filter(
        responsible_id=look.actor.account_id,
        state__in=[RowState.PLANNED, RowState.BEGUN],
        plan__closed_at=None,
        case__state=CaseState.OPEN,
    )
    seen = look.rows(look.rows(rows, PlanAction.READ), PlanAction.AGREE_ROW)
    asked = with_agreement(seen).filter(agreed_on=None)
    return asked.order_by("day", "case_id", "place", "id")


_SHOWN_OF_A_ROW = ("service", "organisation", "responsible__organisation", "task")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanParts:
    """The parts of a plan that are many, as far as this reader may see them."""

    goals: list[Goal]
    statements: list[PlanStatement]
    rows: list[PlanRow]
    # The day on which each row was agreed as it reads today.
    agreements: dict[UUID, dt.date]
    comments: list[Comment]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContents(PlanParts):
    """All the parts of a plan that this reader may see."""

    words: OwnWords | None
    follow_up: FollowUp | None


def plan_parts(look: Look, plan_id: UUID) -> PlanParts:
    """What the plan says, item by item as each may be read; a part of a look at the case."""
    return PlanParts(**_parts(look, plan_id))


def shows_all(plan_id: UUID, parts: PlanParts) -> bool:
    """Whether these parts are all that the plan holds, or something in it is kept from the reader."""
    kinds = [
        rows.filter(plan_id=plan_id).order_by().values_list("pk", flat=True)
        for rows in (goals(), plan_statements(), plan_rows())
    ]
    held = kinds[0].union(*kinds[1:], all=True).count()
    return held == len(parts.goals) + len(parts.statements) + len(parts.rows)


def contents(look: Look, plan: Plan) -> PlanContents:
    """The same with the client's words and the follow-up, for whom they do not come with the case."""
    return PlanContents(
        words=_seen(look, own_words(), plan.id).first(),
        follow_up=_seen(look, follow_ups(), plan.id).first(),
        **_parts(look, plan.id),
    )


def _parts(look: Look, plan_id: UUID) -> dict[str, Any]:
    # Of sixty rows each would bring the same case and client again; the page knows them.
    slim = plan_rows().select_related(None).select_related(*_SHOWN_OF_A_ROW)
    marked = policy.marked(slim, PlanAction.AGREE_ROW, look.actor, "may_agree")
    rows = list(_seen(look, with_agreement(marked), plan_id))
    return {
        "goals": list(_seen(look, goals().select_related(None), plan_id)),
        "statements": list(_seen(look, plan_statements(), plan_id)),
        "rows": rows,
        "agreements": {row.id: row.agreed_on for row in rows if row.agreed_on},
        "comments": list(_seen(look, comments(), plan_id)),
    }


def _seen(look: Look, rows: QuerySet[Any], plan_id: UUID) -> QuerySet[Any]:
    return look.rows(rows.filter(plan_id=plan_id), PlanAction.READ)
