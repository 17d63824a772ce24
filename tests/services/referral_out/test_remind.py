"""Silence, and what the sender does about it."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral_out.domain import (
    EventKind,
    ReferralObstacle,
    ReferralState,
    Reply,
    is_silent,
)
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import answer_by_link, remind
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.referral_out import a_referral

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def in_days(number):
    return clock.today() + dt.timedelta(days=number)


def test_silence_rises_as_an_overdue_step_of_the_sender():
    case = a_case(next_in_days=60)
    referral = a_referral(case=case).referral
    later = clock.now() + dt.timedelta(days=15)
    with clock.standing_at(later):
        step = next_steps({case.id: case.case_manager_id})[case.id]
        assert step.is_overdue(clock.today())
        assert step.who_id == cast.kerstin().id
        assert is_silent(referral.state, referral.answer_by, clock.today())


def test_a_reminder_sets_a_new_day_and_renews_the_link():
    sent = a_referral()
    remind(
        actor=cast.as_actor(cast.kerstin()),
        referral_id=sent.referral.id,
        answer_by=in_days(20),
        note="Ringde växeln.",
    )
    task = Task.objects.get(source_id=sent.referral.id, state=TaskState.OPEN)
    assert task.due_on == in_days(20)
    event = ReferralEvent.objects.get(kind=EventKind.REMINDED)
    assert (event.on, event.note) == (in_days(20), "Ringde växeln.")
    assert Notice.objects.filter(address="radgivning@example.org").count() == 2
    with pytest.raises(Denied):
        answer_by_link(
            actor=VISITOR, secret=sent.secret, reply=Reply(answer=ReferralState.ACCEPTED)
        )


def test_a_reminder_by_telephone_leaves_the_link_alive():
    sent = a_referral()
    remind(
        actor=cast.as_actor(cast.kerstin()),
        referral_id=sent.referral.id,
        answer_by=in_days(20),
        by_mail=False,
    )
    answer_by_link(actor=VISITOR, secret=sent.secret, reply=Reply(answer=ReferralState.ACCEPTED))


def test_what_is_answered_is_not_reminded_of():
    sent = a_referral()
    answer_by_link(actor=VISITOR, secret=sent.secret, reply=Reply(answer=ReferralState.ACCEPTED))
    with pytest.raises(Refused) as refused:
        remind(
            actor=cast.as_actor(cast.kerstin()),
            referral_id=sent.referral.id,
            answer_by=in_days(-1),
        )
    assert refused.value.obstacles == [
        ReferralObstacle.NOT_NOW,
        ReferralObstacle.ANSWER_BY_HAS_PASSED,
    ]


def test_only_those_who_may_send_may_remind():
    referral = a_referral().referral
    for account in (cast.mikko(), cast.sara(), cast.aino_account()):
        with pytest.raises(Denied):
            remind(actor=cast.as_actor(account), referral_id=referral.id, answer_by=in_days(20))
