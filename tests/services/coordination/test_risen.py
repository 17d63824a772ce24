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
