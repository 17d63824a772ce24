"""A new draft from what was agreed."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanObstacle, fingerprint
from kaveri.steps.planning.selectors import plan_status
from kaveri.steps.planning.services import revise_plan
from tests.factories.planning import a_plan, a_row, an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_the_agreed_version_stands_while_a_new_one_is_written():
    first = an_agreed()
    revise_plan(actor=kerstin(), plan_id=first.plan_id)
    assert plan_status(first.case_id).being_revised
    a_row(first.plan, what="mejlar")
    second = an_agreed(first.plan)
    first.refresh_from_db()
    assert (second.number, first.sha256) == (2, fingerprint(first.content))
    with pytest.raises(Refused) as refused:
        revise_plan(actor=kerstin(), plan_id=a_plan(instead_because="Ny.", case=first.case).id)
    assert refused.value.obstacles == [PlanObstacle.NOT_AGREED_YET]
