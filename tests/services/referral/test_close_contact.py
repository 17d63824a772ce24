"""Closing, because the person does not want it or was not reached."""

import datetime as dt

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.contacts.domain import ClosingReason, ContactState
from kaveri.casebook.tasks.domain import TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.referral import on, tried

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.requirement("ACCESS-3")
def test_not_reached_closes_only_after_tries_on_two_days():
    contact = given.from_the_form()
    tried(contact)

    with pytest.raises(Refused) as refused:
        services.close_contact(**on(contact, reason=ClosingReason.NOT_REACHED))
    assert refused.value.obstacles == [ContactObstacle.TOO_FEW_ATTEMPTS]

    tried(contact, days=1)
    services.close_contact(**on(contact, reason=ClosingReason.NOT_REACHED))
    contact.refresh_from_db()
    assert (contact.state, contact.closing_reason) == (ContactState.CLOSED, "not_reached")
    assert not Task.objects.filter(contact=contact, state=TaskState.OPEN).exists()
    assert Notice.objects.filter(address="minna@example.org").count() == 2


@pytest.mark.requirement("ACCESS-3")
def test_the_sender_is_told_and_sees_the_state_for_a_while():
    contact = given.sent_by_kalle()
    services.close_contact(**on(contact, reason=ClosingReason.DOES_NOT_WANT))

    assert Notice.objects.filter(
        address="kalle@example.org", link__contains=str(contact.id)
    ).exists()
    kinds = Relation.objects.filter(contact=contact, until_at__gt=clock.now())
    assert [row.kind for row in kinds] == ["contact_sender"]
    with pytest.raises(Denied):
        services.advise_contact(**on(contact, answer="Ring oss", told=Told.PHONE))


@pytest.mark.parametrize("who", ["mikko", "petra", "tove", "sara", "kalle", "oskar"])
def test_only_the_owner_handles(who):
    contact = given.sent_by_kalle()

    with pytest.raises(Denied):
        services.close_contact(
            **on(contact, getattr(cast, who)(), reason=ClosingReason.DOES_NOT_WANT)
        )
    assert Event.objects.filter(action="referral.contact.close", outcome="denied").exists()
