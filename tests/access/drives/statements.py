"""Asking for, reading and writing statements: over their pages."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.steps.statements.actions import StatementAction
from kaveri.steps.statements.models import AskedStatement
from tests.access.cells import Drive, Knock
from tests.access.world import World
from tests.factories import cast
from tests.factories.casebook import near
from tests.factories.statements import QUESTION, texts


def a_row(world: World) -> AskedStatement:
    world.row = AskedStatement.objects.create(
        case=world.case,
        kind="work_ability",
        question=QUESTION,
        ground="own",
        asked_by=cast.kerstin(),
        asked_at=clock.now(),
        writer=world.whose,
        due_on=clock.today() + dt.timedelta(days=7),
        **home_of(world.case, Category.LIFE_SITUATION),
    )
    return world.row


def read(world: World) -> Knock:
    return Knock(reverse("statements:statement", args=[a_row(world).id]), shows=QUESTION)


def read_own(world: World) -> Knock:
    a_row(world)
    return Knock(reverse("statements:mine", args=[world.case.id]), shows=QUESTION)


def ask(world: World) -> Knock:
    writer = cast.worker("lena", "Roos", cast.unit())
    near(world.case, writer, RelationKind.MEMBER)
    return Knock(
        reverse("statements:ask", args=[world.case.id]),
        {
            "kind": "team",
            "writer_id": str(writer.id),
            "question": QUESTION,
            "due_on": f"{clock.today() + dt.timedelta(days=7):%d.%m.%Y}",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


def write(world: World) -> Knock:
    return Knock(
        reverse("statements:write", args=[a_row(world).id]),
        {"version": "1", "idempotency_key": str(uuid.uuid4()), **texts()},
    )


def look_at(action: StatementAction):
    return lambda world: (action, AskedStatement.objects.all(), a_row(world).pk)


DRIVES = [
    Drive(
        Act.STATEMENT_ASK,
        lambda world: (StatementAction.ASK, Case.objects.all(), world.case.pk),
        staff=ask,
        personal=ask,
    ),
    Drive(
        Act.STATEMENT_READ,
        look_at(StatementAction.READ),
        staff=read,
        personal=read_own,
    ),
    Drive(
        Act.STATEMENT_WRITE,
        look_at(StatementAction.SIGN),
        staff=write,
        personal=write,
    ),
]
