"""Follow-up: agreed on, done, and agreed on again."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    Part,
    PlanObstacle,
    Seen,
    obstacles_to_follow_up,
    obstacles_to_review,
)
from kaveri.steps.planning.models import FollowUp, Plan, Review, ReviewLine
from kaveri.steps.planning.selectors import follow_ups, goals, plan_rows
from kaveri.steps.planning.services import parts


def agree_follow_up(act: Act, plan: Plan, terms: FollowUpTerms) -> FollowUp:
    """Who looks at what on which day; the former agreement stays readable."""
    refuse_if(obstacles_to_follow_up(terms, today=clock.today()))
    return FollowUp.objects.create(
        what=terms.what.strip(),
        on=terms.on,
        who_id=terms.who_id,
        who_name=terms.who_name.strip(),
        replaces=follow_ups().filter(plan=plan).first(),
        **parts.piece(act, plan),
    )


def set_follow_up(
    *,
    actor: Actor,
    plan_id: UUID,
    terms: FollowUpTerms,
    seen: UUID | None = None,
    sending: UUID | None = None,
) -> FollowUp:
    """The follow-up is agreed on; `seen` is the agreement the person had before them."""
    with acting(PlanAction.SET_FOLLOW_UP, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        parts.as_seen(act, follow_ups().filter(plan=plan).first(), seen)
        parts.edit(plan)
        row = agree_follow_up(act, plan, terms)
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row)
    return row


def review_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    on: dt.date,
    next_: FollowUpTerms,
    words: str = "",
    seen: Sequence[Seen] = (),
    version: int | None = None,
    sending: UUID | None = None,
) -> Review:
    """The follow-up is done: what was seen of each goal and row, and when it is done again."""
    with acting(PlanAction.REVIEW, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id, version=version)
        refuse_if([PlanObstacle.PLAN_CLOSED] if plan.closed_at else [])
        items = {(Part.GOAL, row.pk): row.category for row in goals().filter(plan=plan)}
        items |= {(Part.ROW, row.pk): row.category for row in plan_rows().filter(plan=plan)}
        refuse_if(
            obstacles_to_review(
                words=words, seen=seen, items=items, on=on, next_=next_, today=clock.today()
            )
        )
        review = Review.objects.create(
            on=on,
            words=words.strip(),
            kept=follow_ups().filter(plan=plan).first(),
            **parts.piece(act, plan),
        )
        for each in seen:
            if each.text.strip():
                ReviewLine.objects.create(
                    review=review,
                    part=each.part,
                    item_id=each.item_id,
                    text=each.text.strip(),
                    **parts.piece(act, plan, items[each.part, each.item_id]),
                )
        agree_follow_up(act, plan, next_)
        parts.count_up(act, plan)
        parts.tell_timeline(act, plan, "reviewed", review.pk)
        require_next_step(plan.case)
        act.record(review)
    return review
