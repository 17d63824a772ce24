"""A professional writes down who needs help."""

import pytest

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import Channel, ContactState
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import ContactObstacle, Sent
from kaveri.steps.referral.services import record_contact
from tests.factories import cast
from tests.factories import referral as given

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("ACCESS-1")
@pytest.mark.parametrize("channel", [each for each in Channel if each is not Channel.SELF_WEB])
def test_every_channel_of_the_handbook_is_taken(channel):
    contact = record_contact(
        actor=cast.as_actor(cast.mikko()),
        asked=given.five_things(),
        sent=Sent(channel=channel, agrees=True),
    )

    assert contact.channel == channel
    assert contact.state == ContactState.OPEN
    assert contact.owner == cast.kerstin()


def test_the_sender_sees_their_own_message_and_may_not_handle_it():
    contact = given.sent_by_kalle()
    kalle = cast.as_actor(cast.kalle())

    def may(action, actor):
        return policy.permitted(contacts.contacts(), action, actor).filter(pk=contact.pk).exists()

    assert may(ContactAction.READ, kalle)
    assert not may(ContactAction.ADVISE, kalle)
    assert not may(ContactAction.CHECK_KNOWN, kalle)
    assert may(ContactAction.ADVISE, cast.as_actor(cast.kerstin()))
    for other in (cast.mikko(), cast.tove(), cast.sara(), cast.oskar()):
        assert not may(ContactAction.READ, cast.as_actor(other))
    assert contact.tried == "Rehabilitering 2024"


@pytest.mark.requirement("ACCESS-1")
def test_when_the_person_has_not_agreed_it_waits():
    assert given.sent_by_kalle(agrees=False).state == ContactState.TO_BE_CONFIRMED


def test_the_worker_who_answered_the_phone_may_keep_it():
    contact = given.kept_by(cast.mikko())

    assert contact.owner == cast.mikko()
    step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
    assert step.told_how == "phone"


def test_somebody_whose_unit_receives_nothing_cannot_keep_it():
    with pytest.raises(Refused) as refused:
        given.kept_by(cast.sara())

    assert refused.value.obstacles == [ContactObstacle.CANNOT_KEEP]


def test_only_professionals_record():
    for account in (cast.oskar(), cast.aino_account()):
        with pytest.raises(Denied):
            record_contact(
                actor=cast.as_actor(account),
                asked=given.five_things(),
                sent=Sent(channel=Channel.KELA),
            )
    with pytest.raises(Denied):
        record_contact(actor=VISITOR, asked=given.five_things(), sent=Sent(channel=Channel.KELA))
