"""What the use cases of a referral have in common."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.special_team.domain import OPEN, State, Told
from kaveri.steps.special_team.models import SpecialReferral

SOURCE = "special_team.specialreferral"


def reach(
    _act: Act,
    row: SpecialReferral,
    state: State,
    *,
    turn_id: UUID | None = None,
    due_on: dt.date | None = None,
) -> None:
    """Where it stands now, in whose hands and until when; a closed one is in nobody's."""
    row.state, row.turn_id, row.due_on = state, turn_id, due_on
    if state not in OPEN:
        row.closed_at = clock.now()
    row.version += 1
    row.save()


def follow(
    act: Act, case: Any, row: SpecialReferral, kind: TaskKind, *, owner_id: UUID, due_on: dt.date
) -> None:
    """What somebody near the case does about it; whatever they did before is done."""
    close_tasks_of(act, row.id)
    set_task(
        act,
        case,
        kind=kind,
        owner_id=owner_id,
        due_on=due_on,
        source_type=SOURCE,
        source_id=row.id,
    )


def let_team_go(act: Act, row: SpecialReferral) -> None:
    """The team no longer stands near the case, from the next request."""
    close_relations(
        act,
        kind=RelationKind.SPECIAL_TEAM,
        case_id=row.case_id,
        source_type=SOURCE,
        source_id=row.id,
    )


def drop_tasks(act: Act, row: SpecialReferral) -> None:
    """Nobody has to do anything about it any more."""
    close_tasks_of(act, row.id, state=TaskState.DROPPED)


def tell(act: Act, case: Any, row: SpecialReferral, what: Told) -> None:
    """The timeline says what happened."""
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        about_type=what,
        about_id=row.id,
    )
