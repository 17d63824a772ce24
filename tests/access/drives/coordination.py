"""Deciding, handing over, naming a pair, waiting: over their pages."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.cases.models import Case
from kaveri.foundation.base import clock
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import Instance, Need, PlanStanding
from tests.access.cells import Drive, Knock
from tests.access.world import World
from tests.factories import cast


def soon() -> str:
    return f"{clock.today() + dt.timedelta(days=7):%d.%m.%Y}"


def key() -> str:
    return str(uuid.uuid4())


def of_case(action):
    return lambda world: (action, Case.objects.all(), world.case.pk)


def hand_over(world: World) -> Knock:
    receiver = cast.petra()
    path = reverse("coordination:handover", args=[world.case.id])
    return Knock(
        path,
        {
            "to": str(receiver.id),
            "step": "ringer dig",
            "due_on": soon(),
            "supports_on": "en skötare",
            "plan": PlanStanding.VALID,
            "agreed": "Som förut.",
            "version": world.case.version,
            "idempotency_key": key(),
        },
    )


def name_pair(world: World) -> Knock:
    pair = cast.petra()
    path = reverse("coordination:pair_new", args=[world.case.id])
    return Knock(path, {"account": str(pair.id), "idempotency_key": key()})


def begin_wait(world: World) -> Knock:
    path = reverse("coordination:wait_new", args=[world.case.id])
    return Knock(
        path,
        {
            "what": "undersökning",
            "since_on": f"{clock.today():%d.%m.%Y}",
            "supporter": str(world.case.case_manager_id),
            "category": "life_situation",
            "every_days": 14,
            "idempotency_key": key(),
        },
    )


def give_task(world: World) -> Knock:
    path = reverse("coordination:step_new", args=[world.case.id])
    return Knock(
        path,
        {
            "what": "ringer dig",
            "owner": str(world.case.case_manager_id),
            "due_on": soon(),
            "idempotency_key": key(),
        },
    )


def decide(world: World) -> Knock:
    path = reverse("coordination:coordinating", args=[world.case.id])
    return Knock(
        path,
        {
            "needs": Need.SOCIAL_CLIENT,
            "chosen": Instance.OWN_CONTACT_PERSON,
            "version": world.case.version,
            "idempotency_key": key(),
        },
    )


DRIVES = [
    Drive(
        Act.CASE_HAND_OVER,
        of_case(CoordinationAction.OFFER_HANDOVER),
        staff=hand_over,
        personal=hand_over,
    ),
    Drive(
        Act.CASE_PAIR_NAME,
        of_case(CoordinationAction.NAME_PAIR),
        staff=name_pair,
        personal=name_pair,
    ),
    Drive(
        Act.CASE_WAIT_RECORD,
        of_case(CoordinationAction.BEGIN_WAIT),
        staff=begin_wait,
        personal=begin_wait,
    ),
    # The page of the decision is open to whoever reads the head of the case; deciding has a row of its own.
    Drive(
        Act.CASE_STATE_CHANGE,
        of_case(CoordinationAction.DECIDE),
        staff=decide,
        personal=decide,
    ),
]
