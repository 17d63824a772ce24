"""An address of one's own for the calendar."""

import uuid

import pytest

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import AlreadyDone, Denied
from kaveri.steps.appointments import selectors
from kaveri.steps.appointments.models import Calendar
from kaveri.steps.appointments.services import make_address
from tests.factories import cast
from tests.factories.appointments import an_address

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_the_secret_is_given_once_and_kept_nowhere():
    kerstin = cast.kerstin()
    secret = an_address(kerstin, with_place=True)
    row = Calendar.objects.get()
    assert len(secret) > 40 and secret not in str(vars(row))
    assert (row.account, row.with_place) == (kerstin, True)
    assert selectors.behind(secret) == row
    assert secret not in str(list(Event.objects.values()))


@pytest.mark.requirement("COORDINATE-11")
def test_a_new_address_shuts_the_old_one():
    old, new = an_address(cast.kerstin()), an_address(cast.kerstin())
    assert selectors.behind(old) is None
    assert selectors.behind(new) is not None


@pytest.mark.requirement("COORDINATE-11")
def test_everyone_has_their_own_and_a_double_click_makes_one():
    key = uuid.uuid4()
    an_address(cast.aino_account(), sending=key)
    with pytest.raises(AlreadyDone):
        an_address(cast.aino_account(), sending=key)
    an_address(cast.kerstin())
    assert Calendar.objects.count() == 2


@pytest.mark.requirement("TRUST-1")
def test_only_who_works_here_or_is_a_client_has_one():
    with pytest.raises(Denied):
        make_address(actor=cast.as_actor(cast.oskar()))


@pytest.mark.requirement("TRUST-1")
def test_an_account_that_is_closed_has_no_calendar():
    kerstin = cast.kerstin()
    secret = an_address(kerstin)
    kerstin.is_active = False
    kerstin.save(update_fields=["is_active"])
    assert selectors.behind(secret) is None
