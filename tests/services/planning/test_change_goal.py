"""A goal put otherwise."""

import pytest

from kaveri.foundation.base.errors import Changed, Denied
from kaveri.steps.planning.selectors import goals, wordings
from kaveri.steps.planning.services import change_goal
from tests.factories import cast
from tests.factories.planning import a_goal, a_plan, goal_terms, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1")]


def test_the_former_wording_stays():
    goal = a_goal(a_plan())
    new = change_goal(
        actor=kerstin(), goal_id=goal.id, version=1, goal=goal_terms(own_words="Deltid.")
    )
    assert [row.own_words for row in wordings(goal.root_id)] == [goal.own_words, "Deltid."]
    assert goals().get() == new


def test_whoever_changes_an_outrun_wording_is_told():
    goal = a_goal(a_plan())
    change_goal(actor=kerstin(), goal_id=goal.id, version=1, goal=goal_terms(own_words="Deltid."))
    with pytest.raises(Changed):
        change_goal(
            actor=kerstin(), goal_id=goal.id, version=1, goal=goal_terms(own_words="Heltid.")
        )


def test_the_client_changes_only_what_they_wrote():
    goal = a_goal(a_plan())
    with pytest.raises(Denied):
        change_goal(
            actor=cast.as_actor(cast.aino_account()), goal_id=goal.id, version=1, goal=goal_terms()
        )
