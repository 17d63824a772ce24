"""A decision of the team becomes a task, with somebody who does it and a day."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind, works_on
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import MeetingState, obstacles_to_deciding
from kaveri.steps.teams.models import Decision
from kaveri.steps.teams.selectors import items


def record_decision(
    *,
    actor: Actor,
    item_id: UUID,
    what: str,
    owner_id: UUID,
    due_on: dt.date,
    sending: UUID | None = None,
) -> Decision:
    """The team has decided: who does what by when; it stands among the tasks of the case at once."""
    with acting(TeamAction.DECIDE, actor=actor, sending=sending) as act:
        item = act.fetch(items(), item_id)
        case = lock_case(act, item.case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_deciding(
                is_opened=item.meeting.state == MeetingState.OPENED,
                ground_lost=item.ground_lost_at is not None,
                due_on=due_on,
                owner_until=_last_day(case.id, owner_id),
            )
        )
        task = set_task(
            act,
            case,
            kind=TaskKind.NEXT_STEP,
            what=what,
            owner_id=owner_id,
            due_on=due_on,
            source_type="teams.agendaitem",
            source_id=item.id,
        )
        decision = Decision.objects.create(
            item=item,
            case=case,
            task=task,
            what=what.strip(),
            owner_id=owner_id,
            due_on=due_on,
            decided_at=clock.now(),
            decided_by_id=actor.person_id,
            **home_of(case, Category.LIFE_SITUATION),
        )
        if owner_id != actor.account_id:
            notify(act, owner_id)
        act.record(decision, facts={"case": str(case.id), "task": str(task.id)})
    return decision


def _last_day(case_id: UUID, account_id: UUID) -> dt.date | None:
    """Who stands near the case only through the team does so until a day."""
    near = list(
        cases.relations().filter(case_id=case_id, account_id=account_id, kind__in=works_on())
    )
    if not near or any(row.kind != RelationKind.TEAM or row.until_at is None for row in near):
        return None
    last = max(row.until_at for row in near if row.until_at)
    return (last - dt.timedelta(days=1)).astimezone(clock.HELSINKI).date()
