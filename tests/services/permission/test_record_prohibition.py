import datetime as dt

import pytest

from kaveri.casebook.consent.domain import Given
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import record_prohibition
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


def test_it_names_what_is_not_passed_on():
    case = given.a_case()
    row = record_prohibition(actor=as_kerstin(), case_id=case.id, said=said(), register="health")
    assert (row.register_of, row.controller_of, row.service_task_of) == ("health", None, "")


def test_a_paper_has_its_place():
    case = given.a_case()
    with pytest.raises(Refused) as refused:
        record_prohibition(actor=as_kerstin(), case_id=case.id, said=said(stored_where=""))
    assert refused.value.obstacles == [PermissionObstacle.PAPER_WITHOUT_PLACE]


def test_a_day_long_ago_is_no_last_day():
    case = given.a_case()
    with pytest.raises(Refused):
        record_prohibition(
            actor=as_kerstin(), case_id=case.id, said=said(until_on=dt.date(2020, 1, 1))
        )


def test_a_stranger_cannot():
    case = given.a_case()
    with pytest.raises(Denied):
        record_prohibition(actor=cast.as_actor(cast.petra()), case_id=case.id, said=said())
