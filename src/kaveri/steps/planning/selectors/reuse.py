"""Telling it once: what the mapping and earlier plans hold already, each with its source."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import months_before
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.assessment import selectors as mapping
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import FRESH_MONTHS, Topic, topic_under
from kaveri.steps.planning.models import PlanStatement
from kaveri.steps.planning.selectors.plans import current_plan, plan_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something that was told before: where it stands, in whose words, from when."""

    statement_id: UUID | None
    plan_statement_id: UUID | None
    topic: Topic
    text: str
    effect: str
    source: str
    said_by: str
    said_on: dt.date
    written_by: str
    is_stale: bool


def fresh_since(today: dt.date) -> dt.date:
    """What was said before this day is asked again rather than taken over unread."""
    return months_before(today, FRESH_MONTHS)


def mapped(client_id: UUID, actor: Actor) -> QuerySet[Any]:
    """What the mappings of the person's cases hold, as far as this actor may read it."""
    rows = mapping.any_statement().filter(case__client_id=client_id, replaced_by=None)
    return policy.permitted(rows, AssessmentAction.READ_STATEMENT, actor)


def earlier_plans(
    client_id: UUID, actor: Actor, *, but_not: UUID | None
) -> QuerySet[PlanStatement]:
    """What the person's other plans hold, as far as this actor may read it."""
    rows = plan_statements().filter(case__client_id=client_id).exclude(plan=but_not)
    return policy.permitted(rows, PlanAction.READ, actor)


def offered_for_reuse(look: Look, case_id: UUID) -> list[Known]:
    """What is known already and not in the plan yet; newest first, each with its source.

    What an earlier plan took over from the mapping is offered once, from the mapping.
    """
    client_id = cases.cases().values_list("client_id", flat=True).get(pk=case_id)
    plan = current_plan(case_id)
    here = list(plan_statements().filter(plan=plan)) if plan else []
    taken = {row.reused_from_id for row in here} | {row.reused_from_plan_id for row in here}
    since = fresh_since(clock.today())
    told = [
        _known(row, since, statement_id=row.id, topic=topic_under(row.heading, row.prompt))
        for row in mapped(client_id, look.actor).select_related("written_by")
        if row.id not in taken
    ]
    from_mapping = {known.statement_id for known in told} | taken
    told += [
        _known(row, since, plan_statement_id=row.id, topic=Topic(row.topic), effect=row.effect)
        for row in earlier_plans(client_id, look.actor, but_not=plan.id if plan else None)
        if row.id not in taken and (row.reused_from_id or row.id) not in from_mapping
    ]
    look.concerns([client_id])
    return sorted(told, key=lambda known: known.said_on, reverse=True)


def _known(
    row: Any,
    since: dt.date,
    *,
    topic: Topic,
    statement_id: UUID | None = None,
    plan_statement_id: UUID | None = None,
    effect: str = "",
) -> Known:
    return Known(
        statement_id=statement_id,
        plan_statement_id=plan_statement_id,
        topic=topic,
        text=row.text,
        effect=effect,
        source=row.source,
        said_by=row.said_by,
        said_on=row.said_on,
        written_by=row.written_by.full_name,
        is_stale=row.said_on < since,
    )
