"""Somebody without an account knows it."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.services import record_confirmation
from tests.factories.planning import a_plan, a_row, a_yes, an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_only_who_made_it_is_written_down():
    plan = a_plan()
    a_row(plan, responsible_id=None, responsible_name="Snickar-Kalle")
    version = an_agreed(plan)
    record_confirmation(actor=kerstin(), version_id=version.id, yes=a_yes(name="Snickar-Kalle"))
    with pytest.raises(Refused) as refused:
        record_confirmation(actor=kerstin(), version_id=version.id, yes=a_yes(name="Lisa"))
    assert refused.value.obstacles == [PlanObstacle.DID_NOT_MAKE_IT]
