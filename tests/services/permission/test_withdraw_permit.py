import datetime as dt

import pytest

from kaveri.casebook.consent.domain import Given
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import record_permit, withdraw_permit
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


def a_row(**changed):
    case = given.a_case()
    return record_permit(actor=as_kerstin(), case_id=case.id, sector="social", said=said(**changed))


def withdraw(row, account):
    return withdraw_permit(actor=cast.as_actor(account), permit_id=row.id, version=row.version)


def test_it_holds_no_more_from_that_moment():
    row = a_row(until_on=clock.today() + dt.timedelta(days=9))
    withdraw(row, cast.kerstin())
    row.refresh_from_db()
    assert row.withdrawn_at is not None


def test_twice_is_refused():
    row = withdraw(a_row(), cast.kerstin())
    with pytest.raises(Refused) as refused:
        withdraw(row, cast.kerstin())
    assert refused.value.obstacles == [PermissionObstacle.ENDED_ALREADY]


def test_a_stranger_finds_nothing():
    row = a_row()
    with pytest.raises(Denied):
        withdraw(row, cast.petra())
