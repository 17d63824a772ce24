"""Reassign contact."""

import pytest

from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.selectors import risen
from kaveri.steps.coordination.services import reassign_contact
from tests.factories import cast
from tests.factories.casebook import a_contact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def lines(who):
    with looking(CoordinationAction.READ_RISEN, actor=cast.as_actor(who())) as look:
        look.allow()
        return risen(look)


def test_a_contact_goes_with_its_day():
    contact = a_contact()
    reassign_contact(actor=cast.as_actor(cast.tove()), contact_id=contact.id, to_id=cast.mikko().id)
    assert Contact.objects.get().owner == cast.mikko()
    assert Task.objects.get().due_on == contact.due_on
