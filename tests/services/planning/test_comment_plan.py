"""Saying something about the plan."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import CommentKind, Part, PlanObstacle
from kaveri.steps.planning.services import comment_plan
from tests.factories import cast
from tests.factories.casebook import aino
from tests.factories.planning import a_goal, a_plan, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10", "PARTICIPATE-1")]


def test_a_comment_is_guarded_as_what_it_is_about():
    plan = a_plan()
    goal = a_goal(plan)
    row = comment_plan(
        actor=cast.as_actor(cast.aino_account()),
        plan_id=plan.id,
        text="Hellre deltid.",
        kind=CommentKind.PROPOSAL,
        part=Part.GOAL,
        item_id=goal.id,
    )
    assert row.category == goal.category


def test_nothing_is_said_of_what_is_not_there():
    with pytest.raises(Refused) as refused:
        comment_plan(
            actor=kerstin(), plan_id=a_plan().id, text=" ", part=Part.GOAL, item_id=aino().id
        )
    assert refused.value.obstacles == [PlanObstacle.NO_COMMENT, PlanObstacle.NO_SUCH_ITEM]
