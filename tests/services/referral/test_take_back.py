"""Taking the message back."""

import datetime as dt

import pytest

from kaveri.casebook.contacts.domain import ContactState
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from kaveri.steps.referral.selectors.receipts import receipt_key
from tests.factories import referral as given
from tests.factories.referral import on

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.requirement("ACCESS-5")
def test_the_person_takes_the_message_back():
    contact = given.from_the_form()
    services.take_back(actor=VISITOR, key=receipt_key(contact.id))

    contact.refresh_from_db()
    assert (contact.state, contact.closing_reason) == (ContactState.CLOSED, "taken_back")
    with pytest.raises(Refused):
        services.take_back(actor=VISITOR, key=receipt_key(contact.id))


def test_no_key_no_message():
    given.from_the_form()

    for key in ("", "0" * 40, "finns-inte"):
        with pytest.raises(Denied):
            services.take_back(actor=VISITOR, key=key)


def test_the_writer_takes_back_until_the_person_has_agreed():
    contact = given.by_a_sister()
    services.confirm_contact(**on(contact, agrees=True))

    with pytest.raises(Refused) as refused:
        services.take_back(actor=VISITOR, key=receipt_key(contact.id, of_writer=True))
    assert refused.value.obstacles == [ContactObstacle.TAKEN_BACK_BY_PERSON_ONLY]
