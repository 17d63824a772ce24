"""Between the answer and the end: the sender asks, notes what was heard, and asks again."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral_out.domain import EventKind, ReferralObstacle, ReferralState, Reply
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import answer_by_link, note_progress
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.referral_out import a_referral

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def in_days(number):
    return clock.today() + dt.timedelta(days=number)


def accepted():
    sent = a_referral(case=a_case(next_in_days=60))
    answer_by_link(
        actor=cast.as_actor(cast.kerstin()),
        secret=sent.secret,
        reply=Reply(answer=ReferralState.ACCEPTED),
    )
    return sent.referral


def noted(referral, **known):
    by = cast.as_actor(known.pop("by", cast.kerstin()))
    return note_progress(actor=by, referral_id=referral.id, **known)


def open_task(referral):
    return Task.objects.get(source_id=referral.id, state=TaskState.OPEN)


def test_what_goes_on_as_before_is_asked_about_again_on_a_day():
    referral = accepted()

    noted(referral, text="Två veckors kö, säger mottagningen.", ask_again_on=in_days(14))

    task = open_task(referral)
    assert (task.kind, task.due_on) == (TaskKind.REFERRAL_FIRST_DATE, in_days(14))
    assert task.owner == cast.kerstin()
    event = ReferralEvent.objects.get(kind=EventKind.NO_CHANGE)
    assert (event.on, event.note) == (in_days(14), "Två veckors kö, säger mottagningen.")


def test_an_answer_given_by_word_of_mouth_moves_the_loop_on():
    referral = a_referral(case=a_case(next_in_days=60)).referral

    reply = Reply(answer=ReferralState.FIRST_DATE, on=in_days(5), text="Ringde.")
    after = noted(referral, reply=reply)

    assert (after.state, after.first_on) == (ReferralState.FIRST_DATE, in_days(5))
    assert open_task(referral).kind == TaskKind.REFERRAL_FOLLOW


def test_nothing_is_noted_without_what_was_heard_and_a_new_day():
    referral = accepted()
    with pytest.raises(Refused) as refused:
        noted(referral, text=" ")
    assert set(refused.value.obstacles) == {
        ReferralObstacle.NOTHING_HEARD,
        ReferralObstacle.NO_NEXT_DAY,
    }
    with pytest.raises(Refused) as refused:
        noted(referral, text="Ringde.", ask_again_on=in_days(-1))
    assert refused.value.obstacles == [ReferralObstacle.ASK_AGAIN_HAS_PASSED]


def test_a_service_that_has_not_answered_is_reminded_instead():
    referral = a_referral(case=a_case(next_in_days=60)).referral
    with pytest.raises(Refused) as refused:
        noted(referral, text="Ringde.", ask_again_on=in_days(3))
    assert refused.value.obstacles == [ReferralObstacle.NOT_NOW]


def test_only_those_who_may_refer_on_note_it():
    with pytest.raises(Denied):
        noted(accepted(), by=cast.petra(), text="Ringde.", ask_again_on=in_days(3))
