"""What the team said is written down; the client reads it in plain words at once."""

from collections.abc import Collection
from uuid import UUID

from kaveri.casebook.cases.services import lock_case
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import ClientCame, MeetingState, obstacles_to_minutes
from kaveri.steps.teams.models import AgendaItem
from kaveri.steps.teams.selectors import items, may_have_come
from kaveri.steps.teams.services.agenda import MINUTES, note


def write_minutes(
    *,
    actor: Actor,
    item_id: UUID,
    version: int,
    said: str,
    outcome: str,
    client_came: ClientCame,
    present: Collection[UUID],
    sending: UUID | None = None,
) -> AgendaItem:
    """Who was there, what was said, and `outcome`: what the client is told, in plain words."""
    with acting(TeamAction.WRITE_MINUTES, actor=actor, sending=sending) as act:
        item = act.fetch(items(), item_id, version=version)
        case = lock_case(act, item.case_id)
        act.concerns(case.client_id)
        there = {account.id for account in may_have_come(item)} & set(present)
        refuse_if(
            obstacles_to_minutes(
                is_opened=item.meeting.state == MeetingState.OPENED,
                ground_lost=item.ground_lost_at is not None,
                outcome=outcome,
                somebody_was_there=bool(there),
            )
        )
        first = item.minuted_at is None
        item.said, item.outcome, item.client_came = said.strip(), outcome.strip(), client_came
        item.present = sorted(map(str, there))
        item.minuted_at, item.minuted_by_id = clock.now(), actor.person_id
        item.version += 1
        item.save()
        note(act, case, MINUTES, item.id)
        if first and case.case_manager_id != actor.account_id:
            notify(act, case.case_manager_id)
        act.record(item, facts={"case": str(case.id), "version": item.version})
    return item
