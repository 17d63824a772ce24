"""Answering with advice."""

import datetime as dt

import pytest

from kaveri.casebook.contacts.domain import AttemptWay, ContactState
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.referral import on

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def test_nobody_is_advised_or_taken_on_before_they_agree():
    contact = given.by_a_sister()

    with pytest.raises(Refused) as refused:
        services.advise_contact(**on(contact, answer="", told=Told.PHONE))
    assert refused.value.obstacles == [
        ContactObstacle.NOT_CONFIRMED,
        ContactObstacle.NO_ANSWER_WRITTEN,
    ]


@pytest.mark.requirement("ACCESS-3")
def test_advice_ends_the_contact_and_is_logged_without_its_words():
    contact = given.from_the_form()
    services.advise_contact(**on(contact, answer="Ring arbetskraftsservicen.", told=Told.PHONE))

    contact.refresh_from_db()
    assert (contact.state, contact.answer) == (ContactState.ADVISED, "Ring arbetskraftsservicen.")
    event = Event.objects.get(action="referral.contact.advise")
    assert (event.outcome, event.facts) == ("done", {"told": "phone"})


def test_two_workers_at_once_the_second_is_told():
    contact = given.from_the_form()
    late = on(contact, answer="Svar", told=Told.PHONE)
    given.offered_to(cast.petra(), contact)
    services.record_attempt(
        actor=cast.as_actor(cast.kerstin()),
        contact_id=contact.id,
        how=AttemptWay.PHONE,
        at=clock.now(),
        reached=True,
    )
    late["version"] -= 1

    with pytest.raises(Changed):
        services.advise_contact(**late)
