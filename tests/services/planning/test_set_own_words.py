"""The client's own words."""

import pytest

from kaveri.foundation.base.errors import Changed, Refused
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.models import OwnWords
from kaveri.steps.planning.selectors import own_words
from kaveri.steps.planning.services import set_own_words
from tests.factories import cast
from tests.factories.planning import WORDS, a_plan, an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1")]


def test_new_words_follow_the_former_which_stay():
    plan = a_plan()
    first = own_words().get()
    set_own_words(
        actor=cast.as_actor(cast.aino_account()),
        plan_id=plan.id,
        words="Något annat.",
        seen=first.id,
    )
    assert [row.text for row in OwnWords.objects.order_by("written_at")] == [WORDS, "Något annat."]


def test_two_who_write_at_once_lose_neither_text():
    plan = a_plan()
    first = own_words().get()
    set_own_words(actor=kerstin(), plan_id=plan.id, words="Ett.", seen=first.id)
    with pytest.raises(Changed):
        set_own_words(actor=kerstin(), plan_id=plan.id, words="Två.", seen=first.id)
    assert own_words().get().text == "Ett."


def test_what_is_agreed_stands():
    version = an_agreed()
    with pytest.raises(Refused) as refused:
        set_own_words(
            actor=kerstin(), plan_id=version.plan_id, words="X", seen=own_words().get().id
        )
    assert refused.value.obstacles == [PlanObstacle.STANDS_AS_AGREED]
