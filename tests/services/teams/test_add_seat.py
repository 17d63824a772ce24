"""A member comes into the team by profession and organisation; it opens no client."""

import pytest
from django.db import IntegrityError, transaction

from kaveri.casebook.cases.models import Relation
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import Profession, SeatObstacle
from kaveri.steps.teams.models import Seat
from kaveri.steps.teams.selectors import seated
from kaveri.steps.teams.services import add_seat
from tests.factories import casebook, cast
from tests.factories.teams import a_seat

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-1")
def test_a_member_of_another_organisation_comes_in_and_sees_no_client():
    casebook.a_case()
    seat = a_seat()
    assert [row.account.organisation.key for row in seated(seat.unit_id)] == ["kela"]
    assert not Relation.objects.filter(account=cast.kalle()).exists()


def test_nobody_sits_twice():
    a_seat()
    with pytest.raises(Refused) as refused:
        a_seat(profession=Profession.OTHER)
    assert refused.value.obstacles == [SeatObstacle.SITS_ALREADY]


def test_only_professionals_sit():
    with pytest.raises(Refused) as refused:
        a_seat(cast.aino_account())
    assert refused.value.obstacles == [SeatObstacle.NOT_A_PROFESSIONAL]


def test_others_add_nobody():
    cast.abo()
    with pytest.raises(Denied):
        add_seat(
            actor=cast.as_actor(cast.petra()),
            unit_id=cast.unit().id,
            account_id=cast.petra().id,
            profession=Profession.COORDINATOR,
        )


def test_a_unit_that_is_no_team_has_no_members():
    with pytest.raises(Denied):
        add_seat(
            actor=cast.as_actor(cast.petra()),
            unit_id=cast.unit("reso").id,
            account_id=cast.petra().id,
            profession=Profession.COORDINATOR,
        )


def test_the_database_refuses_a_second_seat():
    seat = a_seat()
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        Seat.objects.create(
            unit=seat.unit, account=seat.account, profession="other", taken_at=seat.taken_at
        )
