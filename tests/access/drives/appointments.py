"""Agreeing on a meeting: over its page."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.cases.models import Case
from kaveri.foundation.base import clock
from kaveri.steps.appointments.actions import AppointmentAction
from tests.access.cells import Drive, Knock
from tests.access.world import World


def book(world: World) -> Knock:
    return Knock(
        reverse("appointments:book", args=[world.case.id]),
        {
            "about": "Vi ses på biblioteket",
            "on": f"{clock.today() + dt.timedelta(days=7):%d.%m.%Y}",
            "time": "9.30",
            "minutes": "45",
            "way": "phone",
            "visit": "usual",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


DRIVES = [
    Drive(
        Act.TASK_CREATE,
        lambda world: (AppointmentAction.BOOK, Case.objects.all(), world.case.pk),
        staff=book,
        personal=book,
    ),
]
