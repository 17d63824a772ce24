"""Parts 2 and 3: what is known of the situation, written or taken over from where it stands."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    CATEGORY_OF_TOPIC,
    PlanObstacle,
    Told,
    holding,
    obstacles_to_telling,
    topic_under,
)
from kaveri.steps.planning.models import Plan, PlanStatement
from kaveri.steps.planning.selectors import earlier_plans, mapped
from kaveri.steps.planning.services import parts


def add_statement(
    *, actor: Actor, plan_id: UUID, told: Told, sending: UUID | None = None
) -> PlanStatement:
    """Something is known: what, whose it is, from when, and who wrote it down."""
    with acting(PlanAction.ADD_STATEMENT, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        parts.edit(plan)
        refuse_if(obstacles_to_telling(told, today=clock.today()))
        category = told.category or CATEGORY_OF_TOPIC[told.topic]
        row = PlanStatement.objects.create(
            topic=told.topic,
            text=told.text.strip(),
            effect=told.effect.strip(),
            source=told.source,
            said_by=told.said_by.strip(),
            said_on=told.said_on,
            **parts.piece(act, plan, category),
        )
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row, facts={"topic": told.topic})
    return row


def reuse_statements(
    *,
    actor: Actor,
    plan_id: UUID,
    statement_ids: Iterable[UUID],
    sending: UUID | None = None,
) -> list[PlanStatement]:
    """What the mapping or an earlier plan holds stands here too, each with its source and its day."""
    with acting(PlanAction.REUSE_STATEMENT, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        wanted = list(dict.fromkeys(statement_ids))
        client_id = plan.case.client_id
        told: dict[UUID, Any] = {
            row.pk: row for row in mapped(client_id, actor).filter(pk__in=wanted)
        }
        earlier = {
            row.pk: row
            for row in earlier_plans(client_id, actor, but_not=plan.id).filter(pk__in=wanted)
        }
        if set(wanted) - set(told) - set(earlier):
            raise Denied(act.action)
        parts.edit(plan)
        here = PlanStatement.objects.filter(plan=plan)
        taken = here.filter(Q(reused_from__in=wanted) | Q(reused_from_plan__in=wanted))
        refuse_if(
            holding(
                {
                    PlanObstacle.NOTHING_CHOSEN: not wanted,
                    PlanObstacle.REUSED_ALREADY: taken.exists(),
                }
            )
        )
        rows = [_take_over(act, plan, told.get(pk), earlier.get(pk)) for pk in wanted]
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(plan, facts={"from": [str(pk) for pk in wanted]})
    return rows


def _take_over(
    act: Act, plan: Plan, from_mapping: Any, from_plan: PlanStatement | None
) -> PlanStatement:
    found: Any = from_mapping or from_plan
    return PlanStatement.objects.create(
        topic=topic_under(found.heading, found.prompt) if from_mapping else found.topic,
        text=found.text,
        effect="" if from_mapping else found.effect,
        source=found.source,
        said_by=found.said_by,
        said_on=found.said_on,
        reused_from=from_mapping,
        reused_from_plan=None if from_mapping else from_plan,
        **parts.piece(act, plan, found.category),
    )
