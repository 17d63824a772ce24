"""The receiver opens a referral."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied
from kaveri.steps.referral_out.domain import EventKind, ReferralState
from kaveri.steps.referral_out.models import ReferralEvent
from kaveri.steps.referral_out.services import mark_seen
from tests.factories import cast
from tests.factories.referral_out import a_referral, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def test_opening_it_makes_it_seen_once():
    referral = a_referral(service=health_check()).referral
    for _time in range(2):
        mark_seen(actor=cast.as_actor(cast.sara()), referral_id=referral.id)
    referral.refresh_from_db()
    assert referral.state == ReferralState.SEEN
    assert ReferralEvent.objects.filter(referral=referral, kind=EventKind.SEEN).count() == 1
    assert (
        Task.objects.get(source_id=referral.id, state=TaskState.OPEN).kind
        == TaskKind.REFERRAL_ANSWER
    )


def test_the_sender_opening_it_is_not_the_service_seeing_it():
    referral = a_referral(service=health_check()).referral
    with pytest.raises(Denied):
        mark_seen(actor=cast.as_actor(cast.kerstin()), referral_id=referral.id)
    referral.refresh_from_db()
    assert referral.state == ReferralState.SENT
