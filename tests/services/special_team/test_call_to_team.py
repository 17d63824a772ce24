"""Calling those whom the case needs."""

import pytest

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.special_team.domain import Obstacle, Profession
from kaveri.steps.special_team.services import call_to_team
from kaveri.steps.teams.domain import GroundMissing
from tests.factories import cast, permission
from tests.factories.casebook import a_case
from tests.factories.special_team import a_referral, a_taken, hanna

pytestmark = pytest.mark.django_db


def call(row, who, account=None):
    return call_to_team(
        actor=cast.as_actor(account or hanna()),
        referral_id=row.id,
        account_id=who.id,
        profession=Profession.KELA_ADVISER,
    )


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_who_is_called_stands_near_and_only_with_a_ground():
    row = a_taken(a_case())
    with pytest.raises(GroundMissing):
        call(row, cast.kalle())
    permission.a_consent(
        row.case,
        categories={Category.LIFE_SITUATION, Category.FUNCTIONING},
        purposes={Purpose.TEAM},
    )
    called = call(row, cast.kalle())
    assert called.profession == Profession.KELA_ADVISER
    assert cases.has_relation(cast.kalle().id, row.case_id, RelationKind.SPECIAL_TEAM)


@pytest.mark.requirement("TEAM-4")
def test_everybody_is_called_once_and_nobody_from_the_clients_side():
    row = a_taken(a_case())
    with pytest.raises(Refused) as refused:
        call(row, hanna())
    assert refused.value.obstacles == [Obstacle.CALLED_ALREADY]
    with pytest.raises(Refused) as refused:
        call(row, cast.aino_account())
    assert refused.value.obstacles == [Obstacle.NOT_A_PROFESSIONAL]


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_only_the_coordinator_of_what_is_taken_calls():
    row = a_taken(a_case())
    for account in (cast.kerstin(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            call(row, cast.mikko(), account)


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_nobody_is_called_before_it_is_taken():
    with pytest.raises(Denied):
        call(a_referral(a_case()), cast.mikko())
