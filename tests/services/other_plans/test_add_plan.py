"""A plan that somebody else holds is noted."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.other_plans.domain import PlanKind, RegisterObstacle, Told
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.other_plans.services import add_plan
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.other_plans import a_plan, terms

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("PLAN-11", "PLAN-8")
def test_having_a_plan_tells_something_and_more_when_its_holder_does():
    case = a_case()
    assert a_plan(case).category == Category.WORK_EDUCATION
    assert a_plan(case, kind=PlanKind.CARE).category == Category.HEALTH
    clinic = a_plan(case, kind=PlanKind.CARE, guarded=Category.SUBSTANCE_USE)
    assert clinic.category == Category.SUBSTANCE_USE
    assert Entry.objects.filter(about_type=Told.NOTED, category=Category.SUBSTANCE_USE).exists()


@pytest.mark.requirement("PLAN-11")
def test_every_reason_against_it_is_said_at_once():
    case, day = a_case(), clock.today()
    with pytest.raises(Refused) as refused:
        a_plan(
            case,
            holder_name=" ",
            organisation="",
            valid_until=day,
            review_on=day + dt.timedelta(days=1),
        )
    assert refused.value.obstacles == [
        RegisterObstacle.NO_HOLDER,
        RegisterObstacle.REVIEW_AFTER_LAST_DAY,
    ]
    with pytest.raises(Refused) as refused:
        a_plan(case, holder_id=cast.mikko().id)
    assert refused.value.obstacles == [RegisterObstacle.HOLDER_NOT_NEAR]


@pytest.mark.requirement("PLAN-11", "TRUST-1")
def test_only_who_carries_the_case_notes_a_plan_and_a_double_click_is_one():
    case, key = a_case(), uuid.uuid4()
    known = {"case_id": case.id, "terms": terms(), "sending": key}
    add_plan(actor=cast.as_actor(cast.kerstin()), **known)
    with pytest.raises(AlreadyDone):
        add_plan(actor=cast.as_actor(cast.kerstin()), **known)
    near(case, cast.petra(), RelationKind.MEMBER)
    for account in (cast.petra(), cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            add_plan(actor=cast.as_actor(account), case_id=case.id, terms=terms())
    assert OtherPlan.objects.count() == 1
