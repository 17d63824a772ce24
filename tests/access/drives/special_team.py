"""Referring to the special competence team: over its page."""

import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.cases.models import Case
from kaveri.steps.special_team.actions import SpecialAction
from tests.access.cells import Drive, Knock
from tests.access.drives.planning import plan
from tests.access.world import World
from tests.factories.special_team import hanna


def refer(world: World) -> Knock:
    # The team takes nobody without at least a note of a plan.
    plan(world)
    return Knock(
        reverse("special_team:refer", args=[world.case.id]),
        {
            "question": "Vad behövs?",
            "tried": "Arbetsprövning.",
            "outcome": "Avbröts.",
            "measures": "Upplevd arbetsförmåga 4.",
            "coordinator_id": str(hanna().id),
            "idempotency_key": str(uuid.uuid4()),
        },
    )


DRIVES = [
    Drive(
        Act.SPECIAL_TEAM_REFER,
        lambda world: (SpecialAction.REFER, Case.objects.all(), world.case.pk),
        staff=refer,
        personal=refer,
    ),
]
