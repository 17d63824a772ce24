"""The follow-up is done, and agreed again."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import Part, PlanObstacle, Seen
from kaveri.steps.planning.models import ReviewLine
from kaveri.steps.planning.selectors import plan_status
from kaveri.steps.planning.services import review_plan
from tests.factories.planning import a_goal, a_plan, follow_up_terms, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-7")]


def test_what_was_seen_and_the_next_day():
    plan = a_plan()
    goal = a_goal(plan)
    review_plan(
        actor=kerstin(),
        plan_id=plan.id,
        on=in_days(0),
        next_=follow_up_terms(on=in_days(60)),
        seen=[Seen(part=Part.GOAL, item_id=goal.id, text="På väg.")],
    )
    assert ReviewLine.objects.get().category == goal.category
    assert plan_status(plan.case_id).follow_up_on == in_days(60)


def test_the_next_follow_up_is_required():
    with pytest.raises(Refused) as refused:
        review_plan(
            actor=kerstin(),
            plan_id=a_plan().id,
            on=in_days(1),
            next_=follow_up_terms(on=in_days(-1)),
        )
    assert refused.value.obstacles == [
        PlanObstacle.NOTHING_SEEN,
        PlanObstacle.DAY_NOT_COME,
        PlanObstacle.DAY_HAS_PASSED,
    ]
