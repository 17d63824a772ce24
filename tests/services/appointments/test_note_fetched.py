"""A calendar program has read the times."""

import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.appointments.models import Calendar
from kaveri.steps.appointments.services import note_fetched
from tests.factories import cast
from tests.factories.appointments import an_address

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TRUST-4")
def test_the_first_time_of_a_day_is_known_from_the_rest():
    an_address(cast.kerstin())
    kerstin, row = cast.as_actor(cast.kerstin()), Calendar.objects.get()
    assert note_fetched(actor=kerstin, calendar_id=row.pk)
    assert not note_fetched(actor=kerstin, calendar_id=row.pk)
    with clock.standing_at(clock.now() + dt.timedelta(days=1)):
        assert note_fetched(actor=kerstin, calendar_id=row.pk)


@pytest.mark.requirement("TRUST-1")
def test_nobody_reads_anothers():
    an_address(cast.kerstin())
    with pytest.raises(Denied):
        note_fetched(actor=cast.as_actor(cast.petra()), calendar_id=Calendar.objects.get().pk)
