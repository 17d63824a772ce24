"""The receiver answers whether they take the contact."""

import pytest

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.access import policy
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import ContactObstacle
from tests.factories import cast
from tests.factories import referral as given

pytestmark = pytest.mark.django_db


def answer(offer, account, *, accepts, reason=""):
    return services.answer_offer(
        actor=cast.as_actor(account), offer_id=offer.id, accepts=accepts, reason=reason
    )


def step_of(contact):
    contact.refresh_from_db()
    return next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]


@pytest.mark.requirement("ACCESS-3")
def test_the_sender_owns_it_until_the_receiver_says_yes():
    contact = given.from_the_form()
    due_on = contact.due_on
    offer = given.offered_to(cast.petra(), contact)

    assert step_of(contact).who_id == cast.kerstin().id
    asked = Task.objects.get(kind=TaskKind.ANSWER_PASSED_ON)
    assert (asked.owner, asked.due_on >= due_on) == (cast.petra(), True)
    # Before the answer the receiver sees the question, not the person.
    petra = cast.as_actor(cast.petra())
    mine = contacts.contacts().filter(pk=contact.pk)
    assert not policy.permitted(mine, ContactAction.READ, petra).exists()

    answer(offer, cast.petra(), accepts=True)
    step = step_of(contact)
    assert (contact.owner, step.who_id) == (cast.petra(), cast.petra().id)
    assert (step.due_on, step.told_how) == (due_on, "receipt")
    assert contact.unit.key == "reso"
    assert policy.permitted(mine, ContactAction.READ, petra).exists()
    kerstin = cast.as_actor(cast.kerstin())
    assert not policy.permitted(mine, ContactAction.READ, kerstin).exists()
    assert not Task.objects.filter(kind=TaskKind.ANSWER_PASSED_ON, state=TaskState.OPEN).exists()


def test_without_an_address_the_person_does_not_know_yet():
    contact = given.from_the_form(email="")
    answer(given.offered_to(cast.petra(), contact), cast.petra(), accepts=True)

    assert not step_of(contact).client_knows


@pytest.mark.requirement("ACCESS-3")
def test_a_no_says_why_and_leaves_the_contact_where_it_was():
    contact = given.from_the_form()
    offer = given.offered_to(cast.petra(), contact)

    with pytest.raises(Refused) as refused:
        answer(offer, cast.petra(), accepts=False)
    assert refused.value.obstacles == [ContactObstacle.NO_REASON_WRITTEN]

    answer(offer, cast.petra(), accepts=False, reason="Vi har fullt.")
    assert step_of(contact).who_id == cast.kerstin().id
    assert not Task.objects.filter(owner=cast.petra(), state=TaskState.OPEN).exists()
    given.offered_to(cast.mikko(), contact)


def test_only_the_receiver_answers_and_only_once():
    contact = given.from_the_form()
    offer = given.offered_to(cast.petra(), contact)

    for other in (cast.kerstin(), cast.mikko(), cast.tove()):
        with pytest.raises(Denied):
            answer(offer, other, accepts=True)
    answer(offer, cast.petra(), accepts=True)
    with pytest.raises(Refused) as refused:
        answer(offer, cast.petra(), accepts=True)
    assert refused.value.obstacles == [ContactObstacle.OFFER_ANSWERED]
