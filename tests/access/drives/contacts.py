"""Handling a contact."""

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.contacts import selectors as contacts
from kaveri.foundation.base import clock
from kaveri.steps.referral.actions import ContactAction
from tests.access.cells import Drive, Knock
from tests.access.world import World


def attempt(world: World) -> Knock:
    moment = clock.now().astimezone(clock.HELSINKI)
    path = reverse("referral:attempt", args=[world.contact.id])
    return Knock(
        path,
        {
            "how": "phone",
            "day": f"{moment:%d.%m.%Y}",
            "time": f"{moment:%H.%M}",
            "reached": "no",
        },
    )


def close(world: World) -> Knock:
    path = reverse("referral:close", args=[world.contact.id])
    return Knock(path, {"version": world.contact.version, "reason": "does_not_want"})


def row(action):
    return lambda world: (action, contacts.contacts(), world.contact.pk)


DRIVES = [
    Drive(Act.CONTACT_HANDLE, row(ContactAction.ATTEMPT), staff=attempt, personal=attempt),
    Drive(Act.CONTACT_HANDLE, row(ContactAction.CLOSE), staff=close, personal=close),
]
