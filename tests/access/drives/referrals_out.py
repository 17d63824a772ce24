"""Referring on to a service, following it, and answering."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import ReferralState, SendingGround
from kaveri.steps.referral_out.models import ReferralOut
from tests.access.cells import Drive, Knock
from tests.access.world import PERSONAL, Side, World
from tests.factories.referral_out import debt_counselling

QUESTION = "Hjälp att få ordning på skulderna."
PORTAL = dict.fromkeys(PERSONAL, "no page of the client's side shows a referral yet")


def referral(world: World) -> ReferralOut:
    """A question to a service; `own` makes the looker the one who was asked."""
    world.row = ReferralOut.objects.create(
        case=world.case,
        service=debt_counselling(),
        sender=world.other,
        receiver=world.whose,
        question=QUESTION,
        ground=SendingGround.ORAL_CONSENT,
        sent_at=clock.now(),
        answer_by=clock.today() + dt.timedelta(days=14),
        **home_of(world.case, Category.ECONOMY_BENEFITS),
    )
    return world.row


def row(action):
    return lambda world: (action, ReferralOut.objects.all(), referral(world).pk)


def read(world: World) -> Knock | None:
    if world.own and world.side is not Side.OWN and world.kind is not RelationKind.RECEIVER:
        # What is asked of somebody else's worker lies behind the page of the case, which has a
        # ground of its own; the receiver alone has a page without it.
        return None
    found = referral(world)
    if world.kind is RelationKind.RECEIVER:
        return Knock(reverse("referral_out:received", args=[found.id]), shows=QUESTION)
    return Knock(reverse("referral_out:follow", args=[world.case.id, found.id]), shows=QUESTION)


def send(world: World) -> Knock:
    path = reverse("referral_out:send", args=[world.case.id, debt_counselling().id])
    return Knock(
        path,
        {
            "question": QUESTION,
            "ground": SendingGround.ORAL_CONSENT,
            "ground_note": "Vid mötet.",
            "answer_by": f"{clock.today() + dt.timedelta(days=14):%d.%m.%Y}",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


def answer(world: World) -> Knock:
    path = reverse("referral_out:received", args=[referral(world).id])
    said = {"answer": ReferralState.ACCEPTED, "idempotency_key": str(uuid.uuid4())}
    return Knock(path, said)


def of_case(world: World) -> Knock:
    return Knock(reverse("referral_out:of_case", args=[world.case.id]))


def own_case(world: World) -> Knock:
    return Knock(reverse("portal:home_of", args=[world.case.id]))


DRIVES = [
    Drive(
        Act.CASE_HEADER_READ,
        lambda world: (ReferralOutAction.LIST, Case.objects.all(), world.case.pk),
        staff=of_case,
        personal=own_case,
    ),
    Drive(Act.REFERRAL_OUT_READ, row(ReferralOutAction.READ), staff=read, no_door=PORTAL),
    Drive(
        Act.REFERRAL_OUT_SEND,
        lambda world: (ReferralOutAction.SEND, Case.objects.all(), world.case.pk),
        staff=send,
        personal=send,
    ),
    Drive(Act.REFERRAL_OUT_ANSWER, row(ReferralOutAction.ANSWER), staff=answer, personal=answer),
]
