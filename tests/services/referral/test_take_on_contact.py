"""Taking a contact on."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.services import end_case
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.domain import ContactState
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from kaveri.steps.referral.domain.knowing import CheckBy
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.casebook import AINO_CODE, a_case, aino, an_act

pytestmark = pytest.mark.django_db


def take_on(contact, *, account=None, sending=None, **known):
    contact.refresh_from_db()
    account = account or contact.owner
    how = {
        "first_name": "Minna",
        "last_name": "Rautio",
        "manager_id": account.id,
        "first_meeting_on": clock.today() + dt.timedelta(days=5),
        **known,
    }
    return services.take_on_contact(
        actor=cast.as_actor(account),
        contact_id=contact.id,
        version=contact.version,
        how=services.TakenOn(**how),
        sending=sending,
    )


def checked_by_code(contact):
    services.check_known(
        actor=cast.as_actor(contact.owner), contact_id=contact.id, by=CheckBy.CODE, code=AINO_CODE
    )


def aino_with_code(**known):
    client = aino(**known)
    client.take_code(AINO_CODE)
    client.save()
    return client


@pytest.mark.requirement("ACCESS-3", "COORDINATE-2")
def test_there_is_a_case_manager_and_a_first_meeting_and_the_person_knows():
    contact = given.from_the_form()
    case = take_on(contact)

    assert case.case_manager == cast.kerstin()
    assert case.own_words == contact.message
    step = next_steps({case.id: case.case_manager_id})[case.id]
    assert (step.kind, step.told_how, step.is_fallback) == (
        TaskKind.FIRST_MEETING,
        "receipt",
        False,
    )
    contact.refresh_from_db()
    assert (contact.state, contact.case) == (ContactState.TAKEN_ON, case)
    assert not Task.objects.filter(contact=contact, state=TaskState.OPEN).exists()
    event = Event.objects.get(action="referral.contact.take_on")
    assert Subject.objects.get(event_id=event.id).client_id == case.client_id
    assert "Minna" not in str(event.facts)


@pytest.mark.requirement("PLAN-14")
def test_what_the_sender_wrote_goes_along():
    case = take_on(given.sent_by_kalle())

    texts = {entry.text: entry.source for entry in Entry.objects.filter(case=case)}
    assert texts["Rehabilitering 2024"] == texts["Samtycke 2.11.2026"] == "kela"
    assert case.client.born_on == given.MINNA_BORN


def test_a_colleague_of_the_unit_can_be_case_manager_and_nobody_else():
    mikko = cast.mikko()
    assert take_on(given.from_the_form(), manager_id=mikko.id).case_manager == mikko

    for account in (cast.petra(), cast.sara(), cast.kalle()):
        with pytest.raises(Refused) as refused:
            take_on(given.from_the_form(), manager_id=account.id)
        assert refused.value.obstacles == [ContactObstacle.MANAGER_NOT_IN_UNIT]
    given.away(mikko, cast.petra())
    with pytest.raises(Refused) as refused:
        take_on(given.from_the_form(), manager_id=mikko.id)
    assert refused.value.obstacles == [ContactObstacle.MANAGER_AWAY]


def test_without_an_address_it_is_known_only_when_somebody_told():
    untold = take_on(given.from_the_form(email=""))
    told = take_on(given.from_the_form(email=""), told=Told.PHONE)
    steps = next_steps({case.id: case.case_manager_id for case in (untold, told)})

    assert [steps[case.id].client_knows for case in (untold, told)] == [False, True]


def test_sent_twice_there_is_one_case():
    contact, key = given.from_the_form(), uuid.uuid4()
    case = take_on(contact, sending=key)

    with pytest.raises(AlreadyDone) as again:
        take_on(contact, account=cast.kerstin(), sending=key)
    assert again.value.object_id == case.id
    assert Case.objects.count() == Client.objects.count() == 1


@pytest.mark.requirement("ACCESS-4", "PLAN-14")
def test_the_earlier_record_is_offered_and_never_taken_by_itself():
    client = aino_with_code()
    end_case(an_act(), a_case(client=client), reason="agreed")
    contact = given.from_the_form(name="Aino Virtanen")
    checked_by_code(contact)

    with pytest.raises(Refused) as refused:
        take_on(contact)
    assert refused.value.obstacles == [ContactObstacle.CHOOSE_EARLIER_OR_NEW]

    case = take_on(contact, goes_on=True, first_name="Aino", last_name="Virtanen")
    assert case.client == client
    assert Client.objects.count() == 1


def test_who_begins_anew_gets_a_record_of_their_own():
    client = aino_with_code()
    end_case(an_act(), a_case(client=client), reason="agreed")
    contact = given.from_the_form(name="Aino Virtanen")
    checked_by_code(contact)

    case = take_on(contact, goes_on=False)

    assert case.client != client
    assert case.client.temporary_code_index is None


def test_a_person_with_an_open_case_is_not_opened_twice():
    a_case(client=aino_with_code())
    contact = given.from_the_form(name="Aino Virtanen")
    checked_by_code(contact)

    with pytest.raises(Refused) as refused:
        take_on(contact)
    assert refused.value.obstacles == [ContactObstacle.HAS_OPEN_CASE]


def test_the_code_of_somebody_new_is_sealed_with_them():
    contact = given.from_the_form()
    checked_by_code(contact)

    case = take_on(contact)

    assert case.client.open_code() == AINO_CODE
    assert not contact.known_checks.get().code_sealed


@pytest.mark.requirement("TRUST-2")
def test_protection_follows_along_without_showing_the_earlier_record():
    end_case(an_act(), a_case(client=aino_with_code(non_disclosure=True)), reason="agreed")
    contact = given.from_the_form(name="Aino Virtanen")
    checked_by_code(contact)

    case = take_on(contact)

    assert case.client != aino()
    assert case.client.non_disclosure


def test_what_the_person_wrote_is_not_put_in_the_mouth_of_whoever_takes_it_on():
    contact = given.from_the_form()
    case = take_on(contact)

    entry = Entry.objects.get(case=case, text=contact.message)
    assert (entry.author, entry.source) == (None, "client")
