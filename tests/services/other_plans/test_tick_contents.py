"""What another plan holds of its contents."""

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.other_plans.domain import Answer, RegisterObstacle, check
from kaveri.steps.other_plans.selectors import contents_of
from kaveri.steps.other_plans.services import tick_contents
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.other_plans import a_plan

pytestmark = pytest.mark.django_db


def ticked(row, account=None, held=(), without=()):
    return tick_contents(
        actor=cast.as_actor(account or cast.kerstin()),
        other_plan_id=row.id,
        held=held,
        without=without,
        version=row.version,
    )


@pytest.mark.requirement("PLAN-12")
def test_what_is_not_ticked_is_missing_unless_it_does_not_apply():
    row = ticked(a_plan(a_case()), held=["earlier_plans"], without=["limited"])
    known = contents_of(row.kind, on=row.ticked_on)
    found = {
        each.line.key: each.answer
        for each in check(known, held=row.held.split(), does_not_apply=row.without.split())
    }
    assert row.ticked_on == clock.today()
    assert found["earlier_plans"] is Answer.PRESENT
    assert found["services_for_ability"] is Answer.NOT_APPLICABLE
    assert found["goal"] is Answer.MISSING


@pytest.mark.requirement("PLAN-12")
def test_a_line_of_another_version_is_refused_and_a_stranger_denied():
    row = a_plan(a_case())
    with pytest.raises(Refused) as refused:
        ticked(row, held=["no_such_line"])
    assert refused.value.obstacles == [RegisterObstacle.UNKNOWN_LINE]
    with pytest.raises(Denied):
        ticked(row, cast.mikko())
