"""Saying something about the plan, and answering it."""

from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import close_tasks_of, promise_answer, require_next_step
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, Role
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import CommentKind, Part, PlanObstacle, Taken, holding
from kaveri.steps.planning.models import Comment
from kaveri.steps.planning.selectors import (
    comments,
    follow_ups,
    goals,
    own_words,
    plan_rows,
    plan_statements,
    plans,
    unread_answers,
)
from kaveri.steps.planning.services import parts

_ROWS = {
    Part.WORDS: own_words,
    Part.GOAL: goals,
    Part.STATEMENT: plan_statements,
    Part.ROW: plan_rows,
    Part.FOLLOW_UP: follow_ups,
}


def comment_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    text: str,
    kind: CommentKind = CommentKind.COMMENT,
    part: Part | None = None,
    item_id: UUID | None = None,
    sending: UUID | None = None,
) -> Comment:
    """Somebody says something about the plan, or of an item they see, or proposes otherwise."""
    with acting(PlanAction.COMMENT, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        item = None
        if part in _ROWS and item_id is not None:
            rows = _ROWS[part]().filter(plan=plan, pk=item_id)
            item = policy.permitted(rows, PlanAction.READ, actor).first()
        refuse_if(
            holding(
                {
                    PlanObstacle.PLAN_CLOSED: plan.closed_at is not None,
                    PlanObstacle.CASE_ENDED: plan.case.state != CaseState.OPEN,
                    PlanObstacle.NO_COMMENT: not text.strip(),
                    PlanObstacle.NO_SUCH_ITEM: item_id is not None and item is None,
                }
            )
        )
        row = Comment.objects.create(
            kind=kind,
            text=text.strip(),
            part=part or "",
            item_id=item_id,
            **parts.piece(act, plan, item.category if item else Category.LIFE_SITUATION),
        )
        if Role.CLIENT in actor.roles:
            # The client is promised an answer, so that somebody answers by a day.
            promise_answer(act, plan.case, kind=TaskKind.ANSWER_REMARK, **_followed(plan.pk))
        require_next_step(plan.case)
        act.record(row, facts={"kind": kind})
    return row


def answer_comment(
    *,
    actor: Actor,
    comment_id: UUID,
    taken: Taken,
    words: str,
    version: int,
    sending: UUID | None = None,
) -> Comment:
    """The comment or proposal is answered in words: taken, or not."""
    with acting(PlanAction.ANSWER_COMMENT, actor=actor, sending=sending) as act:
        row = act.fetch(comments(), comment_id, version=version)
        act.concerns(row.case.client_id)
        refuse_if(
            holding(
                {
                    PlanObstacle.ANSWERED_ALREADY: bool(row.answer),
                    PlanObstacle.NO_ANSWER_WORDS: not words.strip(),
                }
            )
        )
        row.answer, row.answer_words = taken, words.strip()
        row.answered_at, row.answered_by_id = clock.now(), actor.person_id
        parts.count_row_up(act, row, "answer", "answer_words", "answered_at", "answered_by")
        if (
            not comments()
            .filter(plan_id=row.plan_id, answer="", written_by__in=_clients(row))
            .exists()
        ):
            close_tasks_of(act, row.plan_id)
        if row.written_by_id in _clients(row):
            # A mail that says nothing but that there is something to see; none without an address.
            outbox.put(address=row.written_by.email, language=row.written_by.language)
        require_next_step(row.case)
        act.record(row, facts={"answer": taken})
    return row


def see_answers(*, actor: Actor, plan_id: UUID) -> int:
    """Whoever asked has read what came of it; reading it again changes nothing."""
    with acting(PlanAction.SEE_ANSWERS, actor=actor) as act:
        plan = act.fetch(plans(), plan_id)
        act.concerns(plan.case.client_id)
        mine = policy.permitted(unread_answers(actor).filter(plan=plan), PlanAction.READ, actor)
        seen = (
            comments()
            .filter(pk__in=list(mine.values_list("pk", flat=True)))
            .order_by()
            .update(answer_seen_at=clock.now())
        )
        act.record(plan, facts={"answers": seen})
    return seen


def _clients(row: Comment) -> list[UUID]:
    """The client and those who represent them: who was promised an answer."""
    side = {RelationKind.SELF, RelationKind.REPRESENTATIVE}
    near = cases.relations().filter(case_id=row.case_id, kind__in=side)
    return list(near.values_list("account_id", flat=True))


def _followed(plan_id: UUID) -> dict[str, Any]:
    return {"source_type": "plan", "source_id": plan_id}
