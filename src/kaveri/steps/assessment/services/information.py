"""Asking others for information about the client, and receiving it."""

import datetime as dt
from uuid import UUID

from django.db.models import F

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.domain import (
    InformationObstacle,
    NextThing,
    RequestState,
    Wish,
    obstacles_to_receiving,
    obstacles_to_wishing,
)
from kaveri.steps.assessment.models import InformationRequest
from kaveri.steps.assessment.selectors import information_requests
from kaveri.steps.assessment.services import parts


def ask_information(
    *, actor: Actor, case_id: UUID, wish: Wish, sending: UUID | None = None
) -> InformationRequest:
    """Somebody is asked for information on a ground; the asker makes sure that it comes."""
    with acting(AssessmentAction.ASK_INFORMATION, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        is_open = case.state == CaseState.OPEN
        refuse_if(obstacles_to_wishing(wish, case_open=is_open, today=clock.today()))
        row = InformationRequest.objects.create(
            case=case,
            source=wish.source,
            whom=wish.whom.strip(),
            what=wish.what.strip(),
            ground=wish.ground,
            ground_note=wish.ground_note.strip(),
            due_on=wish.due_on,
            asked_by_id=parts.somebody(act),
            asked_at=clock.now(),
            **home_of(case, wish.category),
        )
        parts.follow(
            act,
            row,
            TaskKind.INFORMATION_ANSWER,
            due_on=wish.due_on,
            owner_id=row.asked_by_id,
        )
        require_next_step(case)
        act.record(row, ground=wish.ground, facts={"source": wish.source})
    return row


def receive_information(
    *,
    actor: Actor,
    request_id: UUID,
    text: str,
    received_on: dt.date,
    next_: NextThing,
    sending: UUID | None = None,
) -> InformationRequest:
    """What was asked for has come: it stands on the timeline with whose information it is."""
    with acting(AssessmentAction.RECEIVE_INFORMATION, actor=actor, sending=sending) as act:
        row = _fetch(act, request_id)
        refuse_if(obstacles_to_receiving(row.state, text, received_on, next_, today=clock.today()))
        owner_id = parts.follower(row.case, row.id)
        row.entry = add_entry(
            act,
            row.case,
            kind=EntryKind.NOTE,
            source=Source(row.source),
            text=text.strip(),
            category=Category(row.category),
            about_type="information.received",
            about_id=row.id,
        )
        row.received_on = received_on
        _reach(row, RequestState.RECEIVED)
        _end(act, row, next_, owner_id)
        act.record(row)
    return row


def drop_request(
    *,
    actor: Actor,
    request_id: UUID,
    reason: str,
    next_: NextThing,
    sending: UUID | None = None,
) -> InformationRequest:
    """The information is no longer needed, or will not come; why."""
    with acting(AssessmentAction.DROP_INFORMATION, actor=actor, sending=sending) as act:
        row = _fetch(act, request_id)
        checks = {
            InformationObstacle.NOT_NOW: row.state != RequestState.ASKED,
            InformationObstacle.NO_REASON: not reason.strip(),
            InformationObstacle.NO_NEXT_DAY: next_.lacks_day,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        owner_id = parts.follower(row.case, row.id)
        row.drop_reason = reason.strip()
        _reach(row, RequestState.DROPPED)
        _end(act, row, next_, owner_id)
        act.record(row)
    return row


def _fetch(act: Act, request_id: UUID) -> InformationRequest:
    row = act.fetch(information_requests(), request_id)
    act.concerns(row.case.client_id)
    return row


def _reach(row: InformationRequest, state: RequestState) -> None:
    row.state = state
    row.version = F("version") + 1
    row.save()
    row.refresh_from_db(fields=["version"])


def _end(act: Act, row: InformationRequest, next_: NextThing, owner_id: UUID) -> None:
    close_tasks_of(act, row.id)
    parts.set_next(act, row.case, next_, owner_id=owner_id)
    require_next_step(row.case)
