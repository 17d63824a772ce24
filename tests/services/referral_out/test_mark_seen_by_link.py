"""The link of a referral is opened."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied
from kaveri.steps.referral_out.domain import EventKind, ReferralState
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import mark_seen_by_link
from tests.factories.referral_out import a_referral

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def test_opening_the_link_makes_it_seen_once_and_moves_no_date():
    sent = a_referral()
    for _time in range(2):
        mark_seen_by_link(actor=VISITOR, secret=sent.secret)
    sent.referral.refresh_from_db()
    assert sent.referral.state == ReferralState.SEEN
    assert ReferralEvent.objects.get(kind=EventKind.SEEN).by_link
    task = Task.objects.get(source_id=sent.referral.id, state=TaskState.OPEN)
    assert (task.kind, task.due_on) == (TaskKind.REFERRAL_ANSWER, sent.referral.answer_by)


@pytest.mark.parametrize("secret", ["", "A" * 43, "x" * 500, "å\x00", "' OR 1=1 --"])
def test_an_invented_secret_opens_nothing(secret):
    a_referral()
    with pytest.raises(Denied):
        mark_seen_by_link(actor=VISITOR, secret=secret)
