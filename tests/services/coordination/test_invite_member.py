"""Invite a member."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import MemberKind, MemberObstacle, MemberState
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import invite_member
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def invite(case, invitation, by=cast.kerstin):
    return invite_member(actor=cast.as_actor(by()), case_id=case.id, invitation=invitation)


@pytest.mark.requirement("COORDINATE-7")
def test_nothing_opens_by_an_invitation_alone():
    case, kalle = a_case(), network.kela_worker()
    member = invite(case, network.an_invitation(kalle)).member
    assert member.state is MemberState.INVITED
    assert not has_relation(kalle.id, case.id, RelationKind.MEMBER)
    assert Event.objects.filter(action="coordination.member.invite", outcome="done").exists()
    entry = Entry.objects.get(about_type="coordination.member_invited")
    assert (entry.category, entry.text) == (Category.ECONOMY_BENEFITS, "")
    notice = Notice.objects.get()
    assert notice.address == kalle.email


@pytest.mark.requirement("COORDINATE-7")
def test_a_member_carries_what_being_a_client_of_theirs_tells():
    case = a_case()
    assert invite(case, network.an_invitation(network.clinic_worker())).member.category == (
        Category.SUBSTANCE_USE
    )
    assert invite(case, network.for_a_sister()).member.category == Category.LIFE_SITUATION


def test_of_an_organisation_nobody_has_described_nothing_is_guessed():
    case = a_case()
    assert invite(case, network.an_invitation(cast.kalle())).member.category == Category.HEALTH


@pytest.mark.requirement("COORDINATE-7")
def test_the_client_invites_alone_and_needs_no_witness():
    case = a_case()
    member = invite(case, network.for_a_sister(wish_told=""), by=cast.aino_account).member
    assert (member.wish_told, member.invited_by) == ("", cast.aino_account())
    assert Notice.objects.get().address == cast.kerstin().email


def test_a_worker_writes_down_how_the_client_said_it():
    with pytest.raises(Refused) as refused:
        invite(a_case(), network.an_invitation(wish_told=""))
    assert refused.value.obstacles == [MemberObstacle.WISH_MISSING]


@pytest.mark.parametrize(
    ("who", "obstacle"),
    [
        (cast.kerstin, MemberObstacle.STANDS_NEAR),
        (cast.oskar, MemberObstacle.NOT_ACTIVE),
    ],
)
def test_who_cannot_be_invited(who, obstacle):
    case = a_case()
    with pytest.raises(Refused) as refused:
        invite(case, network.an_invitation(who()))
    assert obstacle in refused.value.obstacles


def test_nobody_is_invited_twice():
    case = a_case()
    invite(case, network.an_invitation())
    with pytest.raises(Refused) as refused:
        invite(case, network.an_invitation())
    assert refused.value.obstacles == [MemberObstacle.ALREADY_MEMBER]


@pytest.mark.requirement("COORDINATE-7")
def test_a_partners_worker_without_an_account_gets_a_link_that_says_nothing():
    case = a_case()
    sent = invite(case, network.for_a_partner())
    notice = Notice.objects.get()
    assert notice.address == "signe.ek@example.org"
    assert sent.secret in notice.link
    assert sent.secret not in sent.member.link_fingerprint
    assert sent.member.link_until > clock.now()


def test_an_account_in_the_countys_own_registers_is_nobodys_to_give_by_link():
    county = cast.organisation()
    with pytest.raises(Refused) as refused:
        invite(a_case(), network.for_a_partner(organisation_id=county.id))
    assert refused.value.obstacles == [MemberObstacle.GETS_ACCOUNT_FROM_COUNTY]


def test_an_address_with_an_account_is_chosen_from_the_list():
    kalle = network.kela_worker()
    kalle.username = "kalle@example.org"
    kalle.save()
    with pytest.raises(Refused) as refused:
        invite(a_case(), network.for_a_partner(email="kalle@example.org"))
    assert refused.value.obstacles == [MemberObstacle.HAS_ACCOUNT]


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.mikko, cast.kalle])
def test_others_invite_nobody(who):
    case = a_case()
    with pytest.raises(Denied):
        invite(case, network.for_a_sister(), by=who)
    assert not Member.objects.exists()


def test_somebody_close_may_have_said_yes_already():
    member = invite(a_case(), network.for_a_sister(has_said_yes=True)).member
    assert (member.state, member.kind) == (MemberState.ACCEPTED, MemberKind.SUPPORTER)
