"""A contact that never became a case is erased when its time is out; the log keeps that it was."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.contacts.domain import ClosingReason, ContactState
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.tasks.models import Task
from kaveri.config import jobs
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.base.errors import Denied
from kaveri.steps.referral.jobs import erase_due
from kaveri.steps.referral.services import erase_contact
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def closed(**known):
    contact = given.from_the_form(**known)
    given.tried(contact)
    given.offered_to(cast.mikko(), contact)
    Contact.objects.filter(pk=contact.pk).update(
        state=ContactState.CLOSED,
        closed_at=clock.now(),
        closing_reason=ClosingReason.DOES_NOT_WANT,
    )
    return contact


def later(days):
    return clock.standing_at(clock.now() + dt.timedelta(days=days))


@pytest.mark.requirement("TRUST-2")
def test_it_goes_with_everything_about_it_and_the_log_says_so():
    contact = closed()
    with later(190):
        assert erase_due() == 1
        assert erase_due() == 0
    assert not Contact.objects.exists()
    assert not Task.objects.filter(contact_id=contact.id).exists()
    event = Event.objects.get(action="referral.contact.erase")
    assert (event.job, event.object_id) == ("erasing", contact.id)
    assert event.facts == {"rule": "contact_only", "reference": contact.reference}


def test_what_has_time_left_is_open_or_became_a_case_stays():
    closed(name="Nyss Stängd")
    given.from_the_form(name="Ännu Öppen")
    taken_on = closed(name="Blev Klient")
    Contact.objects.filter(pk=taken_on.pk).update(state=ContactState.TAKEN_ON, case=a_case())
    with later(170):
        assert erase_due() == 0
    with later(190):
        assert erase_due() == 1
    assert set(Contact.objects.values_list("name", flat=True)) == {"Ännu Öppen", "Blev Klient"}


def test_nobody_erases_by_hand_and_nothing_before_its_time():
    contact = closed()
    with later(190), pytest.raises(Denied):
        erase_contact(actor=cast.as_actor(cast.kerstin()), contact_id=contact.id)
    with pytest.raises(Denied):
        erase_contact(actor=named_job("erasing"), contact_id=contact.id)


def test_the_scheduled_work_does_it_once_a_day():
    closed()
    with later(190):
        jobs.work_round()
    assert not Contact.objects.exists()


def test_the_manager_is_told_how_many_go_and_that_the_period_is_unchecked(client, settings):
    settings.SECOND_FACTOR = False
    closed()
    client.cookies["django_language"] = "en"
    client.force_login(cast.tove())
    words = "1 contact that never became a case is erased within a month."
    assert words not in client.get(reverse("coordination:risen")).content.decode()
    with later(170):
        told = client.get(reverse("coordination:risen")).content.decode()
    assert words in told
    assert "The county has not checked this period yet." in told
