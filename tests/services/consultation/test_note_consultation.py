"""A consultation is noted after a call: counted, and about nobody."""

import pytest
from django.db import models

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.consultation.domain import ConsultationState, Topic, Way
from kaveri.steps.consultation.models import Consultation
from kaveri.steps.consultation.selectors import counted
from kaveri.steps.consultation.services import Asker, note_consultation
from tests.factories import cast
from tests.factories.consultation import a_question

pytestmark = pytest.mark.django_db


def note(by=None, *, topic=Topic.SERVICES, asker=None):
    return note_consultation(
        actor=cast.as_actor(by or cast.kerstin()),
        topic=topic,
        way=Way.PHONE,
        asker=asker or Asker(unit_id=cast.petra().assignments.get().unit_id),
    )


@pytest.mark.requirement("COORDINATE-12")
def test_what_was_answered_at_once_is_counted_and_waits_for_nobody():
    noted = note()
    assert (noted.state, noted.answered_by) == (ConsultationState.ANSWERED, cast.kerstin())
    assert noted.asked_unit == cast.unit()
    event = Event.objects.filter(action="consultation.consultation.note").latest("id")
    assert event.facts == {"topic": "services", "way": "phone"}


@pytest.mark.requirement("COORDINATE-12")
def test_no_column_leads_to_a_client():
    names = {field.name for field in Consultation._meta.get_fields()}
    led_to = {
        field.related_model._meta.label
        for field in Consultation._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    }
    assert led_to == {"accounts.Account", "accounts.Unit", "accounts.Organisation"}
    assert not names & {"client", "case", "contact", "about"}


@pytest.mark.requirement("COORDINATE-12", "LEAD-1")
def test_they_are_counted_by_topic_and_by_who_asked():
    for topic in (Topic.SERVICES, Topic.SERVICES, Topic.BENEFITS):
        note(topic=topic)
    note(asker=Asker(organisation_id=cast.organisation("kela", "FPA").id))
    note(asker=Asker())
    a_question()
    today = clock.today()
    found = counted(today, today, None)
    assert found.total == 6
    assert found.by_topic == {"services": 4, "benefits": 1, "referring": 1}
    places = [(place.key if place else None, number) for place, number in found.by_asker]
    assert places == [("reso", 4), ("kela", 1), (None, 1)]
    assert counted(today, today, frozenset([cast.petra().assignments.get().unit_id])).total == 0


def test_only_professionals_note():
    for account in (cast.aino_account(), cast.oskar()):
        with pytest.raises(Denied):
            note(by=account)
    assert not Consultation.objects.exists()
