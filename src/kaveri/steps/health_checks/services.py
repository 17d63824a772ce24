"""Offering a health check, booking it, noting what came of it, or that the client says no."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks import domain as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, tell_client
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.assessment.services.parts import follow, follower, in_working_days, set_next
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.health_checks import selectors
from kaveri.steps.health_checks.actions import HealthCheckAction
from kaveri.steps.health_checks.domain import (
    DECIDE_WITHIN,
    OPEN_STATES,
    CheckState,
    Outcome,
    Told,
    obstacles_to_booking,
    obstacles_to_declining,
    obstacles_to_noting,
    obstacles_to_offering,
)
from kaveri.steps.health_checks.models import HealthCheck


def offer_check(
    *,
    actor: Actor,
    case_id: UUID,
    told: tasks.Told | None = None,
    sending: UUID | None = None,
) -> HealthCheck:
    """The client is offered a check; somebody asks within two weeks what they decided."""
    with acting(HealthCheckAction.OFFER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases().select_related("client"), case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_offering(
                case_open=case.state == CaseState.OPEN, under_way=selectors.under_way(case.pk)
            )
        )
        hidden = case.client.non_disclosure
        row = HealthCheck.objects.create(
            case=case,
            municipality_id=None if hidden else case.client.municipality_id,
            offered_at=clock.now(),
            offered_by_id=act.actor.person_id,
            **home_of(case, Category.HEALTH),
        )
        _tell(act, row, Told.OFFERED)
        owner_id = act.actor.person_id
        task = follow(
            act,
            row,
            TaskKind.HEALTH_CHECK,
            due_on=in_working_days(DECIDE_WITHIN),
            owner_id=owner_id,
        )
        if told:
            tell_client(act, task, how=told)
        notify(act, case.client.account_id)
        require_next_step(case)
        act.record(row)
    return row


def book_check(
    *,
    actor: Actor,
    check_id: UUID,
    on: dt.date,
    place: str,
    version: int,
    told: tasks.Told | None = None,
    sending: UUID | None = None,
) -> HealthCheck:
    """A time is booked, or moved; the working day after it somebody asks what came of it."""
    with acting(HealthCheckAction.BOOK, actor=actor, sending=sending) as act:
        row, case = _fetch(act, check_id, version)
        refuse_if(obstacles_to_booking(state=row.state, on=on, where=place, today=clock.today()))
        owner_id = follower(case, row.pk)
        _save(row, state=CheckState.BOOKED, booked_for=on, place=place.strip())
        _tell(act, row, Told.BOOKED)
        after = in_working_days(1, after=on)
        task = follow(act, row, TaskKind.HEALTH_CHECK, due_on=after, owner_id=owner_id)
        if told and task is not None:
            tell_client(act, task, how=told)
        notify(act, case.client.account_id)
        require_next_step(case)
        act.record(row)
    return row


def note_check_done(
    *,
    actor: Actor,
    check_id: UUID,
    on: dt.date,
    outcome: Outcome,
    words: str,
    next_: NextThing,
    version: int,
    sending: UUID | None = None,
) -> HealthCheck:
    """The check has been made: what came of it, and what is done next."""
    with acting(HealthCheckAction.NOTE_DONE, actor=actor, sending=sending) as act:
        row, case = _fetch(act, check_id, version)
        refuse_if(
            obstacles_to_noting(
                state=row.state, on=on, next_lacks_day=next_.lacks_day, today=clock.today()
            )
        )
        known = {"done_on": on, "outcome": outcome, "words": words.strip()}
        _end(act, row, case, CheckState.DONE, next_, **known)
        _tell(act, row, Told.DONE, row.words)
        require_next_step(case)
        act.record(row, facts={"outcome": outcome})
    return row


def decline_check(
    *,
    actor: Actor,
    check_id: UUID,
    reason: str,
    next_: NextThing,
    version: int,
    sending: UUID | None = None,
) -> HealthCheck:
    """The client does not want the check; nothing is taken from them for it."""
    with acting(HealthCheckAction.DECLINE, actor=actor, sending=sending) as act:
        row, case = _fetch(act, check_id, version)
        refuse_if(
            obstacles_to_declining(state=row.state, reason=reason, next_lacks_day=next_.lacks_day)
        )
        _end(act, row, case, CheckState.DECLINED, next_, words=reason.strip())
        _tell(act, row, Told.DECLINED, row.words)
        require_next_step(case)
        act.record(row)
    return row


def let_checks_fall(act: Act, case: Any) -> None:
    """The support ends: nobody follows a check any more."""
    for row in selectors.checks().filter(case_id=case.pk, state__in=sorted(OPEN_STATES)):
        _save(row, state=CheckState.FELL, ended_at=clock.now())
        close_tasks_of(act, row.pk, state=tasks.TaskState.DROPPED)


def _fetch(act: Act, check_id: UUID, version: int) -> tuple[HealthCheck, Any]:
    row = act.fetch(selectors.checks(), check_id, version=version)
    case = lock_case(act, row.case_id)
    act.concerns(case.client_id)
    return row, case


def _save(row: HealthCheck, **known: Any) -> None:
    for field, value in known.items():
        setattr(row, field, value)
    row.version += 1
    row.save(update_fields=[*known, "version"])


def _end(
    act: Act, row: HealthCheck, case: Any, state: CheckState, next_: NextThing, **known: Any
) -> None:
    owner_id = follower(case, row.pk)
    _save(row, state=state, ended_at=clock.now(), **known)
    close_tasks_of(act, row.pk)
    set_next(act, case, next_, owner_id=owner_id)


def _tell(act: Act, row: HealthCheck, what: Told, text: str = "") -> None:
    add_entry(
        act,
        row.case,
        kind=EntryKind.EVENT,
        source=Source.CLIENT if what is Told.DECLINED else Source.OWN_OBSERVATION,
        text=text,
        category=Category(row.category),
        about_type=what,
        about_id=row.pk,
    )
