"""The plan: the client's side knocks at its own pages, staff are asked by the rules."""

import uuid
from typing import Any

from django.urls import reverse

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import GoalLevel, PlanForm, RowKind
from kaveri.steps.planning.models import Goal, Plan, PlanRow, PlanVersion
from tests.access.cells import Door, Drive, Knock
from tests.access.world import World


def plan(world: World) -> Plan:
    return Plan.objects.create(
        case=world.case,
        form=PlanForm.NOTE,
        started_at=clock.now(),
        started_by=world.other,
        **home_of(world.case),
    )


def piece(world: World) -> dict[str, Any]:
    """`own` makes the looker the one who wrote it."""
    return {
        "case": world.case,
        "plan": plan(world),
        "written_at": clock.now(),
        "written_by": world.whose,
        **home_of(world.case, Category.WORK_EDUCATION),
    }


def goal(world: World) -> Goal:
    return Goal.objects.create(level=GoalLevel.CAREER, own_words="Jobb.", **piece(world))


def row(world: World) -> PlanRow:
    """`own` makes the looker the one who is responsible."""
    return PlanRow.objects.create(
        kind=RowKind.STEP, what="ringer", place=1, responsible=world.whose, **piece(world)
    )


def version(world: World) -> PlanVersion:
    return PlanVersion.objects.create(
        number=1, content='{"items":[]}', sha256="0" * 64, **piece(world)
    )


def key() -> str:
    return str(uuid.uuid4())


def read_plan(world: World) -> Knock:
    goal(world)
    return Knock(reverse("portal:plan_whole", args=[world.case.id]), shows="Jobb.")


def read_version(world: World) -> Knock:
    return Knock(reverse("portal:plan_changes", args=[world.case.id, version(world).pk]))


def set_words(world: World) -> Knock:
    plan(world)
    sent = {"words": "Jobb.", "idempotency_key": key()}
    return Knock(reverse("portal:plan_words", args=[world.case.id]), sent)


def mark_row(world: World) -> Knock:
    made = row(world)
    sent = {"version": made.version, "state": "done", "idempotency_key": key()}
    return Knock(reverse("portal:plan_row_mark", args=[world.case.id, made.pk]), sent)


def comment(world: World) -> Knock:
    plan(world)
    sent = {"text": "Bra så.", "idempotency_key": key()}
    return Knock(reverse("portal:plan_say", args=[world.case.id, "comment"]), sent)


def agree_row(world: World) -> Knock:
    made = row(world)
    sent = {"version": made.version, "idempotency_key": key()}
    return Knock(reverse("portal:plan_row_agree", args=[world.case.id, made.pk]), sent)


def approve(world: World) -> Knock:
    sent = {"idempotency_key": key()}
    return Knock(reverse("portal:plan_approve", args=[world.case.id, version(world).pk]), sent)


def print_version(world: World) -> Knock:
    return Knock(reverse("portal:plan_pdf", args=[world.case.id, version(world).pk]))


def drive(
    act: Act,
    action: PlanAction,
    made: Any,
    *,
    personal: Door | None = None,
    only_own: bool = False,
) -> Drive:
    def rows(world: World) -> Any:
        found = made(world)
        return action, type(found).objects.all(), found.pk

    return Drive(act, rows, personal=personal, only_own=only_own)


DRIVES = [
    drive(Act.PLAN_READ, PlanAction.READ, goal, personal=read_plan),
    drive(Act.PLAN_READ, PlanAction.READ_VERSION, version, personal=read_version),
    drive(Act.PLAN_EDIT, PlanAction.CHANGE_GOAL, goal),
    drive(Act.PLAN_EDIT, PlanAction.CHANGE_ROW, row, personal=mark_row),
    drive(Act.PLAN_COMMENT, PlanAction.COMMENT, plan, personal=comment),
    drive(Act.PLAN_COMMENT, PlanAction.CONFIRM, version),
    drive(Act.PLAN_ROW_AGREE, PlanAction.AGREE_ROW, row, personal=agree_row),
    drive(Act.PLAN_AGREE, PlanAction.AGREE, plan),
    drive(Act.PLAN_APPROVE, PlanAction.APPROVE, version, personal=approve),
    drive(Act.PLAN_PRINT, PlanAction.PRINT, version, personal=print_version),
    drive(Act.PLAN_APPROVAL_RECORD_ON_PAPER, PlanAction.RECORD_APPROVAL, version),
]
