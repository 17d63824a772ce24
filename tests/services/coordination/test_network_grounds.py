"""What the network says that a member sees is what the rules let them see; and how memberships end."""

import datetime as dt
from types import SimpleNamespace

import pytest

from kaveri.casebook.cases.actions import Allowed
from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.domain import MemberState, Parting
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import let_members_go, let_worker_out, limit_member
from tests.factories import cast, network
from tests.factories.casebook import a_case, an_act

pytestmark = pytest.mark.django_db


def by_the_rules(case, account, act):
    asked = Allowed(cast.as_actor(account), act, case.client_id)
    return {
        code
        for code in Category
        if asked.ground(
            SimpleNamespace(
                controller_id=case.controller_id,
                register=case.register,
                service_task=case.service_task,
                category=code,
                id=None,
            )
        )
    }


@pytest.mark.requirement("COORDINATE-7")
@pytest.mark.requirement("CONSENT-2")
@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_is_said_is_what_is_seen(withdrawn):
    case, kalle = a_case(), network.kela_worker()
    consent = network.a_consent(
        case,
        kalle.organisation,
        categories=(Category.IDENTITY_CONTACT, Category.HEALTH, Category.FUNCTIONING),
    )
    network.a_consent(
        case, kalle.organisation, categories=(Category.SOCIAL_CARE,), purposes=(Purpose.PLAN,)
    )
    member = network.a_member(case, kalle)
    limit_member(
        actor=cast.as_actor(cast.aino_account()), member_id=member.id, categories=[Category.HEALTH]
    )
    if withdrawn:
        consent.withdrawn_at = clock.now()
        consent.save()
    now = selectors.in_force(case.client_id)
    said = {row.category for row in selectors.allowed_now(case, member, now)}
    assert said == by_the_rules(case, kalle, Act.CASE_ITEMS_READ) | by_the_rules(
        case, kalle, Act.PLAN_READ
    )
    assert said == ({Category.SOCIAL_CARE} if withdrawn else said - {Category.HEALTH})


@pytest.mark.requirement("COORDINATE-7")
def test_members_read_for_four_weeks_when_the_case_has_ended():
    case, kalle = a_case(), network.kela_worker()
    member = network.a_member(case, kalle)
    waiting = network.invited(case, network.for_a_partner()).member
    let_members_go(an_act(), case)
    member.refresh_from_db()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.link_fingerprint) == (MemberState.GONE, None)
    assert (member.state, member.parting) == (MemberState.ACCEPTED, Parting.CASE_ENDED)
    for days, there in ((27, True), (28, False)):
        with clock.standing_at(clock.now() + dt.timedelta(days=days, minutes=1)):
            assert has_relation(kalle.id, case.id, RelationKind.MEMBER) is there
            assert (member.state is MemberState.ACCEPTED) is there


def test_a_closed_account_belongs_to_nobodys_network():
    case, kalle = a_case(), network.kela_worker()
    network.a_member(case, kalle)
    let_worker_out(an_act(), kalle.id)
    assert Member.objects.get().parting == Parting.ACCOUNT_CLOSED
    assert not has_relation(kalle.id, case.id, RelationKind.MEMBER)
