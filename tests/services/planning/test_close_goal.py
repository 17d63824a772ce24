"""A goal attained or given up."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import GoalState, PlanObstacle
from kaveri.steps.planning.selectors import goals
from kaveri.steps.planning.services import close_goal
from tests.factories.planning import a_goal, a_plan, an_agreed, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1")]


def test_giving_up_needs_a_reason_and_attaining_a_day_that_has_been():
    goal = a_goal(a_plan())
    with pytest.raises(Refused) as refused:
        close_goal(
            actor=kerstin(), goal_id=goal.id, to=GoalState.GIVEN_UP, on=in_days(1), version=1
        )
    assert refused.value.obstacles == [PlanObstacle.NO_REASON, PlanObstacle.DAY_NOT_COME]


def test_a_goal_is_attained_while_the_plan_stands_as_agreed():
    plan = a_plan()
    goal = a_goal(plan)
    an_agreed(plan)
    close_goal(actor=kerstin(), goal_id=goal.id, to=GoalState.ATTAINED, on=in_days(0), version=1)
    assert goals().get().state == GoalState.ATTAINED
