"""Mapping the situation, assessing work ability, asking others."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base import clock
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.models import Statement
from tests.access.cells import Drive, Knock
from tests.access.world import Side, World

WORDS = "Jag sover bara några timmar."
NO_PAGE = {RelationKind.RECEIVER: "a receiver opens no page of the case"}


def statement(world: World) -> Statement:
    """Something that is known; `own` makes the looker the one who wrote it down."""
    world.row = Statement.objects.create(
        case=world.case,
        heading="health",
        text=WORDS,
        source=Source.CLIENT,
        said_on=clock.today(),
        written_at=clock.now(),
        written_by=world.whose,
        **home_of(world.case, Category.HEALTH),
    )
    return world.row


def read(world: World) -> Knock:
    statement(world)
    return Knock(reverse("assessment:mapping", args=[world.case.id]), shows=WORDS)


def read_told(world: World) -> Knock:
    statement(world)
    return Knock(reverse("portal:told", args=[world.case.id]), shows=WORDS)


def correct(world: World) -> Knock | None:
    if world.own and world.side is not Side.OWN:
        # The page of a statement lies behind the page of the case, which has a ground of its own.
        return None
    path = reverse("assessment:correct", args=[world.case.id, statement(world).id])
    return Knock(
        path,
        {
            "text": "Jag sover bättre.",
            "source": "client",
            "said_on": f"{clock.today():%d.%m.%Y}",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


def ask_others(world: World) -> Knock:
    return Knock(
        reverse("assessment:ask_information", args=[world.case.id]),
        {
            "source": "kela",
            "whom": "FPA i Åbo",
            "what": "Beslut",
            "category": "economy_benefits",
            "ground": "oral_consent",
            "ground_note": "Vid mötet.",
            "due_on": f"{clock.today() + dt.timedelta(days=14):%d.%m.%Y}",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


DRIVES = [
    Drive(
        Act.ASSESSMENT_READ,
        lambda world: (
            AssessmentAction.READ_STATEMENT,
            Statement.objects.all(),
            statement(world).pk,
        ),
        staff=read,
        personal=read_told,
        no_door=NO_PAGE,
    ),
    Drive(
        Act.ASSESSMENT_WRITE,
        lambda world: (
            AssessmentAction.CORRECT_STATEMENT,
            Statement.objects.all(),
            statement(world).pk,
        ),
        staff=correct,
        personal=correct,
    ),
    Drive(
        Act.INFORMATION_ASK,
        lambda world: (AssessmentAction.ASK_INFORMATION, Case.objects.all(), world.case.pk),
        staff=ask_others,
        personal=ask_others,
    ),
]
