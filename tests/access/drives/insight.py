"""The client's own log."""

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.cases.models import Case
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.steps.insight.actions import InsightAction
from tests.access.cells import Drive, Knock
from tests.access.world import World
from tests.factories import cast


def of_case(action):
    return lambda world: (action, Case.objects.all(), world.case.pk)


def looked_at(world: World) -> None:
    """Petra has looked."""
    log.write(
        cast.as_actor(cast.petra()),
        "tasks.head.read",
        Outcome.SEEN,
        subjects=[world.case.client_id],
    )


def read_log(world: World) -> Knock:
    looked_at(world)
    return Knock(reverse("insight:log", args=[world.case.id]), shows="Petra Holm")


def who_sees(world: World) -> Knock:
    return Knock(
        reverse("insight:who_sees", args=[world.case.id]), shows=world.case.case_manager.full_name
    )


DRIVES = [
    Drive(Act.LOG_OWN_READ, of_case(InsightAction.LOG), staff=read_log, personal=read_log),
    Drive(Act.LOG_OWN_READ, of_case(InsightAction.WHO_SEES), staff=who_sees, personal=who_sees),
]
