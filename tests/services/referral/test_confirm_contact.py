"""The person's own word about what somebody else wrote."""

import datetime as dt

import pytest

from kaveri.casebook.contacts.domain import ContactState
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from tests.factories import referral as given
from tests.factories.referral import on

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.requirement("ACCESS-1")
def test_a_yes_opens_the_contact_with_a_day_that_has_not_passed():
    contact = given.by_a_sister()

    with clock.standing_at(clock.now() + dt.timedelta(days=20)):
        services.confirm_contact(**on(contact, agrees=True, told=Told.PHONE))
        contact.refresh_from_db()
        assert contact.state == ContactState.OPEN
        assert contact.due_on > clock.today()
        step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
        assert (step.kind, step.client_knows) == (TaskKind.ANSWER_CONTACT, True)
    assert Notice.objects.filter(address="minna@example.org").count() == 1
    with pytest.raises(Refused) as refused:
        services.confirm_contact(**on(contact, agrees=True))
    assert refused.value.obstacles == [ContactObstacle.NOTHING_TO_CONFIRM]


@pytest.mark.requirement("ACCESS-1")
def test_a_no_ends_it_and_nothing_is_sent_to_the_person():
    contact = given.by_a_sister()
    services.confirm_contact(**on(contact, agrees=False))

    contact.refresh_from_db()
    assert (contact.state, contact.closing_reason) == (ContactState.CLOSED, "does_not_want")
    assert not Notice.objects.filter(address="minna@example.org").exists()
