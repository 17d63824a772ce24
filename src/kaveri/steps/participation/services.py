"""Offering and arranging peer support."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, set_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.participation.actions import ParticipationAction
from kaveri.steps.participation.domain import (
    PeerAnswer,
    arrange_by,
    obstacles_to_noting,
)
from kaveri.steps.participation.models import PeerSupport

_SOURCE = "participation.peer_support"


def offer(
    act: Act,
    case: Any,
    answer: PeerAnswer,
    *,
    words: str = "",
    with_whom: str = "",
    first_on: dt.date | None = None,
) -> PeerSupport:
    """Peer support is offered and the answer stays; a wish becomes the case manager's task by a day.

    A part of a use case.
    """
    refuse_if(
        obstacles_to_noting(
            answer=answer,
            with_whom=with_whom,
            first_on=first_on,
            case_open=case.state == CaseState.OPEN,
        )
    )
    for earlier in PeerSupport.objects.filter(case_id=case.pk, answer=PeerAnswer.WANTED):
        close_tasks_of(
            act,
            earlier.id,
            state=TaskState.DONE if answer is PeerAnswer.ARRANGED else TaskState.DROPPED,
        )
    noted = PeerSupport.objects.create(
        case_id=case.pk,
        answer=answer,
        at=clock.now(),
        by_id=act.actor.account_id,
        words=words.strip(),
        with_whom=with_whom.strip(),
        first_on=first_on,
        **home_of(case, Category.LIFE_SITUATION),
    )
    if answer is PeerAnswer.WANTED:
        set_task(
            act,
            case,
            kind=TaskKind.PEER_SUPPORT,
            owner_id=case.case_manager_id,
            due_on=arrange_by(clock.today()),
            source_type=_SOURCE,
            source_id=noted.id,
        )
    return noted


def note_answer(
    *,
    actor: Actor,
    case_id: UUID,
    answer: PeerAnswer,
    words: str = "",
    with_whom: str = "",
    first_on: dt.date | None = None,
    sending: UUID | None = None,
) -> PeerSupport:
    """A worker near the case notes what the client answered, or what has been arranged."""
    with acting(ParticipationAction.NOTE_ANSWER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        noted = offer(act, case, answer, words=words, with_whom=with_whom, first_on=first_on)
        require_next_step(case)
        act.record(noted, subjects=[case.client_id], facts={"answer": answer})
    return noted
