"""The order of the rows."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.services import reorder_rows
from tests.factories.planning import a_plan, a_row, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-5")]


def test_every_row_is_named_once():
    plan = a_plan()
    first, second = PlanRow.objects.get(), a_row(plan, what="mejlar")
    plan.refresh_from_db()
    with pytest.raises(Refused):
        reorder_rows(actor=kerstin(), plan_id=plan.id, row_ids=[first.id], version=plan.version)
    reorder_rows(
        actor=kerstin(), plan_id=plan.id, row_ids=[second.id, first.id], version=plan.version
    )
    assert list(PlanRow.objects.order_by("place")) == [second, first]
