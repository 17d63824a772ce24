"""A meeting is moved or called off: no case on its agenda is left without somebody who carries its question on."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, move_relations_end
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import (
    ASK_ANEW_DAYS,
    MeetingState,
    obstacles_to_calling_off,
    obstacles_to_moving,
    team_reads_until,
)
from kaveri.steps.teams.models import AgendaItem, Meeting
from kaveri.steps.teams.selectors import guests, items, meetings, meetings_to_come, seated
from kaveri.steps.teams.services.agenda import SOURCE, TAKEN_OFF, note

MOVED = "teams.meeting_moved"
CALLED_OFF = "teams.meeting_called_off"
TO_NEXT = "teams.moved_to_next"


def move_meeting(
    *,
    actor: Actor,
    meeting_id: UUID,
    starts_at: dt.datetime,
    place: str,
    sending: UUID | None = None,
) -> Meeting:
    """The team meets at another time or place; its cases stay on the agenda, and it stands near them as long."""
    with acting(TeamAction.MOVE_MEETING, actor=actor, sending=sending) as act:
        meeting = act.fetch(meetings(), meeting_id)
        refuse_if(obstacles_to_moving(state=meeting.state, starts_at=starts_at, now=clock.now()))
        meeting.starts_at, meeting.place = starts_at, place.strip()
        meeting.save(update_fields=["starts_at", "place"])
        found = list(items().filter(meeting=meeting))
        for item in found:
            act.concerns(item.case.client_id)
            move_relations_end(act, at=team_reads_until(starts_at), **_near(item))
            note(act, item.case, MOVED, item.id)
        _tell(act, meeting, found)
        act.record(meeting, facts={"cases": len(found)})
    return meeting


def call_off_meeting(
    *, actor: Actor, meeting_id: UUID, to_id: UUID | None, sending: UUID | None = None
) -> Meeting:
    """The team does not meet: its cases go to the meeting `to_id`, or each case manager decides by a day."""
    with acting(TeamAction.CALL_OFF, actor=actor, sending=sending) as act:
        meeting = act.fetch(meetings(), meeting_id)
        later = _locked(meeting, to_id)
        refuse_if(
            obstacles_to_calling_off(
                state=meeting.state, goes_on_elsewhere=to_id is None or later is not None
            )
        )
        meeting.state = MeetingState.CALLED_OFF
        meeting.called_off_at, meeting.called_off_by_id = clock.now(), actor.person_id
        meeting.save(update_fields=["state", "called_off_at", "called_off_by"])
        found = list(items().filter(meeting=meeting))
        # Asked before they leave the agenda.
        _tell(act, meeting, found)
        there = set(items().filter(meeting=later).values_list("case_id", flat=True))
        for item in found:
            act.concerns(item.case.client_id)
            if later is None:
                _let_go(act, item)
                _give_back(act, item)
                note(act, item.case, CALLED_OFF, item.id)
            elif item.case_id in there:
                # The later meeting talks about it anyhow.
                _let_go(act, item)
                note(act, item.case, TAKEN_OFF, item.id)
            else:
                _carry_over(act, item, later)
                note(act, item.case, TO_NEXT, item.id)
        act.record(meeting, facts={"cases": len(found), "to": str(to_id or "")})
    return meeting


def _locked(meeting: Meeting, to_id: UUID | None) -> Meeting | None:
    """The later meeting of the same team, locked: two who add at once get numbers of their own."""
    if to_id is None:
        return None
    later = meetings_to_come().filter(unit_id=meeting.unit_id).exclude(pk=meeting.pk)
    return later.select_for_update(of=("self",)).filter(pk=to_id).first()


def _near(item: AgendaItem) -> dict[str, Any]:
    return {
        "kind": RelationKind.TEAM,
        "case_id": item.case_id,
        "source_type": SOURCE,
        "source_id": item.id,
    }


def _carry_over(act: Act, item: AgendaItem, later: Meeting) -> None:
    later.numbers += 1
    later.save(update_fields=["numbers"])
    item.meeting, item.number = later, later.numbers
    item.save(update_fields=["meeting", "number"])
    move_relations_end(act, at=team_reads_until(later.starts_at), **_near(item))


def _let_go(act: Act, item: AgendaItem) -> None:
    item.taken_off_at = clock.now()
    item.save(update_fields=["taken_off_at"])
    close_relations(act, **_near(item))


def _give_back(act: Act, item: AgendaItem) -> None:
    """The question is still open: the case manager decides by a day how it is answered."""
    if item.case.state != CaseState.OPEN:
        return
    set_task(
        act,
        item.case,
        kind=TaskKind.ASK_TEAM_ANEW,
        owner_id=item.case.case_manager_id,
        due_on=clock.today() + dt.timedelta(days=ASK_ANEW_DAYS),
        source_type=SOURCE,
        source_id=item.id,
    )


def _tell(act: Act, meeting: Meeting, found: list[AgendaItem]) -> None:
    """Everybody who was to come, once each."""
    sitting = {seat.account_id for seat in seated(meeting.unit_id)}
    called = {guest.account_id for guest in guests([item.id for item in found])}
    carrying = {who for item in found for who in (item.presenter_id, item.case.case_manager_id)}
    for account_id in (sitting | called | carrying) - {act.actor.account_id}:
        notify(act, account_id)
