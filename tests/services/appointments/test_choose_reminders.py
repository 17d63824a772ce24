"""Whether a reminder comes."""

import pytest

from kaveri.foundation.base.errors import Denied
from kaveri.steps.appointments.services import choose_reminders
from tests.factories import cast

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-11")
def test_nobody_is_reminded_who_has_not_asked_and_the_choice_is_taken_back():
    aino = cast.as_actor(cast.aino_account())
    assert choose_reminders(actor=aino, wanted=True).wants_reminders
    assert not choose_reminders(actor=aino, wanted=False).wants_reminders


@pytest.mark.requirement("TRUST-1")
def test_who_has_no_meetings_chooses_nothing():
    with pytest.raises(Denied):
        choose_reminders(actor=cast.as_actor(cast.oskar()), wanted=True)
