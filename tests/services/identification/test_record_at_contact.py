"""The owner of a contact asks, and the answer stays with the contact."""

import pytest

from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.models import WorkAbility
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.base.ids import new_id
from kaveri.steps.identification.domain import Asked
from kaveri.steps.identification.services import record_at_contact
from tests.factories import cast
from tests.factories.casebook import a_contact

pytestmark = pytest.mark.django_db
ACTION = "measures.work_ability.record_at_contact"


def record(contact, account=None, *, score=3, sending=None):
    return record_at_contact(
        actor=cast.as_actor(account or cast.kerstin()),
        contact_id=contact.id,
        asked=Asked(answer=Answer.SCORE, score=score),
        asked_by=AskedBy.PHONE,
        language="sv",
        sending=sending,
    )


@pytest.mark.requirement("IDENTIFY-1")
def test_the_owner_records_it_and_the_log_tells_which_contact_but_not_the_score():
    contact = a_contact()
    assert record(contact).key == "poor"
    measured = WorkAbility.objects.get(contact=contact)
    assert (measured.score, measured.asked_by) == (3, "phone")
    event = Event.objects.get(action=ACTION)
    assert (event.outcome, event.object_id) == (Outcome.DONE, measured.id)
    assert event.facts == {"answer": "score", "contact": str(contact.id)}


@pytest.mark.requirement("IDENTIFY-1", "TRUST-1")
def test_those_who_do_not_own_the_contact_record_nothing_and_the_log_says_so():
    contact = a_contact()
    for account in (cast.mikko(), cast.sara(), cast.kalle()):
        with pytest.raises(Denied):
            record(contact, account)
    assert not WorkAbility.objects.exists()
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DENIED).count() == 3


def test_a_score_outside_the_scale_is_refused():
    with pytest.raises(Refused):
        record(a_contact(), score=11)
    assert not WorkAbility.objects.exists()
    assert Event.objects.get(action=ACTION).outcome == Outcome.REFUSED


def test_a_double_click_records_one():
    contact, key = a_contact(), new_id()
    record(contact, sending=key)
    with pytest.raises(AlreadyDone):
        record(contact, sending=key)
    assert WorkAbility.objects.count() == 1
