"""Name pair."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import PairObstacle
from kaveri.steps.coordination.services import name_pair
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def name(case, who, by=cast.kerstin):
    return name_pair(actor=cast.as_actor(by()), case_id=case.id, account_id=who.id)


@pytest.mark.requirement("COORDINATE-4")
@pytest.mark.parametrize(
    ("who", "obstacle"),
    [
        (cast.sara, PairObstacle.NO_GROUND),
        (cast.kalle, PairObstacle.NO_GROUND),
        (cast.kerstin, PairObstacle.IS_CASE_MANAGER),
        (cast.oskar, PairObstacle.NOT_ACTIVE),
    ],
)
def test_who_cannot_be_named(who, obstacle):
    case = a_case()
    with pytest.raises(Refused) as refused:
        name(case, who())
    assert refused.value.obstacles == [obstacle]


def test_nobody_is_named_twice():
    case = a_case()
    name(case, cast.petra())
    with pytest.raises(Refused) as refused:
        name(case, cast.petra())
    assert refused.value.obstacles == [PairObstacle.ALREADY_PAIR]


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.mikko, cast.aino_account])
def test_others_name_nobody(who):
    case = a_case()
    name(case, cast.petra())
    with pytest.raises(Denied):
        name(case, cast.mikko(), by=who)
