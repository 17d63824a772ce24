"""What has risen to the manager of a unit: reference, owner, age, kind of step; no names, no content."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.referral import retention

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class RisenLine:
    """One overdue step; `case_id` or `contact_id` says what can be given to somebody else."""

    reference: str
    owner: str
    owner_id: UUID
    unit_id: UUID
    days: int
    kind: str
    case_id: UUID | None
    contact_id: UUID | None


# How far ahead a manager is told what will be erased.
SOON = dt.timedelta(days=30)


def erased_soon(actor: Actor) -> int:
    """How many contacts of the units the actor manages are erased within a month: a number, no names."""
    due = retention.due(clock.today() + SOON)
    return due.filter(unit_id__in=actor.managed_unit_ids).count()


def risen(look: Look, *, part: slice = slice(0, 25)) -> tuple[list[RisenLine], int]:
    """Overdue steps of the units the actor manages, oldest first, and how many there are in all."""
    today = clock.today()
    late = (
        look.rows(tasks.open_tasks())
        .filter(_rises(today), client_part=False)
        .select_related("owner", "case", "contact")
        .order_by("due_on", "id")
    )
    page = list(late[part])
    look.concerns(row.case.client_id for row in page if row.case)
    return [_line(row, max((today - row.due_on).days, 0)) for row in page], late.count()


def _rises(today: dt.date) -> Q:
    """A step whose day has passed; a case without anybody who may carry it rises from the first day."""
    return Q(due_on__lt=today) | Q(kind=TaskKind.AGREE_WHO_CARRIES)


def late_in_my_units(look: Look) -> int:
    """How many overdue steps have risen to whoever looks: a number, nobody's data."""
    late = look.rows(tasks.open_tasks(), CoordinationAction.READ_RISEN)
    with look.through(CoordinationAction.READ_RISEN):
        return late.filter(_rises(clock.today()), client_part=False).count()


def _line(row: "Task", days: int) -> RisenLine:
    about = row.case or row.contact
    if about is None:
        raise AssertionError("a task is about a case or a contact")
    return RisenLine(
        reference=about.reference,
        owner=row.owner.full_name,
        owner_id=row.owner_id,
        unit_id=about.unit_id,
        days=days,
        kind=row.kind,
        case_id=row.case_id,
        contact_id=row.contact_id,
    )
