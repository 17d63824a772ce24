"""Plans "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    GoalLevel,
    GoalTerms,
    How,
    PlanForm,
    RowKind,
    RowTerms,
    Told,
    Topic,
    Wish,
    Yes,
)
from kaveri.steps.planning.models import Comment, Goal, Plan, PlanRow, PlanVersion
from kaveri.steps.planning.services import (
    add_goal,
    add_row,
    agree_plan,
    comment_plan,
    record_row_agreement,
    revise_plan,
    start_plan,
)
from tests.factories import casebook, cast
from tests.factories.casebook import a_case

WORDS = "Jag vill jobba med trä igen."


def kerstin() -> Any:
    """Kerstin as the rules see her."""
    return cast.as_actor(cast.kerstin())


def in_days(number: int) -> dt.date:
    """The day so many days from today."""
    return clock.today() + dt.timedelta(days=number)


def row_terms(**known: Any) -> RowTerms:
    """Kerstin rings the workshop within two weeks."""
    details = {
        "kind": RowKind.STEP,
        "what": "ringer verkstaden",
        "responsible_id": cast.kerstin().id,
        "due_on": in_days(14),
        "wish": Wish.WANTS,
        **known,
    }
    return RowTerms(**details)


def follow_up_terms(**known: Any) -> FollowUpTerms:
    """Kerstin looks at it in a month."""
    details = {"what": "Hur går det?", "on": in_days(30), "who_id": cast.kerstin().id, **known}
    return FollowUpTerms(**details)


def goal_terms(**known: Any) -> GoalTerms:
    """A goal for working life."""
    details = {"own_words": "Jag vill ha ett jobb.", "level": GoalLevel.CAREER, **known}
    return GoalTerms(**details)


def a_yes(**known: Any) -> Yes:
    """A yes in the meeting today."""
    return Yes(**{"how": How.MEETING, "on": clock.today(), **known})


def a_plan(*, case: Case | None = None, form: PlanForm = PlanForm.NOTE, **known: Any) -> Plan:
    """A whole note, that Kerstin has written."""
    details = {
        "words": WORDS,
        "row": row_terms(),
        "follow_up": follow_up_terms(),
        **known,
    }
    return start_plan(actor=kerstin(), case_id=(case or a_case()).id, form=form, **details)


def a_goal(plan: Plan, **known: Any) -> Goal:
    """A goal in the plan."""
    return add_goal(actor=kerstin(), plan_id=plan.id, goal=goal_terms(**known))


def a_row(plan: Plan, *, next_step: bool = False, **known: Any) -> PlanRow:
    """A row in the plan."""
    return add_row(actor=kerstin(), plan_id=plan.id, row=row_terms(**known), next_step=next_step)


def told(**known: Any) -> Told:
    """Something Aino told today about her life."""
    details = {
        "topic": Topic.LIFE_SITUATION,
        "text": "Bor med sin son.",
        "source": Source.CLIENT,
        "said_on": clock.today(),
        **known,
    }
    return Told(**details)


def record_agreement(row: PlanRow, **known: Any) -> None:
    """Whoever is responsible has said yes to the row."""
    record_row_agreement(actor=kerstin(), row_id=row.id, version=row.version, yes=a_yes(**known))


def commenter() -> Account:
    """A working pair who reads the plan."""
    return cast.worker("cilla", "Ek", cast.unit())


def a_comment(plan: Plan, text: str = "Verkstaden har flyttat.") -> Comment:
    """A colleague says something about the plan."""
    casebook.near(plan.case, commenter(), RelationKind.PAIR)
    return comment_plan(actor=cast.as_actor(commenter()), plan_id=plan.id, text=text)


def an_agreed(plan: Plan | None = None) -> PlanVersion:
    """A version agreed on."""
    plan = plan or a_plan()
    plan.refresh_from_db()
    return agree_plan(actor=kerstin(), plan_id=plan.id, version=plan.version)


def agreed_again(version: PlanVersion) -> PlanVersion:
    """A row came into the plan, and it was agreed once more."""
    plan = Plan.objects.get(pk=version.plan_id)
    revise_plan(actor=kerstin(), plan_id=plan.id, version=plan.version)
    a_row(plan, what="besöker verkstaden")
    plan.refresh_from_db()
    return agree_plan(actor=kerstin(), plan_id=plan.id, version=plan.version)
