"""The county is laid out from its data files."""

import pytest

from kaveri.casebook.directory.actions import SET_UP
from kaveri.casebook.directory.models import Municipality, Service
from kaveri.casebook.directory.services import load_county
from kaveri.foundation.accounts.models import Organisation, Unit
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.base.errors import Denied
from tests.factories import cast

pytestmark = pytest.mark.django_db
ACTION = "directory.county.load"


def test_setting_up_lays_out_the_county_and_logs_how_much():
    load_county(actor=named_job(SET_UP))

    assert Service.objects.exists() and Municipality.objects.exists()
    event = Event.objects.get(action=ACTION, outcome=Outcome.DONE)
    assert event.facts == {
        "organisations": Organisation.objects.count(),
        "units": Unit.objects.count(),
    }


def test_loading_again_makes_nothing_twice_and_brings_up_to_date():
    load_county(actor=named_job(SET_UP))
    count = Service.objects.count()
    name = Unit.objects.order_by("key")[0].name_sv
    Unit.objects.update(name_sv="Gammalt namn")

    load_county(actor=named_job(SET_UP))

    assert Service.objects.count() == count
    assert Unit.objects.order_by("key")[0].name_sv == name


@pytest.mark.requirement("TRUST-1")
def test_neither_people_nor_another_job_lay_out_the_county():
    actors = [cast.as_actor(cast.oskar()), cast.as_actor(cast.kerstin()), named_job("tests")]
    for actor in actors:
        with pytest.raises(Denied):
            load_county(actor=actor)
    assert not Service.objects.exists()
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DENIED).count() == len(actors)
