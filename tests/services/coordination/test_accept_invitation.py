"""Accept an invitation."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import MemberState
from kaveri.steps.coordination.services import (
    accept_invitation,
    decline_invitation,
    remove_member,
)
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def accept(member, by):
    return accept_invitation(actor=cast.as_actor(by), member_id=member.id)


@pytest.mark.requirement("COORDINATE-7")
def test_saying_yes_opens_the_relation_and_tells_those_who_asked():
    case, kalle = a_case(), network.kela_worker()
    member = network.invited(case).member
    Notice.objects.all().delete()
    assert accept(member, kalle).state is MemberState.ACCEPTED
    assert has_relation(kalle.id, case.id, RelationKind.MEMBER)
    assert Entry.objects.filter(about_type="coordination.member_joined").exists()
    assert [notice.address for notice in Notice.objects.all()] == [cast.kerstin().email]


@pytest.mark.parametrize(
    "who", [cast.kerstin, cast.petra, cast.aino_account, network.clinic_worker]
)
def test_nobody_says_yes_for_a_worker(who):
    member = network.invited(a_case()).member
    with pytest.raises(Denied):
        accept(member, who())


def test_an_answer_is_given_once():
    member = network.invited(a_case()).member
    accept(member, cast.kalle())
    with pytest.raises(Denied):
        accept(member, cast.kalle())
    with pytest.raises(Denied):
        decline_invitation(actor=cast.as_actor(cast.kalle()), member_id=member.id)


def test_a_withdrawn_invitation_opens_nothing():
    case = a_case()
    member = network.invited(case).member
    remove_member(actor=cast.as_actor(cast.aino_account()), member_id=member.id)
    with pytest.raises(Denied):
        accept(member, cast.kalle())
    assert not has_relation(cast.kalle().id, case.id, RelationKind.MEMBER)


@pytest.mark.parametrize("who", [cast.kerstin, cast.aino_account])
def test_somebody_close_says_yes_by_word_of_mouth(who):
    member = network.invited(a_case(), network.for_a_sister()).member
    assert accept(member, who()).state is MemberState.ACCEPTED
