"""Take an account by the link of an invitation."""

import datetime as dt

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.records.domain import Register
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.domain import INVITATION_DAYS, MemberState
from kaveri.steps.coordination.services import (
    accept_invitation,
    remove_member,
    renew_invitation,
    take_account,
)
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def take(secret):
    return take_account(actor=VISITOR, secret=secret, password=cast.PASSWORD, language="sv")


@pytest.mark.requirement("COORDINATE-7")
def test_the_account_stands_in_the_organisation_and_opens_nothing_by_itself():
    sent = network.invited(a_case(), network.for_a_partner())
    member = take(sent.secret)
    account = Account.objects.get(username="signe.ek@example.org")
    assert (account.organisation.key, account.register) == ("strandklockan", Register.OWN)
    assert (account.full_name, account.check_password(cast.PASSWORD)) == ("Signe Ek", True)
    assert member.state is MemberState.INVITED
    assert not Relation.objects.filter(account=account).exists()
    accept_invitation(actor=cast.as_actor(account), member_id=member.id)
    assert Relation.objects.filter(account=account).count() == 1


def test_a_wrong_used_old_and_withdrawn_link_are_all_alike():
    case = a_case(next_in_days=60)
    used = network.invited(case, network.for_a_partner())
    take(used.secret)
    renewed = network.invited(case, network.for_a_partner(email="a@example.org"))
    renew_invitation(actor=cast.as_actor(cast.kerstin()), member_id=renewed.member.id)
    gone = network.invited(case, network.for_a_partner(email="b@example.org"))
    remove_member(actor=cast.as_actor(cast.aino_account()), member_id=gone.member.id)
    for secret in (used.secret, renewed.secret, gone.secret, "invented"):
        with pytest.raises(Denied):
            take(secret)
    late = network.invited(case, network.for_a_partner(email="c@example.org"))
    with (
        clock.standing_at(clock.now() + dt.timedelta(days=INVITATION_DAYS, seconds=1)),
        pytest.raises(Denied),
    ):
        take(late.secret)
