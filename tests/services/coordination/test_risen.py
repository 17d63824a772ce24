"""Risen."""

import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.selectors import risen
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def lines(who):
    with looking(CoordinationAction.READ_RISEN, actor=cast.as_actor(who())) as look:
        look.allow()
        return risen(look)


@pytest.mark.requirement("COORDINATE-9")
def test_the_manager_sees_what_is_late_by_reference_only():
    case, contact = a_case(), a_contact()
    with clock.standing_at(clock.now() + dt.timedelta(days=20)):
        found, total = lines(cast.tove)
    assert total == 2
    assert {line.reference for line in found} == {case.reference, contact.reference}
    assert min(line.days for line in found) == 13
    shown = repr(found)
    assert "Aino" not in shown
    assert "Minna" not in shown
    assert "ringer" not in shown


@pytest.mark.parametrize("who", [cast.kerstin, cast.oskar, cast.aino_account])
def test_others_have_no_such_list(who):
    with pytest.raises(Denied):
        lines(who)


@pytest.mark.requirement("COORDINATE-9")
def test_a_managers_own_day_tells_how_much_has_risen_and_where_it_stands(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.tove())
    a_case()
    a_contact()
    assert '/risen/">See what has risen' not in client.get("/my-day/").content.decode()
    with clock.standing_at(clock.now() + dt.timedelta(days=20)):
        page = client.get("/my-day/").content.decode()
        assert "2 steps are late in the units you lead." in page
        assert '/risen/">See what has risen to you' in page
        assert "Nobody is left waiting today." not in page
        client.force_login(cast.mikko())
        assert "late in the units you lead" not in client.get("/my-day/").content.decode()
