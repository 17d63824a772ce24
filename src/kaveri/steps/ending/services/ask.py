"""Somebody near the case, or the client, wishes that the support ends."""

from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import require_next_step, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import EndObstacle, answer_wish_by


def ask_to_end(*, actor: Actor, case_id: UUID, words: str, sending: UUID | None = None) -> None:
    """The wish stands on the timeline, and the case manager talks about it within a week."""
    with acting(EndingAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if([] if case.state == CaseState.OPEN else [EndObstacle.CASE_ENDED])
        from_client = case.client.account_id == actor.account_id
        entry = add_entry(
            act,
            case,
            kind=EntryKind.MESSAGE if from_client else EntryKind.NOTE,
            source=Source.CLIENT if from_client else Source.OWN_OBSERVATION,
            text=words.strip(),
            in_own_words=from_client,
            about_type="ending.wish",
        )
        asked = open_tasks().filter(case_id=case.id, kind=TaskKind.ANSWER_END_WISH)
        if not asked.exists():
            set_task(
                act,
                case,
                kind=TaskKind.ANSWER_END_WISH,
                owner_id=case.case_manager_id,
                due_on=answer_wish_by(clock.today()),
                source_type="timeline.entry",
                source_id=entry.id,
            )
        require_next_step(case)
        act.record(case, subjects=[case.client_id], facts={"by_client": from_client})
