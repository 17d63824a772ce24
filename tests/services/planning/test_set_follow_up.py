"""Who looks at what, when."""

import pytest

from kaveri.foundation.base.errors import Changed, Refused
from kaveri.steps.planning.models import FollowUp
from kaveri.steps.planning.services import set_follow_up
from tests.factories.planning import a_plan, follow_up_terms, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-7")]


def test_another_agreement_follows_the_former():
    plan = a_plan()
    first = FollowUp.objects.get()
    set_follow_up(
        actor=kerstin(), plan_id=plan.id, terms=follow_up_terms(on=in_days(9)), seen=first.id
    )
    assert FollowUp.objects.count() == 2
    with pytest.raises(Changed):
        set_follow_up(actor=kerstin(), plan_id=plan.id, terms=follow_up_terms(), seen=first.id)


def test_who_what_and_a_day_to_come():
    plan = a_plan(follow_up=None)
    with pytest.raises(Refused) as refused:
        set_follow_up(
            actor=kerstin(),
            plan_id=plan.id,
            terms=follow_up_terms(what="", who_id=None, on=in_days(-1)),
        )
    assert len(refused.value.obstacles) == 3
