"""Something is to be done."""

import pytest

from kaveri.casebook.tasks.services import change_step
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.selectors import day_of
from kaveri.steps.planning.services import add_row
from tests.factories import cast
from tests.factories.planning import a_plan, a_row, in_days, kerstin, row_terms

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-4", "PLAN-5", "PLAN-6")]


def test_the_next_step_is_one_truth_with_its_task():
    row = a_row(a_plan(), next_step=True)
    assert (row.due_on, day_of(row), row.task.owner) == (None, in_days(14), cast.kerstin())
    change_step(
        actor=kerstin(),
        task_id=row.task_id,
        version=1,
        what=row.what,
        owner_id=cast.kerstin().id,
        due_on=in_days(3),
    )
    row = PlanRow.objects.get(pk=row.pk)
    assert day_of(row) == in_days(3)


def test_the_client_gives_nobody_a_task_and_writes_no_recommendation():
    plan, me = a_plan(), cast.as_actor(cast.aino_account())
    with pytest.raises(Denied):
        add_row(actor=me, plan_id=plan.id, row=row_terms(), next_step=True)
    with pytest.raises(Refused) as refused:
        add_row(actor=me, plan_id=plan.id, row=row_terms(recommendation="Ja."))
    assert refused.value.obstacles == [PlanObstacle.NOT_YOURS_TO_SAY]
