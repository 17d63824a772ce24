"""The plan as its page begins: read with the row of the case, without questions of its own."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import PlanForm, PlanState
from kaveri.steps.planning.models import Plan
from kaveri.steps.planning.selectors.keeping import Keeper, keeper_columns, keeper_of
from kaveri.steps.planning.selectors.plans import follow_ups, own_words
from kaveri.steps.planning.selectors.standing import PlanStanding, standing_columns, standing_of
from kaveri.steps.planning.selectors.versions import made_by, versions

# What the page offers; each is shown by the rule that the use case asks.
_MAY = {
    "plan_may_read": PlanAction.READ,
    "plan_may_edit": PlanAction.SET_FOLLOW_UP,
    "plan_may_agree": PlanAction.AGREE,
    "plan_may_record": PlanAction.RECORD_APPROVAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSeen:
    """The follow-up agreed on, as the page shows it."""

    on: dt.date
    what: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """The current plan of a case, with what this reader may see and do of it as a whole."""

    id: UUID
    version: int
    form: PlanForm
    state: PlanState
    standing: PlanStanding
    words: str
    follow_up: FollowUpSeen | None
    newest_id: UUID | None
    newest_number: int
    may_edit: bool
    may_agree: bool
    may_record: bool
    # The reader made the newest version and has not said that they know it.
    to_confirm: bool
    keeper: Keeper


def page_columns(actor: Actor) -> dict[str, Any]:
    """What the page of the plan wants beside the row of the case."""

    def seen(rows: QuerySet[Any], action: PlanAction = PlanAction.READ) -> QuerySet[Any]:
        return policy.permitted(rows, action, actor)

    of_case = {"plan__case": OuterRef("pk"), "plan__closed_at": None}
    here = Plan.objects.filter(case=OuterRef("pk"), closed_at=None)
    kept = versions().filter(**of_case)
    newest = seen(kept, PlanAction.READ_VERSION).values(found=JSONObject(id="id", number="number"))
    unsaid = seen(made_by(kept, actor), PlanAction.CONFIRM).filter(pk=OuterRef("plan_newest_id"))
    words = seen(own_words().filter(**of_case)).values("text")
    follow_up = seen(follow_ups().filter(**of_case)).values(
        found=JSONObject(
            on="on",
            what="what",
            first_name="who__first_name",
            last_name="who__last_name",
            name="who_name",
        )
    )
    return {
        **standing_columns(),
        **keeper_columns(),
        **{name: Exists(seen(here, action)) for name, action in _MAY.items()},
        "plan_version": Subquery(here.values("version")[:1]),
        "plan_words": Subquery(words[:1]),
        "plan_follow_up": Subquery(follow_up[:1]),
        "plan_newest_seen": Subquery(newest[:1]),
        "plan_to_confirm": Exists(unsaid),
    }


def plan_head(columns: Mapping[str, Any]) -> PlanHead | None:
    """The plan from those columns; none where there is none, or none that this reader may see."""
    if not columns["plan_may_read"]:
        return None
    newest = columns["plan_newest_seen"]
    follow_up = columns["plan_follow_up"]
    return PlanHead(
        id=columns["plan_id"],
        version=columns["plan_version"],
        form=PlanForm(columns["plan_form"]),
        state=PlanState(columns["plan_state"]),
        standing=standing_of(columns),
        words=columns["plan_words"] or "",
        follow_up=_follow_up(follow_up) if follow_up else None,
        newest_id=UUID(newest["id"]) if newest else None,
        newest_number=newest["number"] if newest else 0,
        may_edit=columns["plan_may_edit"],
        may_agree=columns["plan_may_agree"],
        may_record=columns["plan_may_record"],
        to_confirm=columns["plan_to_confirm"],
        keeper=keeper_of(columns),
    )


def _follow_up(found: Mapping[str, Any]) -> FollowUpSeen:
    name = " ".join(part for part in (found["first_name"], found["last_name"]) if part)
    return FollowUpSeen(
        on=dt.date.fromisoformat(found["on"]), what=found["what"], who=name or found["name"]
    )
