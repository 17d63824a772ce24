"""The support plan becomes a part of another plan."""

import pytest

from kaveri.casebook.consent.models import Consent
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.other_plans.domain import PlanKind, RegisterObstacle, Told
from kaveri.steps.other_plans.selectors import holding_support
from tests.factories import cast, network, planning
from tests.factories.casebook import a_case
from tests.factories.other_plans import a_plan, put_in
from tests.factories.permission import a_consent, county, of

pytestmark = pytest.mark.django_db
WHOLE = frozenset(Category)


def held_by_partner(*categories, kind=PlanKind.ACTIVATION):
    """An activation plan whose holder works at the employment authority, and may see this much."""
    plan = planning.a_plan()
    worker = network.job_worker()
    a_consent(plan.case, county(), of(worker), categories=frozenset(categories) or WHOLE)
    network.a_member(plan.case, worker)
    return worker, a_plan(plan.case, holder_id=worker.id, kind=kind)


@pytest.mark.requirement("PLAN-11")
def test_the_holder_of_an_activation_plan_takes_the_support_plan_into_it():
    worker, row = held_by_partner()
    row = put_in(row, worker)
    assert row.holds_support
    assert row.put_in_by == worker
    assert list(holding_support(row.case_id)) == [row]
    assert Entry.objects.filter(about_type=Told.PUT_IN, author=worker).exists()


@pytest.mark.requirement("PLAN-11", "CONSENT-3")
def test_refused_to_who_may_not_read_the_support_plan():
    worker, row = held_by_partner(Category.HEALTH, kind=PlanKind.CARE)
    with pytest.raises(Refused) as refused:
        put_in(row, worker)
    assert refused.value.obstacles == [RegisterObstacle.PLAN_NOT_SHOWN]


@pytest.mark.requirement("TRUST-1", "CONSENT-2")
def test_a_holder_whose_ground_is_gone_is_denied():
    worker, row = held_by_partner()
    Consent.objects.update(until_on="2020-01-01", from_on="2019-01-01")
    with pytest.raises(Denied):
        put_in(row, worker)


@pytest.mark.requirement("PLAN-11")
def test_it_stands_in_one_plan_at_a_time_and_only_when_there_is_one():
    case = a_case()
    row, again = a_plan(case), a_plan(case)
    with pytest.raises(Refused) as refused:
        put_in(row)
    assert refused.value.obstacles == [RegisterObstacle.NO_SUPPORT_PLAN]
    planning.a_plan(case=case)
    put_in(row)
    with pytest.raises(Refused) as refused:
        put_in(again)
    assert refused.value.obstacles == [RegisterObstacle.STANDS_ALREADY]


@pytest.mark.requirement("TRUST-1")
def test_nobody_who_neither_carries_nor_holds_it_puts_it_in():
    row = a_plan(planning.a_plan().case)
    for account in (cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            put_in(row, account)
