"""Lift a limit."""

import pytest

from kaveri.casebook.records.domain import Category
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.services import lift_limit, limit_member
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def limited():
    member = network.a_member(a_case())
    return limit_member(
        actor=cast.as_actor(cast.aino_account()),
        member_id=member.id,
        categories=[Category.HEALTH],
    )


def lift(member, by):
    return lift_limit(actor=cast.as_actor(by), member_id=member.id)


@pytest.mark.requirement("COORDINATE-7")
@pytest.mark.parametrize("who", [cast.aino_account, cast.kerstin])
def test_nothing_is_kept_any_more(who):
    member = limited()
    lift(member, who())
    assert not selectors.limits_of([member.id]).exists()
    with pytest.raises(Refused):
        lift(member, who())


@pytest.mark.parametrize("who", [cast.petra, cast.kalle])
def test_others_lift_nothing(who):
    member = limited()
    with pytest.raises(Denied):
        lift(member, who())
