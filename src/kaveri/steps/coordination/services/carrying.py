"""Parts shared by handover, reassignment and leaving: one case manager goes, another comes."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import change_manager, close_relations, uncover
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.services import (
    close_tasks_of,
    move_tasks,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.domain import TELL_WITHIN, HandoverState, WaitOutcome
from kaveri.steps.coordination.models import Handover, Wait

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.tasks.models import Task


MANAGER_CHANGED = "coordination.manager_changed"


def take_over(act: Act, case: "Case", *, to_id: UUID, told: Told | None, about_id: UUID) -> None:
    """All that the former case manager carried on the case moves at once; the days stand.

    The client hears of it: already told, or by a task of the new case manager to tell.
    """
    former_id = case.case_manager_id
    change_manager(act, case, to_id=to_id)
    close_relations(act, case_id=case.id, account_id=to_id, kind=RelationKind.PAIR)
    moved = move_work(act, case, from_id=former_id, to_id=to_id)
    uncover(act, account_id=former_id, case_id=case.id)
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        about_type=MANAGER_CHANGED,
        about_id=about_id,
    )
    if told:
        for task in moved:
            tell_client(act, task, how=told)
        return
    set_task(
        act,
        case,
        kind=TaskKind.TELL_CHANGE,
        owner_id=to_id,
        due_on=clock.today() + dt.timedelta(days=TELL_WITHIN),
        source_type=MANAGER_CHANGED,
        source_id=about_id,
    )


def move_work(act: Act, case: "Case", *, from_id: UUID, to_id: UUID) -> list["Task"]:
    """Open tasks and the support of waits go from one worker to another; the days stand."""
    theirs = tasks.tasks().filter(
        case_id=case.id, owner_id=from_id, state=TaskState.OPEN, client_part=False
    )
    Wait.objects.filter(case_id=case.id, supporter_id=from_id, ended_at=None).update(
        supporter_id=to_id
    )
    # The client's own part stands on the worker's name when the client has no sign-in.
    part = tasks.tasks().filter(
        case_id=case.id, owner_id=from_id, state=TaskState.OPEN, client_part=True
    )
    move_tasks(act, part, to_id=to_id)
    return move_tasks(act, theirs, to_id=to_id)


def settle_before_ending(act: Act, case: "Case") -> None:
    """The case ends: an offer nobody answered is withdrawn, waits are over, their tasks fall away."""
    moment = clock.now()
    withdraw_open_offer(act, case)
    for wait in selectors.open_waits(case.id):
        wait.ended_at, wait.outcome = moment, WaitOutcome.NOT_NEEDED
        wait.version += 1
        wait.save(update_fields=["ended_at", "outcome", "version"])
        close_tasks_of(act, wait.id, state=TaskState.DROPPED)


def withdraw_open_offer(act: Act, case: "Case") -> None:
    """An offer nobody answered falls away, because the case goes another way."""
    offer = selectors.open_handover(case.id)
    if offer is not None:
        answer(act, offer, HandoverState.WITHDRAWN)
        close_tasks_of(act, offer.id, state=TaskState.DROPPED)


def answer(_act: Act, offer: Handover, state: HandoverState, reason: str = "") -> None:
    """The offer has its answer."""
    offer.state, offer.answered_at, offer.answer_reason = state, clock.now(), reason.strip()
    offer.version += 1
    offer.save(update_fields=["state", "answered_at", "answer_reason", "version"])


def notify(_act: Act, account_id: UUID | None) -> None:
    """A mail that says nothing but that there is something to see."""
    account = people.accounts().filter(pk=account_id).first() if account_id else None
    if account is not None:
        outbox.put(address=account.email, language=account.language)
