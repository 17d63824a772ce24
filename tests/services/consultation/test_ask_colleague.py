"""A question in writing reaches whoever is on duty, and has a day."""

import pytest
from django.db import IntegrityError, transaction

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.consultation.domain import ConsultationObstacle, ConsultationState, Topic
from kaveri.steps.consultation.models import Consultation
from kaveri.steps.consultation.services import ask_colleague
from tests.factories import cast
from tests.factories.consultation import a_question

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-12")
def test_a_question_has_a_day_and_somebody_who_is_told():
    asked = a_question()
    assert (asked.state, asked.from_unit.key) == (ConsultationState.OPEN, "reso")
    assert asked.answer_by is not None
    assert Notice.objects.get().address == cast.kerstin().email


def test_a_question_without_words_or_receiver_is_not_sent():
    with pytest.raises(Refused) as refused:
        ask_colleague(
            actor=cast.as_actor(cast.petra()),
            topic=Topic.OTHER,
            unit_id=cast.unit("tom").id,
            question=" ",
        )
    assert refused.value.obstacles == [
        ConsultationObstacle.NO_QUESTION,
        ConsultationObstacle.NOBODY_RECEIVES,
    ]


def test_clients_do_not_ask_here():
    with pytest.raises(Denied):
        a_question(by=cast.aino_account())


def test_the_database_refuses_a_question_that_waits_without_a_day():
    asked = a_question()
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        Consultation.objects.filter(pk=asked.pk).update(answer_by=None)
