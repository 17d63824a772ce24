"""Somebody of the unit comes on its duty list, at the place that was chosen."""

import datetime as dt

import pytest

from kaveri.casebook.directory.domain import DutyObstacle
from kaveri.casebook.directory.models import DutyTurn
from kaveri.casebook.directory.selectors import duty_list as listed
from kaveri.casebook.directory.selectors import who_answers, worker_on_duty
from kaveri.casebook.directory.services import put_on_duty
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast
from tests.factories.coordination import an_absence

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ACCESS-3")]


def put(by=None, **given):
    details = {
        "unit_id": cast.unit().id,
        "account_id": cast.mikko().id,
        "place": 1,
        "from_on": clock.today(),
        **given,
    }
    return put_on_duty(actor=cast.as_actor(by or cast.tove()), **details)


def names():
    return [line.account.username for line in listed([cast.unit().id])]


def test_the_first_on_the_list_receives_from_now_on():
    cast.on_duty(cast.kerstin())
    put()
    assert names() == ["mikko", "kerstin"]
    assert worker_on_duty(cast.unit().id) == cast.mikko().id
    assert Event.objects.get(action="directory.duty.put").facts["unit"] == str(cast.unit().id)


def test_whoever_stands_on_the_list_keeps_it_too():
    cast.on_duty(cast.kerstin())
    put(by=cast.kerstin(), place=2)
    assert names() == ["kerstin", "mikko"]


@pytest.mark.parametrize("who", [cast.kerstin, cast.petra, cast.sara])
def test_others_do_not(who):
    with pytest.raises(Denied):
        put(by=who())
    assert not DutyTurn.objects.exists()


def test_only_those_who_work_there_and_on_days_that_come():
    with pytest.raises(Refused) as refused:
        put(
            account_id=cast.sara().id,
            until_on=clock.today() - dt.timedelta(days=1),
        )
    assert refused.value.obstacles == [DutyObstacle.NOT_OF_THE_UNIT, DutyObstacle.ENDS_TOO_EARLY]


def test_the_days_to_come_know_who_is_away():
    cast.on_duty(cast.kerstin())
    put(place=2)
    an_absence(cast.kerstin(), substitute=cast.petra())
    today = clock.today()
    found = who_answers(listed([cast.unit().id]), [today, today + dt.timedelta(days=400)])
    assert found[cast.unit().id, today] == cast.mikko()
