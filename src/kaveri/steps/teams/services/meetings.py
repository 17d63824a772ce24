"""A meeting is set, and opened: then the ground of every case is asked once more."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, open_relation
from kaveri.casebook.consent.domain import codes_in
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import (
    MeetingState,
    obstacles_to_meeting,
    obstacles_to_opening,
    team_reads_until,
    tell_by,
)
from kaveri.steps.teams.models import AgendaItem, Meeting
from kaveri.steps.teams.selectors import guests, items, meetings, seated, teams
from kaveri.steps.teams.services.agenda import GROUND_LOST, SOURCE, note
from kaveri.steps.teams.services.ground import missing_ground


def set_meeting(
    *,
    actor: Actor,
    unit_id: UUID,
    starts_at: dt.datetime,
    place: str,
    sending: UUID | None = None,
) -> Meeting:
    """The team meets at this time and place."""
    with acting(TeamAction.SET_MEETING, actor=actor, sending=sending) as act:
        unit = act.fetch(teams(), unit_id)
        refuse_if(obstacles_to_meeting(starts_at=starts_at, now=clock.now()))
        meeting = Meeting.objects.create(
            unit=unit,
            starts_at=starts_at,
            place=place.strip(),
            made_at=clock.now(),
            made_by_id=actor.person_id,
        )
        act.record(meeting, facts={"unit": str(unit.pk)})
    return meeting


def open_meeting(*, actor: Actor, meeting_id: UUID, sending: UUID | None = None) -> Meeting:
    """The meeting begins: a case without a ground for all who sit there now is not talked about."""
    with acting(TeamAction.OPEN_MEETING, actor=actor, sending=sending) as act:
        meeting = act.fetch(meetings(), meeting_id)
        refuse_if(obstacles_to_opening(state=meeting.state))
        meeting.state = MeetingState.OPENED
        meeting.opened_at, meeting.opened_by_id = clock.now(), actor.person_id
        meeting.save(update_fields=["state", "opened_at", "opened_by"])
        sitting = [seat.account for seat in seated(meeting.unit_id)]
        found = list(items().filter(meeting=meeting))
        called: dict[UUID, list[Account]] = {}
        for guest in guests([item.id for item in found]):
            called.setdefault(guest.item_id, []).append(guest.account)
        lost = 0
        for item in found:
            act.concerns(item.case.client_id)
            if _look_again(act, item, [*sitting, *called.get(item.id, [])]):
                lost += 1
            else:
                _will_be_told(act, item)
        act.record(meeting, facts={"cases": len(found), "without_ground": lost})
    return meeting


def _will_be_told(act: Act, item: AgendaItem) -> None:
    """The client hears what the team came to by a day, whoever writes the minutes."""
    if item.case.state != CaseState.OPEN:
        return
    set_task(
        act,
        item.case,
        kind=TaskKind.TELL_TEAM_OUTCOME,
        owner_id=item.case.case_manager_id,
        due_on=tell_by(clock.today()),
        source_type=SOURCE,
        source_id=item.id,
    )


def _look_again(act: Act, item: AgendaItem, who: list[Account]) -> bool:
    missing = missing_ground(item.case, item.case.client_id, who, codes_in(item.categories))
    near: dict[str, Any] = {"case_id": item.case_id, "source_type": SOURCE, "source_id": item.id}
    if missing:
        item.ground_lost_at, item.lost = clock.now(), [each.code for each in missing]
        item.save(update_fields=["ground_lost_at", "lost"])
        close_relations(act, kind=RelationKind.TEAM, **near)
        note(act, item.case, GROUND_LOST, item.id)
        notify(act, item.presenter_id)
        return True
    known = set(
        item.case.relations.filter(kind=RelationKind.TEAM, source_id=item.id)
        .exclude(until_at__lte=clock.now())
        .values_list("account_id", flat=True)
    )
    for account in who:
        # Who has come into the team since the case was put on the agenda.
        if account.id not in known:
            until_at = team_reads_until(item.meeting.starts_at)
            open_relation(act, RelationKind.TEAM, account_id=account.id, until_at=until_at, **near)
    return False
