"""The sender takes a referral back."""

import datetime as dt

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral_out.domain import ReferralObstacle, ReferralState
from kaveri.steps.referral_out.services import withdraw
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.referral_out import a_referral, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def take_back(referral, *, account=None, reason="Aino vill inte längre.", **known):
    return withdraw(
        actor=cast.as_actor(account or cast.kerstin()),
        referral_id=referral.id,
        reason=reason,
        **known,
    )


def test_the_receiver_goes_out_and_nothing_is_left_to_follow():
    referral = a_referral(service=health_check()).referral
    assert take_back(referral).state == ReferralState.WITHDRAWN
    assert not Relation.objects.filter(source_id=referral.id, until_at=None).exists()
    assert not Task.objects.filter(source_id=referral.id, state=TaskState.OPEN).exists()


def test_a_case_is_not_left_without_a_next_step():
    case = a_case()
    referral = a_referral(case=case).referral
    Task.objects.filter(case=case, kind=TaskKind.NEXT_STEP).update(
        state=TaskState.DONE, closed_at=clock.now()
    )
    with pytest.raises(Refused) as refused:
        take_back(referral)
    assert refused.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    take_back(referral, next_what="ringer dig", next_due_on=clock.today() + dt.timedelta(days=3))
    assert Task.objects.get(case=case, state=TaskState.OPEN).what == "ringer dig"


def test_a_reason_and_a_day_are_asked_for_at_once():
    referral = a_referral().referral
    with pytest.raises(Refused) as refused:
        take_back(referral, reason=" ", next_what="ringer dig")
    assert refused.value.obstacles == [
        ReferralObstacle.NO_REASON,
        ReferralObstacle.NO_NEXT_DAY,
    ]


def test_others_may_not_take_it_back():
    referral = a_referral(service=health_check()).referral
    for account in (cast.sara(), cast.mikko()):
        with pytest.raises(Denied):
            take_back(referral, account=account)
