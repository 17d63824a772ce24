"""Passing on to a named receiver, and moving everything a worker carries."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle, OfferState
from kaveri.steps.referral.models import ContactOffer
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.casebook import an_act

pytestmark = pytest.mark.django_db


def answer(offer, account, *, accepts, reason=""):
    return services.answer_offer(
        actor=cast.as_actor(account), offer_id=offer.id, accepts=accepts, reason=reason
    )


def step_of(contact):
    contact.refresh_from_db()
    return next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]


def test_another_register_or_somebody_away_is_not_asked():
    contact = given.from_the_form()
    given.away(cast.petra(), cast.mikko())

    for account, obstacle in (
        (cast.sara(), ContactObstacle.RECEIVER_NOT_WITHIN),
        (cast.kalle(), ContactObstacle.RECEIVER_NOT_WITHIN),
        (cast.petra(), ContactObstacle.RECEIVER_AWAY),
        (cast.kerstin(), ContactObstacle.RECEIVER_IS_ONESELF),
    ):
        with pytest.raises(Refused) as refused:
            given.offered_to(account, contact)
        assert refused.value.obstacles == [obstacle]


def test_what_has_been_dealt_with_is_no_longer_there_to_answer():
    contact = given.from_the_form()
    offer = given.offered_to(cast.petra(), contact)
    contact.refresh_from_db()
    services.advise_contact(
        actor=cast.as_actor(cast.kerstin()),
        contact_id=contact.id,
        version=contact.version,
        answer="Ring.",
        told=Told.PHONE,
    )

    offer.refresh_from_db()
    assert offer.state == OfferState.WITHDRAWN
    with pytest.raises(Refused):
        answer(offer, cast.petra(), accepts=True)


@pytest.mark.requirement("COORDINATE-9", "ACCESS-3")
def test_a_worker_who_goes_leaves_no_contact_behind():
    first, second = given.from_the_form(), given.by_a_sister()
    offered = given.offered_to(cast.mikko(), first)
    days = [first.due_on, second.due_on]

    moved = services.move_contacts(an_act(), from_id=cast.kerstin().id, to_id=cast.mikko().id)

    assert moved == 2
    for contact in (first, second):
        step = step_of(contact)
        assert (contact.owner, step.who_id) == (cast.mikko(), cast.mikko().id)
    assert [first.due_on, second.due_on] == days
    offered.refresh_from_db()
    assert offered.state == OfferState.ACCEPTED
    assert not Task.objects.filter(owner=cast.kerstin(), state=TaskState.OPEN).exists()


@pytest.mark.requirement("COORDINATE-9")
def test_what_was_offered_to_the_one_who_goes_is_answered_by_the_other():
    contact = given.from_the_form()
    offer = given.offered_to(cast.petra(), contact)

    services.move_contacts(an_act(), from_id=cast.petra().id, to_id=cast.mikko().id)

    offer.refresh_from_db()
    assert offer.to == cast.mikko()
    assert Task.objects.get(kind=TaskKind.ANSWER_PASSED_ON).owner == cast.mikko()
    assert step_of(contact).who_id == cast.kerstin().id

    services.move_contacts(an_act(), from_id=cast.mikko().id, to_id=cast.kerstin().id)
    assert ContactOffer.objects.get().state == OfferState.WITHDRAWN


def test_nothing_moves_to_where_it_could_not_be_read():
    given.from_the_form()

    with pytest.raises(Refused) as refused:
        services.move_contacts(an_act(), from_id=cast.kerstin().id, to_id=cast.sara().id)
    assert refused.value.obstacles == [ContactObstacle.RECEIVER_NOT_WITHIN]


def test_the_day_to_answer_by_is_never_in_the_past():
    contact = given.from_the_form()

    with clock.standing_at(clock.now() + dt.timedelta(days=30)):
        given.offered_to(cast.petra(), contact)
        assert Task.objects.get(kind=TaskKind.ANSWER_PASSED_ON).due_on > clock.today()
    assert Notice.objects.count() == 1
