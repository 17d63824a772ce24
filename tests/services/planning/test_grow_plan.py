"""The note grows into the full form."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanForm, PlanObstacle
from kaveri.steps.planning.selectors import own_words
from kaveri.steps.planning.services import grow_plan
from tests.factories.planning import WORDS, a_plan, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-9")]


def test_a_note_grows_and_nothing_is_retyped():
    plan = a_plan()
    grow_plan(actor=kerstin(), plan_id=plan.id)
    plan.refresh_from_db()
    assert (plan.form, own_words().get().text) == (PlanForm.FULL, WORDS)
    with pytest.raises(Refused) as refused:
        grow_plan(actor=kerstin(), plan_id=plan.id)
    assert refused.value.obstacles == [PlanObstacle.FULL_ALREADY]
