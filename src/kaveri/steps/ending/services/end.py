"""The support ends: with a summary, with whoever carries on, and with a day to hear how things are."""

from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations, end_case
from kaveri.casebook.clients.services import change_client
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import close_task, set_task, tell_client
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, Refused, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.appointments.services import call_off_coming
from kaveri.steps.case_consultation.services import let_questions_fall
from kaveri.steps.coordination.services import let_members_go, settle_before_ending
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import (
    EndingState,
    EndObstacle,
    Fate,
    Way,
    obstacles_to_ending,
)
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.selectors import draft_summary, prepared_ending, situation
from kaveri.steps.health_checks.services import let_checks_fall
from kaveri.steps.referral_out.services import let_referrals_fall
from kaveri.steps.statements.services import take_back_open


def end_support(
    *,
    actor: Actor,
    case_id: UUID,
    version: int,
    given_how: str = "",
    sending: UUID | None = None,
) -> Ending:
    """The prepared ending happens; `version` is the one the worker saw, `given_how` how the summary goes."""
    with acting(EndingAction.END, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        ending = prepared_ending(case.id)
        if ending is None:
            raise Refused([EndObstacle.NOT_PREPARED])
        if ending.version != version:
            raise Changed(EndingAction.END)
        now = situation(case, ending)
        refuse_if(obstacles_to_ending(Way(ending.way), now, today=clock.today()))
        call_off_coming(act, case, tell=ending.way != Way.DIED)
        take_back_open(act, case)
        if ending.way == Way.DIED:
            let_referrals_fall(act, case)
            settle_before_ending(act, case)
        _let_fall(act, case)
        _close_tasks(act, ending)
        if ending.way == Way.DIED and ending.agreed_on:
            change_client(act, case.client, died_on=ending.agreed_on)
        _give_summary(case, ending, given_how)
        _note(act, case, ending)
        end_case(act, case, reason=ending.reason or ending.way)
        _let_go(act, case, ending)
        _after_care(act, case, ending, given_how)
        ending.state, ending.ended_at = EndingState.DONE, clock.now()
        ending.ended_by_id = actor.account_id
        ending.version += 1
        ending.save(update_fields=["state", "ended_at", "ended_by", "version"])
        act.record(ending, facts={"way": ending.way, "reason": ending.reason})
    return ending


def _let_fall(act: Act, case: Any) -> None:
    """What waits for an answer from others waits no longer."""
    let_questions_fall(act, case)
    let_checks_fall(act, case)


def _close_tasks(act: Act, ending: Ending) -> None:
    """Each open task as was decided; what only served the ending is done."""
    for task in open_tasks().filter(case_id=ending.case_id).exclude(kind=TaskKind.AFTER_CARE):
        fate = ending.tasks.get(str(task.id), Fate.DONE)
        state = TaskState.DONE if fate == Fate.DONE else TaskState.DROPPED
        moved = ending.who_continues if fate == Fate.MOVES_ON else ""
        close_task(act, task, state=state, outcome=moved)


def _give_summary(case: Any, ending: Ending, given_how: str) -> None:
    summary = draft_summary(case.id)
    if summary is None:
        return
    summary.given_at, summary.given_how = clock.now(), given_how or Told.LETTER
    summary.ending = ending
    summary.version += 1
    summary.save(update_fields=["given_at", "given_how", "ending", "version"])


def _note(act: Act, case: Any, ending: Ending) -> None:
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        text=ending.outcome,
        about_type="ending.ending",
        about_id=ending.id,
    )


def _let_go(act: Act, case: Any, ending: Ending) -> None:
    """The pair stands down unless it has promised to get in touch; members read for four weeks more."""
    for pair in cases.relations().filter(case_id=case.id, kind=RelationKind.PAIR):
        if pair.account_id != ending.after_care_owner_id:
            close_relations(act, pk=pair.pk)
    let_members_go(act, case)


def _after_care(act: Act, case: Any, ending: Ending, given_how: str) -> None:
    """The promise to get in touch outlives the case and stands on its owner's day."""
    if not (ending.after_care_on and ending.after_care_owner_id):
        return
    task = set_task(
        act,
        case,
        kind=TaskKind.AFTER_CARE,
        owner_id=ending.after_care_owner_id,
        due_on=ending.after_care_on,
        source_type="ending.ending",
        source_id=ending.id,
    )
    # The summary says who gets in touch and when.
    tell_client(act, task, how=Told(given_how or Told.LETTER))
