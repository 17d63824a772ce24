"""The address of a calendar is stopped."""

import pytest

from kaveri.steps.appointments import selectors
from kaveri.steps.appointments.models import Calendar
from kaveri.steps.appointments.services import choose_reminders, stop_address
from tests.factories import cast
from tests.factories.appointments import an_address

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_the_address_leads_nowhere_at_once_and_others_stay():
    mine, theirs = an_address(cast.kerstin()), an_address(cast.aino_account())
    kerstin = cast.as_actor(cast.kerstin())
    choose_reminders(actor=kerstin, wanted=True)
    stop_address(actor=kerstin)
    assert selectors.behind(mine) is None
    assert selectors.behind(theirs) is not None
    # The reminder is another choice.
    assert Calendar.objects.get(account=cast.kerstin()).wants_reminders
    stop_address(actor=kerstin)
