"""Asking about work ability."""

import pytest

from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.models import WorkAbility
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.identification.domain import Asked
from kaveri.steps.identification.services import ask_work_ability, record_at_contact
from tests.factories import cast
from tests.factories.casebook import a_contact

pytestmark = pytest.mark.django_db
LOW = Asked(answer=Answer.SCORE, score=3)


@pytest.mark.requirement("IDENTIFY-1")
def test_before_there_is_anything_the_answer_is_shown_and_not_kept():
    band = ask_work_ability(actor=cast.as_actor(cast.sara()), asked=LOW)
    assert band.key == "poor"
    assert not WorkAbility.objects.exists()
    assert Event.objects.get(action="identification.quick_ask.ask").facts == {"answer": "score"}


@pytest.mark.requirement("IDENTIFY-1")
def test_a_score_outside_the_scale_is_refused():
    with pytest.raises(Refused):
        ask_work_ability(
            actor=cast.as_actor(cast.sara()), asked=Asked(answer=Answer.SCORE, score=11)
        )


@pytest.mark.requirement("IDENTIFY-1", "TRUST-1")
def test_the_owner_of_a_contact_records_the_answer_there_and_nobody_else_does():
    contact = a_contact()
    asked = Asked(answer=Answer.DOES_NOT_WANT)

    def record(account):
        return record_at_contact(
            actor=cast.as_actor(account),
            contact_id=contact.id,
            asked=asked,
            asked_by=AskedBy.PHONE,
            language="sv",
        )

    assert record(cast.kerstin()).key == ""
    for account in (cast.mikko(), cast.sara()):
        with pytest.raises(Denied):
            record(account)
    assert WorkAbility.objects.get(contact=contact).asked_by == "phone"
