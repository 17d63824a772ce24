"""Limit a member."""

import pytest

from kaveri.casebook.consent.models import Limit
from kaveri.casebook.records.domain import Category
from kaveri.foundation.access.policy import permitted
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import MemberObstacle, WishTold
from kaveri.steps.coordination.services import limit_member
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def limit(member, *categories, by=cast.aino_account, **known):
    return limit_member(
        actor=cast.as_actor(by()), member_id=member.id, categories=list(categories), **known
    )


def seen_by(account):
    rows = permitted(selectors.members(), CoordinationAction.READ_MEMBERS, cast.as_actor(account))
    return {row.name for row in rows}


@pytest.mark.requirement("COORDINATE-7")
@pytest.mark.requirement("CONSENT-2")
def test_a_limit_holds_from_the_next_request_and_only_for_this_person():
    case, kalle, ritva = a_case(), network.kela_worker(), network.clinic_worker()
    every = tuple(Category)
    network.a_consent(case, kalle.organisation, ritva.organisation, categories=every)
    member = network.a_member(case, kalle)
    network.a_member(case, ritva)
    assert "Ritva Alm" in seen_by(kalle)
    limit(member, Category.SUBSTANCE_USE)
    assert "Ritva Alm" not in seen_by(kalle)
    assert "Kalle Korhonen" in seen_by(ritva)


def test_a_new_limit_stands_instead_of_the_old_one():
    member = network.a_member(a_case())
    limit(member, Category.HEALTH)
    limit(member, Category.WORK_EDUCATION)
    kept = [row.categories.split() for row in selectors.limits_of([member.id])]
    assert kept == [[Category.WORK_EDUCATION]]
    assert Limit.objects.count() == 2


def test_a_limit_does_not_narrow_a_register_of_ones_own():
    case = a_case()
    member = network.a_member(case, cast.petra())
    with pytest.raises(Refused) as refused:
        limit(member, Category.HEALTH)
    assert refused.value.obstacles == [MemberObstacle.SEES_BY_OWN_REGISTER]


def test_who_has_no_account_sees_nothing_to_be_kept():
    member = network.invited(a_case(), network.for_a_sister()).member
    with pytest.raises(Refused) as refused:
        limit(member, Category.HEALTH)
    assert refused.value.obstacles == [MemberObstacle.SEES_NOTHING]


def test_a_worker_limits_on_the_clients_wish_only():
    member = network.a_member(a_case())
    with pytest.raises(Refused):
        limit(member, Category.HEALTH, by=cast.kerstin)
    limit(member, Category.HEALTH, by=cast.kerstin, wish_told=WishTold.MEETING)


@pytest.mark.parametrize("who", [cast.petra, cast.kalle, network.clinic_worker])
def test_others_limit_nobody(who):
    member = network.a_member(a_case())
    with pytest.raises(Denied):
        limit(member, Category.HEALTH, by=who, wish_told=WishTold.MEETING)
