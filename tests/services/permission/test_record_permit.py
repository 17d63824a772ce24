import datetime as dt

import pytest

from kaveri.casebook.consent.domain import Given
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import record_permit
from kaveri.steps.permission.services.permits import Said
from tests.factories import casebook as given
from tests.factories import cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def said(**changed):
    today = clock.today()
    known = {"given": Given.PAPER, "given_on": today, "from_on": today, "stored_where": "Mapp 3"}
    return Said(**{**known, **changed})


def as_kerstin():
    return cast.as_actor(cast.kerstin())


def test_it_holds_for_one_sector():
    case = given.a_case()
    permit = record_permit(actor=as_kerstin(), case_id=case.id, sector="social", said=said())
    assert (permit.sector, permit.client, permit.until_on) == ("social", case.client, None)


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"stored_where": ""}, PermissionObstacle.PAPER_WITHOUT_PLACE),
        ({"given": Given.ELECTRONIC}, PermissionObstacle.BY_CLIENT_ONLY),
        ({"until_on": dt.date(2020, 1, 1)}, PermissionObstacle.PERIOD_WRONG),
        ({"given_on": dt.date(2099, 1, 1)}, PermissionObstacle.GIVEN_IN_THE_FUTURE),
    ],
)
def test_what_cannot_stand_is_refused(changed, obstacle):
    case = given.a_case()
    with pytest.raises(Refused) as refused:
        record_permit(actor=as_kerstin(), case_id=case.id, sector="social", said=said(**changed))
    assert refused.value.obstacles == [obstacle]


def test_a_stranger_cannot():
    case = given.a_case()
    with pytest.raises(Denied):
        record_permit(
            actor=cast.as_actor(cast.petra()), case_id=case.id, sector="social", said=said()
        )
