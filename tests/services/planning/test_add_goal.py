"""A goal in the client's words."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import GoalLevel, PlanObstacle
from kaveri.steps.planning.services import add_goal
from tests.factories import cast
from tests.factories.planning import a_goal, a_plan, goal_terms

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1")]


def test_the_clients_words_are_required():
    plan = a_plan()
    with pytest.raises(Refused) as refused:
        a_goal(plan, own_words=" ", wording="Anställning")
    assert refused.value.obstacles == [PlanObstacle.NO_GOAL_WORDS]


def test_a_goal_leads_to_a_goal_of_the_same_plan():
    plan = a_plan()
    main = a_goal(plan, level=GoalLevel.MAIN)
    assert a_goal(plan, level=GoalLevel.SUB, leads_to=main.root_id).leads_to == main.root_id
    with pytest.raises(Refused):
        a_goal(plan, leads_to=plan.id)


def test_the_client_adds_a_goal_and_a_stranger_does_not():
    plan = a_plan()
    add_goal(actor=cast.as_actor(cast.aino_account()), plan_id=plan.id, goal=goal_terms())
    with pytest.raises(Denied):
        add_goal(actor=cast.as_actor(cast.petra()), plan_id=plan.id, goal=goal_terms())
