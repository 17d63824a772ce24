"""From an answer to a contact in one step."""

import uuid

import pytest

from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.measures.domain import Answer
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.identification.domain import Asked, QuickAskObstacle
from kaveri.steps.identification.services import make_contact
from tests.factories import cast

pytestmark = pytest.mark.django_db
LOW = Asked(answer=Answer.SCORE, score=3, wished="Tillbaka till jobbet.")


def make(account, **known):
    details = {
        "asked": LOW,
        "name": "Minna Rautio",
        "phone": "+358405550102",
        "email": "",
        "municipality_id": cast.abo().id,
        "language": "sv",
        "agreed": True,
        **known,
    }
    return make_contact(actor=cast.as_actor(account), **details)


@pytest.mark.requirement("IDENTIFY-1", "ACCESS-1")
def test_a_nurse_makes_a_contact_that_the_coordinator_on_duty_owns_with_the_answer():
    made = make(cast.sara())
    contact = Contact.objects.get(pk=made.contact_id)
    assert (contact.owner, contact.channel, contact.sender) == (
        cast.kerstin(),
        "health_care",
        cast.sara(),
    )
    assert (contact.controller_id, contact.register) == (cast.organisation().id, "social")
    assert made.owner == "Kerstin Sjöberg"
    answer = WorkAbility.objects.get(contact=contact)
    assert (answer.score, answer.wished) == (3, "Tillbaka till jobbet.")
    assert Task.objects.get(contact=contact).owner == cast.kerstin()
    event = Event.objects.get(action="identification.quick_ask.make_contact")
    assert "Minna" not in str(event.facts)


@pytest.mark.requirement("IDENTIFY-1")
def test_from_kela_it_comes_as_kelas():
    kela = cast.kalle()
    kela.organisation.kind = "kela"
    kela.organisation.save()
    assert Contact.objects.get(pk=make(kela).contact_id).channel == "kela"


@pytest.mark.requirement("IDENTIFY-1")
def test_without_the_persons_word_nothing_is_made():
    with pytest.raises(Refused) as refused:
        make(cast.sara(), agreed=False, phone="")
    assert refused.value.obstacles == [
        QuickAskObstacle.PERSON_HAS_NOT_AGREED,
        QuickAskObstacle.NO_WAY_TO_REACH,
    ]
    assert not Contact.objects.exists()


@pytest.mark.requirement("IDENTIFY-1")
def test_a_double_click_makes_one():
    key = uuid.uuid4()
    make(cast.sara(), sending=key)
    with pytest.raises(AlreadyDone):
        make(cast.sara(), sending=key)
    assert Contact.objects.count() == 1


@pytest.mark.requirement("IDENTIFY-1", "TRUST-1")
def test_a_client_or_an_administrator_makes_none():
    for account in (cast.aino_account(), cast.oskar(), cast.tove()):
        with pytest.raises(Denied):
            make(account)
