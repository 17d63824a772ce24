"""Another plan is over."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.other_plans.domain import RegisterObstacle
from kaveri.steps.other_plans.services import end_plan
from tests.factories import cast, planning
from tests.factories.other_plans import a_plan, put_in

pytestmark = pytest.mark.django_db


def ended(row, account=None, reason="Ersatt av en ny plan."):
    actor = cast.as_actor(account or cast.kerstin())
    return end_plan(actor=actor, other_plan_id=row.id, reason=reason, version=row.version)


@pytest.mark.requirement("PLAN-11")
def test_the_support_plan_goes_on_alone():
    row = ended(put_in(a_plan(planning.a_plan().case)))
    assert not row.holds_support
    assert row.end_reason == "Ersatt av en ny plan."
    with pytest.raises(Refused) as refused:
        ended(row, reason=" ")
    assert refused.value.obstacles == [RegisterObstacle.PLAN_ENDED, RegisterObstacle.NO_REASON]


@pytest.mark.requirement("TRUST-1")
def test_nobody_else_ends_it():
    row = a_plan(planning.a_plan().case)
    for account in (cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            ended(row, account)
