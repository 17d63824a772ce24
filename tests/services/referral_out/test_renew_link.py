"""A new link for somebody without an account."""

import pytest

from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral_out.domain import ReferralObstacle, ReferralState, Reply
from kaveri.steps.referral_out.services import answer_by_link, renew_link
from tests.factories import cast
from tests.factories.referral_out import a_referral, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


def test_a_new_link_kills_the_old_one():
    old = a_referral()
    new = renew_link(actor=cast.as_actor(cast.kerstin()), referral_id=old.referral.id)
    reply = Reply(answer=ReferralState.ACCEPTED)
    with pytest.raises(Denied):
        answer_by_link(actor=VISITOR, secret=old.secret, reply=reply)
    answered = answer_by_link(actor=VISITOR, secret=new.secret, reply=reply)
    assert answered.state == ReferralState.ACCEPTED
    assert Notice.objects.filter(link__contains=new.secret).count() == 1


def test_a_receiver_with_an_account_needs_no_link():
    referral = a_referral(service=health_check()).referral
    with pytest.raises(Refused) as refused:
        renew_link(actor=cast.as_actor(cast.kerstin()), referral_id=referral.id)
    assert refused.value.obstacles == [ReferralObstacle.NO_LINK]


def test_only_those_who_may_send_may_renew():
    referral = a_referral().referral
    for account in (cast.mikko(), cast.sara(), cast.aino_account()):
        with pytest.raises(Denied):
            renew_link(actor=cast.as_actor(account), referral_id=referral.id)
