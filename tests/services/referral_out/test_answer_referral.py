"""A receiver with an account answers."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral_out.domain import (
    EventKind,
    ReferralObstacle,
    ReferralState,
    Reply,
)
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import answer_referral
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.referral_out import a_referral, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]
S = ReferralState


def answer(referral, what, *, account=None, on=None, text="", **known):
    return answer_referral(
        actor=cast.as_actor(account or cast.sara()),
        referral_id=referral.id,
        reply=Reply(answer=what, on=on, text=text),
        **known,
    )


def open_task(referral):
    return Task.objects.get(source_id=referral.id, state=TaskState.OPEN)


def test_accepted_without_a_date_leaves_the_sender_to_follow_it():
    referral = a_referral(service=health_check()).referral
    answer(referral, S.ACCEPTED)
    task = open_task(referral)
    assert (task.kind, task.owner) == (TaskKind.REFERRAL_FIRST_DATE, cast.kerstin())
    assert task.due_on > clock.today()


def test_after_the_first_date_the_sender_asks_how_it_went():
    referral = a_referral(service=health_check()).referral
    day = clock.today() + dt.timedelta(days=6)
    answer(referral, S.FIRST_DATE, on=day)
    referral.refresh_from_db()
    assert (referral.state, referral.first_on) == (S.FIRST_DATE, day)
    task = open_task(referral)
    assert task.kind == TaskKind.REFERRAL_FOLLOW
    assert task.due_on > day


def test_a_no_makes_the_sender_find_another_way_and_closes_the_door():
    case = a_case()
    referral = a_referral(service=health_check(), case=case).referral
    answer(referral, S.DECLINED, text="Kön är för lång.")
    assert open_task(referral).kind == TaskKind.REFERRAL_DECLINED
    assert not Relation.objects.filter(source_id=referral.id, until_at=None).exists()
    assert Entry.objects.get(about_type="referral_out.declined").text == "Kön är för lång."
    with pytest.raises(Denied):
        answer(referral, S.ACCEPTED)


def test_what_came_of_it_stands_on_the_timeline():
    referral = a_referral(service=health_check()).referral
    answer(referral, S.ACCEPTED)
    answer(referral, S.BEGUN)
    answer(referral, S.ENDED, text="Undersökningen är gjord.")
    assert Entry.objects.get(about_type="referral_out.ended").text == "Undersökningen är gjord."
    assert open_task(referral).kind == TaskKind.REFERRAL_ENDED
    kinds = ReferralEvent.objects.filter(referral=referral).order_by("at", "id")
    assert [event.kind for event in kinds] == ["sent", "accepted", "begun", "ended"]


def test_the_one_who_follows_is_told_by_a_mail_that_says_nothing():
    referral = a_referral(service=health_check()).referral
    answer(referral, S.ACCEPTED)
    assert Notice.objects.get(address=cast.kerstin().email).link == ""


def test_everything_that_is_missing_is_said_and_nothing_is_stored():
    referral = a_referral(service=health_check()).referral
    with pytest.raises(Refused) as refused:
        answer(referral, S.ENDED)
    assert refused.value.obstacles == [
        ReferralObstacle.NOT_NOW,
        ReferralObstacle.NOTHING_CAME_OF_IT,
    ]
    referral.refresh_from_db()
    assert referral.state == S.SENT
    assert Event.objects.filter(outcome=Outcome.REFUSED).count() == 1


def test_nobody_but_the_one_asked_may_answer():
    case = a_case()
    referral = a_referral(service=health_check(), case=case).referral
    for account in (cast.kerstin(), cast.mikko(), cast.tove(), cast.aino_account()):
        with pytest.raises(Denied):
            answer(referral, S.ACCEPTED, account=account)
    assert Event.objects.filter(outcome=Outcome.DENIED).count() == 4


def test_being_near_the_case_is_not_being_asked():
    case = a_case()
    referral = a_referral(service=health_check(), case=case).referral
    near(case, cast.kalle(), "receiver")
    with pytest.raises(Denied):
        answer(referral, S.ACCEPTED, account=cast.kalle())


def test_a_double_click_answers_once():
    referral, key = a_referral(service=health_check()).referral, uuid.uuid4()
    answer(referral, S.ACCEPTED, sending=key)
    with pytest.raises(AlreadyDone):
        answer(referral, S.ACCEPTED, sending=key)
    assert ReferralEvent.objects.filter(kind=EventKind.ACCEPTED).count() == 1


def test_a_case_that_has_ended_gets_no_new_task():
    case = a_case()
    referral = a_referral(service=health_check(), case=case).referral
    type(case).objects.filter(pk=case.pk).update(state="ended", ended_at=clock.now())
    answer(referral, S.ACCEPTED)
    assert not Task.objects.filter(source_id=referral.id, state=TaskState.OPEN).exists()
