"""Decline an invitation."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.domain import MemberState
from kaveri.steps.coordination.services import decline_invitation, invite_member
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def decline(member, by, reason=""):
    return decline_invitation(actor=cast.as_actor(by), member_id=member.id, reason=reason)


@pytest.mark.requirement("COORDINATE-7")
def test_saying_no_opens_nothing_and_needs_no_reason():
    case, kalle = a_case(), network.kela_worker()
    member = decline(network.invited(case).member, kalle)
    assert (member.state, member.decline_reason) == (MemberState.DECLINED, "")
    assert not has_relation(kalle.id, case.id, RelationKind.MEMBER)


def test_who_said_no_can_be_asked_again():
    case = a_case()
    decline(network.invited(case).member, cast.kalle())
    again = invite_member(
        actor=cast.as_actor(cast.kerstin()), case_id=case.id, invitation=network.an_invitation()
    )
    assert again.member.state is MemberState.INVITED


@pytest.mark.parametrize("who", [cast.kerstin, cast.aino_account, network.clinic_worker])
def test_nobody_says_no_for_a_worker(who):
    member = network.invited(a_case()).member
    with pytest.raises(Denied):
        decline(member, who())
