"""Parts of every use case of the plan: fetching, homes, counting up, keeping what was."""

from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, refuse_if
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.planning.domain import Part, obstacles_to_editing
from kaveri.steps.planning.models import Former, Plan
from kaveri.steps.planning.selectors import plans


def fetch_plan(act: Act, plan_id: UUID, *, version: int | None = None) -> Plan:
    """The permitted plan, locked."""
    plan = act.fetch(plans(), plan_id, version=version)
    act.concerns(plan.case.client_id)
    return plan


def lock_plan(_act: Act, plan_id: UUID) -> Plan:
    """The plan of a row already permitted, locked so that agreeing and editing do not cross."""
    return plans().select_for_update(of=("self",)).get(pk=plan_id)


def edit(plan: Plan) -> None:
    """Refuse to write where what is agreed stands."""
    refuse_if(
        obstacles_to_editing(
            state=plan.state,
            closed=plan.closed_at is not None,
            case_open=plan.case.state == CaseState.OPEN,
        )
    )


def count_up(_act: Act, plan: Plan, **changed: Any) -> None:
    """The plan is another than it was: whoever agrees to it must have seen this one."""
    Plan.objects.filter(pk=plan.pk).update(version=F("version") + 1, **changed)
    plan.refresh_from_db(fields=["version", *changed])


def count_row_up(_act: Act, row: Any, *fields: str) -> None:
    """Save what changed of a row and count its version up."""
    row.version = F("version") + 1
    row.save(update_fields=[*fields, "version"])
    row.refresh_from_db(fields=["version"])


def piece(act: Act, plan: Plan, category: str = Category.LIFE_SITUATION) -> dict[str, Any]:
    """What every new row of a plan carries."""
    return {
        "case_id": plan.case_id,
        "plan_id": plan.pk,
        "written_at": clock.now(),
        "written_by_id": act.actor.person_id,
        **home_of(plan, Category(category)),
    }


def keep_former(act: Act, plan: Plan, part: Part, row: Any, content: dict[str, Any]) -> None:
    """How the row read until now stays readable."""
    Former.objects.create(
        part=part, item_id=row.pk, content=content, **piece(act, plan, row.category)
    )


def as_seen(act: Act, now: Model | None, seen: UUID | None) -> None:
    """Somebody wrote meanwhile when the row that stands is not the one the person saw."""
    if (now.pk if now is not None else None) != seen:
        raise Changed(act.action)


def require(act: Act, action: policy.Action, rows: QuerySet[Any], pk: UUID) -> Any:
    """A part of the use case that has a rule of its own."""
    row = policy.permitted(rows, action, act.actor).filter(pk=pk).first()
    if row is None:
        raise Denied(act.action)
    return row


def tell_timeline(act: Act, plan: Plan, what: str, about_id: UUID) -> None:
    """The timeline says that it happened; the plan itself says what."""
    add_entry(
        act,
        plan.case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        text="",
        about_type=f"plan.{what}",
        about_id=about_id,
    )
