"""Renew an invitation."""

import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import INVITATION_DAYS, MemberObstacle, MemberState
from kaveri.steps.coordination.services import renew_invitation
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def renew(member, by=cast.kerstin):
    return renew_invitation(actor=cast.as_actor(by()), member_id=member.id)


@pytest.mark.requirement("COORDINATE-7")
def test_a_new_link_kills_the_old_one():
    sent = network.invited(a_case(), network.for_a_partner())
    again = renew(sent.member)
    assert again.secret not in {"", sent.secret}
    assert Notice.objects.count() == 2
    assert again.member.link_fingerprint != sent.member.link_fingerprint


def test_a_lapsed_link_can_be_sent_anew():
    sent = network.invited(a_case(next_in_days=60), network.for_a_partner())
    with clock.standing_at(clock.now() + dt.timedelta(days=INVITATION_DAYS + 1)):
        assert sent.member.state is MemberState.LAPSED
        assert renew(sent.member).member.state is MemberState.INVITED


def test_who_has_answered_is_not_asked_again():
    member = network.a_member(a_case())
    with pytest.raises(Refused) as refused:
        renew(member)
    assert refused.value.obstacles == [MemberObstacle.NOT_INVITED]


@pytest.mark.parametrize("who", [cast.petra, cast.kalle])
def test_others_renew_nothing(who):
    member = network.invited(a_case()).member
    with pytest.raises(Denied):
        renew(member, by=who)
