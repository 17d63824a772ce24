"""Out of use: nobody is asked any more, and what has been answered stays."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.services import close_instrument
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import an_instrument, asked

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def test_it_is_not_asked_any_more_and_an_asking_under_way_goes_on():
    instrument = an_instrument()
    row = asked(a_case(), key=instrument.key).asking
    close_instrument(actor=cast.as_actor(cast.oskar()), instrument_id=instrument.id)
    assert selectors.pack(instrument.key) is None
    assert selectors.asked_of(row).questionnaire.items
    with pytest.raises(Refused):
        close_instrument(actor=cast.as_actor(cast.oskar()), instrument_id=instrument.id)


@pytest.mark.requirement("TRUST-1")
def test_only_an_administrator_closes():
    instrument = an_instrument()
    with pytest.raises(Denied):
        close_instrument(actor=cast.as_actor(cast.kerstin()), instrument_id=instrument.id)
