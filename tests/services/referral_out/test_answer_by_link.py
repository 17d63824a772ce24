"""The service answers without an account, by a link."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.referral_out.domain import (
    LINK_DAYS,
    EventKind,
    ReferralState,
    Reply,
)
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import (
    answer_by_link,
    mark_seen_by_link,
)
from tests.factories import cast
from tests.factories.referral_out import a_referral

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]
S = ReferralState


def answer(secret, what=S.ACCEPTED, text="", **known):
    return answer_by_link(
        actor=VISITOR, secret=secret, reply=Reply(answer=what, text=text), **known
    )


def test_the_link_opens_answers_and_is_used_again_until_the_end():
    sent = a_referral()
    mark_seen_by_link(actor=VISITOR, secret=sent.secret)
    answer(sent.secret)
    answer(sent.secret, S.BEGUN)
    answer(sent.secret, S.ENDED, "En betalningsplan är gjord.")
    kinds = ReferralEvent.objects.filter(referral=sent.referral).order_by("at", "id")
    assert [event.kind for event in kinds] == ["sent", "seen", "accepted", "begun", "ended"]
    assert all(event.by_link for event in kinds[1:])
    with pytest.raises(Denied):
        answer(sent.secret, S.ENDED, "en gång till")


def test_an_answer_by_link_gives_the_sender_the_next_task():
    sent = a_referral()
    answer(sent.secret, S.DECLINED, "Fel tjänst.")
    task = Task.objects.get(source_id=sent.referral.id, state=TaskState.OPEN)
    assert (task.kind, task.owner) == (TaskKind.REFERRAL_DECLINED, cast.kerstin())
    assert task.made_by is None


def test_wrong_old_and_used_up_links_are_all_unknown():
    used = a_referral()
    answer(used.secret, S.DECLINED, "Nej.")
    later = clock.now() + dt.timedelta(days=LINK_DAYS, hours=1)
    with pytest.raises(Denied) as gone:
        answer(used.secret)
    with pytest.raises(Denied) as invented:
        answer("A" * 43)
    assert str(gone.value) == str(invented.value)
    fresh = a_referral(case=used.referral.case)
    with clock.standing_at(later), pytest.raises(Denied):
        answer(fresh.secret)
    answer(fresh.secret)
    denied = Event.objects.filter(outcome=Outcome.DENIED)
    assert denied.count() == 3
    assert all(event.facts == {} and event.object_id is None for event in denied)


def test_the_same_sending_counts_once():
    sent, key = a_referral(), uuid.uuid4()
    answer(sent.secret, sending=key)
    with pytest.raises(AlreadyDone):
        answer(sent.secret, sending=key)
    assert ReferralEvent.objects.filter(kind=EventKind.ACCEPTED).count() == 1


def test_an_answer_that_no_longer_fits_is_refused():
    sent = a_referral()
    answer(sent.secret)
    with pytest.raises(Refused):
        answer(sent.secret, S.DECLINED, "Ändå inte.")


def test_the_log_knows_whose_matter_was_answered_but_not_the_secret():
    sent = a_referral()
    answer(sent.secret)
    event = Event.objects.get(action="referral_out.link.answer")
    assert event.account_id is None
    assert sent.secret not in str(event.__dict__)
