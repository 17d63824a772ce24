"""The person comes back."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.config.integrity import open_referrals_without_somebody_who_follows
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.ending.models import Summary
from kaveri.steps.ending.services import end_support, reopen_support
from kaveri.steps.referral_out.domain import ReferralState, Reply
from kaveri.steps.referral_out.services import answer_referral
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case, prepare, with_summary
from tests.factories.referral_out import a_referral, health_check

pytestmark = pytest.mark.django_db


def reopen(account, case):
    reopen_support(
        actor=cast.as_actor(account),
        case_id=case.id,
        why="Växthuset stängde.",
        next_what="ringer och bokar tid",
        next_due_on=clock.today() + dt.timedelta(days=2),
    )


@pytest.mark.requirement("COORDINATE-13")
def test_the_same_case_goes_on_with_a_step_and_the_promise_is_kept():
    case = a_case()
    an_ended_case(case)
    reopen(cast.kerstin(), case)
    case.refresh_from_db()
    assert (case.state, case.ended_at) == ("open", None)
    assert not next_steps({case.id: case.case_manager_id})[case.id].is_fallback
    assert Task.objects.get(case=case, kind=TaskKind.AFTER_CARE).state == "done"


@pytest.mark.requirement("COORDINATE-13", "COORDINATE-14")
def test_somebody_follows_the_service_that_went_on_meanwhile():
    case = a_case()
    referral = a_referral(case=case, service=health_check()).referral
    answer_referral(
        actor=cast.as_actor(referral.receiver),
        referral_id=referral.id,
        reply=Reply(answer=ReferralState.ACCEPTED),
    )
    an_ended_case(case)
    assert open_referrals_without_somebody_who_follows() == []

    reopen(cast.kerstin(), case)

    assert open_referrals_without_somebody_who_follows() == []
    assert Task.objects.get(source_id=referral.id, state="open").owner == cast.kerstin()


@pytest.mark.requirement("COORDINATE-13")
def test_it_can_end_again_and_both_summaries_are_kept():
    case = a_case()
    an_ended_case(case)
    first = Summary.objects.get(case=case)
    reopen(cast.kerstin(), case)
    ending = prepare(case)
    with_summary(case)
    end_support(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        version=ending.version,
        given_how="meeting",
    )
    assert Summary.objects.filter(case=case).count() == 2
    kept = Summary.objects.get(pk=first.pk)
    assert (kept.version, kept.given_at) == (first.version, first.given_at)


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_only_the_case_manager_or_the_substitute_opens_it_again():
    case = a_case()
    an_ended_case(case)
    for account in (cast.mikko(), cast.aino_account(), cast.tove()):
        with pytest.raises(Denied):
            reopen(account, case)
    near(case, cast.petra(), RelationKind.SUBSTITUTE)
    reopen(cast.petra(), case)


@pytest.mark.requirement("COORDINATE-13")
def test_an_open_case_or_a_second_one_is_not_opened():
    case = a_case()
    with pytest.raises(Refused) as refused:
        reopen(cast.kerstin(), case)
    assert refused.value.obstacles == [EndObstacle.CASE_OPEN]
    an_ended_case(case)
    a_case()
    with pytest.raises(Refused) as refused:
        reopen(cast.kerstin(), case)
    assert refused.value.obstacles == [EndObstacle.ANOTHER_CASE_OPEN]
