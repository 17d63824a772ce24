"""The client's network: read, invite, take out, leave."""

import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.cases.models import Case
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.models import Member
from tests.access.cells import Drive, Knock
from tests.access.world import World
from tests.factories import network


def of_case(action):
    return lambda world: (action, Case.objects.all(), world.case.pk)


def read(world: World) -> Knock:
    return Knock(reverse("coordination:network", args=[world.case.id]))


def invite(world: World) -> Knock:
    return Knock(
        reverse("coordination:supporter_new", args=[world.case.id]),
        {
            "first_name": "Liisa",
            "role": "syster",
            "wish_told": "meeting",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


def a_sister(world: World) -> Member:
    """In the record of the case, wherever that lies."""
    return network.row(world.case, kind="supporter", first_name="Liisa", role="min syster")


def remove(world: World) -> Knock:
    member = a_sister(world)
    return Knock(
        reverse("coordination:member_remove", args=[world.case.id, member.id]),
        {"wish_told": "meeting", "idempotency_key": str(uuid.uuid4())},
    )


def membership(world: World) -> Member:
    """The row of whose it is; the relation of the cell is there already."""
    _case = world.case
    return network.row(world.case, account=world.whose, accepted=True)


def leave(world: World) -> Knock:
    member = membership(world)
    return Knock(
        reverse("coordination:network_leave", args=[member.id]),
        {"idempotency_key": str(uuid.uuid4())},
    )


DRIVES = [
    Drive(Act.NETWORK_READ, of_case(CoordinationAction.READ_NETWORK), staff=read, personal=read),
    Drive(
        Act.NETWORK_INVITE, of_case(CoordinationAction.INVITE_MEMBER), staff=invite, personal=invite
    ),
    Drive(
        Act.NETWORK_REMOVE,
        lambda world: (CoordinationAction.REMOVE_MEMBER, Member.objects.all(), a_sister(world).pk),
        staff=remove,
        personal=remove,
    ),
    Drive(
        Act.NETWORK_LEAVE,
        lambda world: (
            CoordinationAction.LEAVE_NETWORK,
            Member.objects.all(),
            membership(world).pk,
        ),
        staff=leave,
        personal=leave,
    ),
]
