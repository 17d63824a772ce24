"""Where the plan of a case stands, read with the case; and the facts of the six duties."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from kaveri.casebook.cases import selectors as cases
from kaveri.foundation.base import clock
from kaveri.steps.planning.domain import (
    DutyFacts,
    DutyLine,
    PlanFacts,
    PlanForm,
    PlanState,
    PlanStatus,
    RowState,
    duties,
    plan_status_of,
)
from kaveri.steps.planning.models import Approval, FollowUp, Plan, PlanVersion
from kaveri.steps.planning.selectors.plans import day_of, plan_rows, with_agreement
from kaveri.steps.planning.selectors.versions import newest_version, unconfirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStanding:
    """A case's plan in one line."""

    status: PlanStatus
    facts: PlanFacts
    plan_id: UUID | None = None
    being_revised: bool = False

    @property
    def follow_up_on(self) -> dt.date | None:
        """The day of the next follow-up."""
        return self.facts.follow_up_on


def standing_columns() -> dict[str, Any]:
    """What tells where the plan stands, beside the row of a case that is read anyway."""
    of_case = {"plan__case": OuterRef("pk"), "plan__closed_at": None}
    plan = Plan.objects.filter(case=OuterRef("pk"), closed_at=None)
    newest = PlanVersion.objects.filter(**of_case).order_by("-number")
    next_ = FollowUp.objects.filter(**of_case, replaced_by=None)
    return {
        "plan_id": Subquery(plan.values("pk")[:1]),
        "plan_form": Subquery(plan.values("form")[:1]),
        "plan_state": Subquery(plan.values("state")[:1]),
        "plan_newest_id": Subquery(newest.values("pk")[:1]),
        "plan_number": Subquery(newest.values("number")[:1]),
        "plan_follow_up_on": Subquery(next_.values("on")[:1]),
        "plan_approved": Exists(Approval.objects.filter(of_id=OuterRef("plan_newest_id"))),
    }


def standing_of(columns: Mapping[str, Any]) -> PlanStanding:
    """Where the plan stands, from what `standing_columns` brought."""
    exists, number = columns["plan_id"] is not None, columns["plan_number"] or 0
    facts = PlanFacts(
        exists=exists,
        form=PlanForm(columns["plan_form"]) if exists else PlanForm.NOTE,
        number=number,
        approved=columns["plan_approved"],
        follow_up_on=columns["plan_follow_up_on"],
    )
    return PlanStanding(
        status=plan_status_of(facts, today=clock.today()),
        facts=facts,
        plan_id=columns["plan_id"],
        being_revised=bool(number) and columns["plan_state"] == PlanState.DRAFT,
    )


def plan_status(case_id: UUID) -> PlanStanding:
    """Where the plan of one case stands, when nothing else is read of it."""
    columns = standing_columns()
    return standing_of(cases.cases().filter(pk=case_id).annotate(**columns).values(*columns).get())


def duties_of(
    standing: PlanStanding,
    *,
    written_consent: bool,
    network_to_tell: int,
    next_step_overdue: bool,
) -> list[DutyLine]:
    """The six duties of the case manager; consent and network come from those who keep them."""
    today = clock.today()
    rows = [
        row
        for row in with_agreement(plan_rows().filter(plan=standing.plan_id))
        if row.state in {RowState.PLANNED, RowState.BEGUN}
    ]
    version = newest_version(standing.plan_id) if standing.plan_id else None
    facts = DutyFacts(
        plan=standing.facts,
        written_consent=written_consent,
        network_to_tell=network_to_tell,
        next_step_overdue=next_step_overdue,
        rows_overdue=sum((day_of(row) or today) < today for row in rows),
        rows_not_agreed=sum(row.agreed_on is None for row in rows),
        not_confirmed=len(unconfirmed(version)) if version else 0,
    )
    return duties(facts, today=today)
