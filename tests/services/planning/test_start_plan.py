"""Beginning the plan, as a note or in full."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import PlanForm, PlanObstacle, PlanStatus
from kaveri.steps.planning.models import Plan
from kaveri.steps.planning.selectors import own_words, plan_status
from kaveri.steps.planning.services import start_plan
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.planning import WORDS, a_plan, an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1")]


def test_a_note_is_written_whole_at_once_and_can_be_agreed():
    plan = a_plan()
    assert own_words().get().text == WORDS
    assert plan_status(plan.case_id).status == PlanStatus.NOTE
    assert an_agreed(plan).number == 1


def test_a_second_plan_needs_a_reason_and_the_first_stays_readable():
    former = a_plan()
    with pytest.raises(Refused) as refused:
        start_plan(actor=kerstin(), case_id=former.case_id, form=PlanForm.FULL)
    assert refused.value.obstacles == [PlanObstacle.PLAN_EXISTS]
    start_plan(
        actor=kerstin(), case_id=former.case_id, form=PlanForm.FULL, instead_because="Nytt läge."
    )
    assert Plan.objects.filter(closed_at=None).count() == 1
    former.refresh_from_db()
    assert former.closed_reason == "Nytt läge."


def test_a_colleague_without_a_part_in_the_case_may_not():
    with pytest.raises(Denied):
        start_plan(actor=cast.as_actor(cast.petra()), case_id=a_case().id, form=PlanForm.NOTE)
