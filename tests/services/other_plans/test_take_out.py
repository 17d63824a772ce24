"""The support plan stands alone again."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.other_plans.domain import RegisterObstacle
from kaveri.steps.other_plans.selectors import holding_support
from kaveri.steps.other_plans.services import take_out
from tests.factories import cast, planning
from tests.factories.other_plans import a_plan, put_in

pytestmark = pytest.mark.django_db


def taken_out(row, account=None):
    actor = cast.as_actor(account or cast.kerstin())
    return take_out(actor=actor, other_plan_id=row.id, version=row.version)


@pytest.mark.requirement("PLAN-11")
def test_nothing_holds_it_and_another_plan_may():
    case = planning.a_plan().case
    row = taken_out(put_in(a_plan(case)))
    assert not holding_support(case.id).exists()
    with pytest.raises(Refused) as refused:
        taken_out(row)
    assert refused.value.obstacles == [RegisterObstacle.STANDS_NOT]
    put_in(a_plan(case))


@pytest.mark.requirement("TRUST-1")
def test_a_stranger_does_not_take_it_out():
    with pytest.raises(Denied):
        taken_out(put_in(a_plan(planning.a_plan().case)), cast.mikko())
