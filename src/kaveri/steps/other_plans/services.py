"""Noting the client's other plans, changing and ending them, and making the support plan a part of one."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.other_plans import selectors
from kaveri.steps.other_plans.actions import OtherPlansAction
from kaveri.steps.other_plans.domain import (
    PlanTerms,
    Told,
    category_of,
    obstacles_to_ending,
    obstacles_to_putting_in,
    obstacles_to_registering,
    obstacles_to_taking_out,
    obstacles_to_ticking,
)
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.actions import PlanAction


def add_plan(
    *, actor: Actor, case_id: UUID, terms: PlanTerms, sending: UUID | None = None
) -> OtherPlan:
    """A plan that somebody holds for the client is noted."""
    with acting(OtherPlansAction.ADD, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(_obstacles(case, terms))
        row = OtherPlan.objects.create(
            case=case,
            written_at=clock.now(),
            written_by_id=act.actor.person_id,
            **_columns(terms),
            **home_of(case, category_of(terms.kind, terms.guarded)),
        )
        _tell(act, row, Told.NOTED)
        require_next_step(case)
        act.record(row, facts={"kind": row.kind})
    return row


def change_plan(
    *,
    actor: Actor,
    other_plan_id: UUID,
    terms: PlanTerms,
    version: int,
    sending: UUID | None = None,
) -> OtherPlan:
    """Who holds it, where it is kept or until when has changed; its kind stays."""
    with acting(OtherPlansAction.CHANGE, actor=actor, sending=sending) as act:
        row, case = _fetch(act, other_plan_id, version)
        refuse_if(_obstacles(case, terms, row))
        _save(row, category=category_of(terms.kind, terms.guarded), **_columns(terms))
        _tell(act, row, Told.CHANGED)
        require_next_step(case)
        act.record(row)
    return row


def end_plan(
    *,
    actor: Actor,
    other_plan_id: UUID,
    reason: str,
    version: int,
    sending: UUID | None = None,
) -> OtherPlan:
    """The plan is over; the support plan, when it was a part of it, stands alone."""
    with acting(OtherPlansAction.END, actor=actor, sending=sending) as act:
        row, case = _fetch(act, other_plan_id, version)
        refuse_if(obstacles_to_ending(ended=row.ended_on is not None, reason=reason))
        out = {"holds_support": False} if row.holds_support else {}
        _save(row, ended_on=clock.today(), end_reason=reason.strip(), **out)
        _tell(act, row, Told.ENDED, row.end_reason)
        require_next_step(case)
        act.record(row)
    return row


def put_in(
    *, actor: Actor, other_plan_id: UUID, version: int, sending: UUID | None = None
) -> OtherPlan:
    """The support plan becomes a part of this plan; both pages read the same."""
    with acting(OtherPlansAction.PUT_IN, actor=actor, sending=sending) as act:
        row, case = _fetch(act, other_plan_id, version)
        plan = planning.plans().filter(case_id=case.pk, closed_at=None)
        refuse_if(
            obstacles_to_putting_in(
                case_open=case.state == CaseState.OPEN,
                ended=row.ended_on is not None,
                has_plan=plan.exists(),
                plan_shown=_sees_some(actor, plan),
                stands_in_one=selectors.holding_support(case.pk).exists(),
            )
        )
        _save(row, holds_support=True, put_in_by_id=act.actor.person_id, put_in_on=clock.today())
        _tell(act, row, Told.PUT_IN)
        require_next_step(case)
        act.record(row, facts={"case": str(case.pk)})
    return row


def take_out(
    *, actor: Actor, other_plan_id: UUID, version: int, sending: UUID | None = None
) -> OtherPlan:
    """The support plan stands alone again."""
    with acting(OtherPlansAction.TAKE_OUT, actor=actor, sending=sending) as act:
        row, case = _fetch(act, other_plan_id, version)
        refuse_if(
            obstacles_to_taking_out(ended=row.ended_on is not None, stands_here=row.holds_support)
        )
        _save(row, holds_support=False, put_in_by_id=None, put_in_on=None)
        _tell(act, row, Told.TAKEN_OUT)
        require_next_step(case)
        act.record(row, facts={"case": str(case.pk)})
    return row


def tick_contents(
    *,
    actor: Actor,
    other_plan_id: UUID,
    held: Collection[str],
    without: Collection[str],
    version: int,
    sending: UUID | None = None,
) -> OtherPlan:
    """What the plan holds of the contents that hold for its kind today, and what does not apply to it."""
    with acting(OtherPlansAction.TICK, actor=actor, sending=sending) as act:
        row, case = _fetch(act, other_plan_id, version)
        known = selectors.contents_of(row.kind, on=clock.today())
        refuse_if(
            obstacles_to_ticking(
                ended=row.ended_on is not None,
                ticked=[*held, *without],
                lines=[*(line.key for line in known.lines), *known.without],
            )
        )
        _save(row, held=_spaced(held), without=_spaced(without), ticked_on=clock.today())
        _tell(act, row, Told.TICKED)
        require_next_step(case)
        act.record(row, facts={"lines": len(set(held))})
    return row


def _sees_some(actor: Actor, plan: QuerySet[Any]) -> bool:
    """Whether the actor may read the plan, and something of what it says: a name alone is no plan."""
    parts = [rows.filter(plan__in=plan) for rows in (planning.goals(), planning.plan_rows())]
    reads = [policy.permitted(rows, PlanAction.READ, actor).exists() for rows in (plan, *parts)]
    return reads[0] and (any(reads[1:]) or not any(rows.exists() for rows in parts))


def _obstacles(case: Any, terms: PlanTerms, row: OtherPlan | None = None) -> list[Any]:
    near = {account.pk for account in coordination.workers_near(case.pk)}
    return obstacles_to_registering(
        terms,
        case_open=case.state == CaseState.OPEN,
        ended=row is not None and row.ended_on is not None,
        # Who held it before may go on being named, also when they have left the network.
        holder_near=terms.holder_id in near
        or (row is not None and terms.holder_id == row.holder_id),
    )


def _columns(terms: PlanTerms) -> dict[str, Any]:
    return {
        "kind": terms.kind,
        "holder_id": terms.holder_id,
        "holder_name": terms.holder_name.strip(),
        "organisation": terms.organisation.strip(),
        "kept_in": terms.kept_in.strip(),
        "valid_until": terms.valid_until,
        "review_on": terms.review_on,
    }


def _fetch(act: Act, other_plan_id: UUID, version: int) -> tuple[OtherPlan, Any]:
    row = act.fetch(selectors.plans(), other_plan_id, version=version)
    case = lock_case(act, row.case_id)
    act.concerns(case.client_id)
    return row, case


def _save(row: OtherPlan, **known: Any) -> None:
    for field, value in known.items():
        setattr(row, field, value)
    row.version += 1
    row.save(update_fields=[*known, "version"])


def _spaced(keys: Iterable[str]) -> str:
    found = sorted(set(keys))
    return f" {' '.join(found)} " if found else ""


def _tell(act: Act, row: OtherPlan, what: Told, text: str = "") -> None:
    add_entry(
        act,
        row.case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        text=text,
        category=Category(row.category),
        about_type=what,
        about_id=row.pk,
    )
