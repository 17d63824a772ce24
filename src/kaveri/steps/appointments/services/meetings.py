"""Agreeing on meetings, moving them, and noting what came of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.domain import Told as How
from kaveri.casebook.tasks.services import (
    change_task,
    close_task,
    close_tasks_of,
    promise_answer,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.domain import Way as Written
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.base.ids import new_id
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.appointments import selectors
from kaveri.steps.appointments.actions import AppointmentAction
from kaveri.steps.appointments.domain import (
    PREPARED,
    TOLD_OF,
    AppointmentObstacle,
    State,
    Told,
    Visit,
    Way,
    get_in_touch_by,
    missed_in_a_row,
    obstacles_to_agreeing,
    obstacles_to_noting,
    prepare_by,
    times,
)
from kaveri.steps.appointments.models import Appointment, Attendee
from kaveri.steps.coordination.services.carrying import notify

SOURCE = "appointments.appointment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed on about a meeting."""

    about: str
    starts_at: dt.datetime
    minutes: int
    way: Way
    place: str = ""
    getting_there: str = ""
    others: str = ""
    account_ids: Sequence[UUID] = ()
    every_weeks: int | None = None
    until: dt.date | None = None
    visit: Visit = Visit.USUAL


def book(
    *,
    actor: Actor,
    case_id: UUID,
    agreed: Agreed,
    told: How | None = None,
    sending: UUID | None = None,
) -> list[Appointment]:
    """A meeting with the client is agreed on, or a series; each is somebody's step on its day."""
    with acting(AppointmentAction.BOOK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if(
            obstacles_to_agreeing(
                starts_at=agreed.starts_at,
                now=clock.now(),
                way=agreed.way,
                place=agreed.place,
                every_weeks=agreed.every_weeks,
                until=agreed.until,
                case_open=case.state == CaseState.OPEN,
            )
        )
        moments = times(agreed.starts_at, agreed.every_weeks, agreed.until)
        series = new_id() if len(moments) > 1 else None
        near = {account.pk for account in selectors.can_take_part(case.id)}
        taking_part = near & {*agreed.account_ids, act.actor.account_id}
        booked = []
        for moment in moments:
            made = _make(act, case, agreed, moment, series)
            Attendee.objects.bulk_create(
                [Attendee(appointment=made, account_id=pk) for pk in sorted(taking_part)]
            )
            task = set_task(
                act,
                case,
                kind=TaskKind.APPOINTMENT,
                owner_id=act.actor.account_id or case.case_manager_id,
                due_on=moment.astimezone(clock.HELSINKI).date(),
                source_type=SOURCE,
                source_id=made.id,
            )
            if told:
                tell_client(act, task, how=told)
            if agreed.visit in PREPARED:
                _prepare(act, case, made)
            booked.append(made)
        _new_time_is_agreed(act, case.id)
        _tell(act, case, booked[0], Told.BOOKED)
        require_next_step(case)
        act.record(
            booked[0],
            subjects=[case.client_id],
            facts={"case": str(case.id), "meetings": len(booked)},
        )
    return booked


def move(
    *,
    actor: Actor,
    appointment_id: UUID,
    version: int,
    starts_at: dt.datetime,
    told: How | None = None,
    sending: UUID | None = None,
) -> Appointment:
    """The meeting is at another time; until somebody tells, the client does not know."""
    with acting(AppointmentAction.MOVE, actor=actor, sending=sending) as act:
        row = act.fetch(Appointment.objects.select_related("case"), appointment_id, version=version)
        refuse_if(
            obstacles_to_noting(
                state=State(row.state),
                outcome=State.CANCELLED,
                starts_at=row.starts_at,
                now=clock.now(),
            )
            + obstacles_to_agreeing(
                starts_at=starts_at,
                now=clock.now(),
                way=Way(row.way),
                place=row.place,
                every_weeks=None,
                until=None,
                case_open=row.case.state == CaseState.OPEN,
            )
        )
        row.moved_from, row.starts_at = row.starts_at, starts_at
        row.cannot_come_at = None
        row.version += 1
        row.save(update_fields=["moved_from", "starts_at", "cannot_come_at", "version"])
        day = starts_at.astimezone(clock.HELSINKI).date()
        for task in tasks.tasks().filter(source_id=row.id, state=TaskState.OPEN):
            if task.kind == TaskKind.BEFORE_VISIT:
                change_task(act, task, due_on=prepare_by(day, clock.today()))
                continue
            change_task(act, task, due_on=day)
            if told:
                tell_client(act, task, how=told)
        _tell(act, row.case, row, Told.MOVED)
        act.record(row, subjects=[row.case.client_id], facts={"case": str(row.case_id)})
    return row


def note_outcome(
    *,
    actor: Actor,
    appointment_id: UUID,
    version: int,
    outcome: State,
    next_what: str = "",
    next_due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Appointment:
    """They met, it did not come off, or it was called off. Somebody agrees on a new time when they did not meet."""
    with acting(AppointmentAction.NOTE_OUTCOME, actor=actor, sending=sending) as act:
        row = act.fetch(Appointment.objects.select_related("case"), appointment_id, version=version)
        case = lock_case(act, row.case_id)
        refuse_if(
            obstacles_to_noting(
                state=State(row.state), outcome=outcome, starts_at=row.starts_at, now=clock.now()
            )
        )
        _reach(act, row, outcome)
        _tell(act, case, row, TOLD_OF[outcome])
        done = TaskState.DONE if outcome is State.HELD else TaskState.DROPPED
        close_tasks_of(act, row.id, state=done)
        if outcome is not State.HELD and case.state == CaseState.OPEN:
            _agree_on_a_new_time(act, case, row)
        if next_what and next_due_on:
            set_task(
                act,
                case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=act.actor.account_id or case.case_manager_id,
                due_on=next_due_on,
            )
        require_next_step(case)
        act.record(row, subjects=[case.client_id], facts={"case": str(case.id), "outcome": outcome})
    return row


def cannot_come(
    *,
    actor: Actor,
    appointment_id: UUID,
    case_id: UUID | None = None,
    wish: str = "",
    sending: UUID | None = None,
) -> Appointment:
    """The client says that the time does not suit; nothing ends, the case manager answers."""
    with acting(AppointmentAction.CANNOT_COME, actor=actor, sending=sending) as act:
        rows = Appointment.objects.select_related("case")
        rows = rows.filter(case_id=case_id) if case_id else rows
        row = act.fetch(rows, appointment_id)
        act.concerns(row.case.client_id)
        refuse_if(
            obstacles_to_noting(
                state=State(row.state),
                outcome=State.CANCELLED,
                starts_at=row.starts_at,
                now=clock.now(),
            )
            + ([AppointmentObstacle.HAS_PASSED] if row.starts_at <= clock.now() else [])
        )
        row.cannot_come_at = clock.now()
        row.version += 1
        row.save(update_fields=["cannot_come_at", "version"])
        add_entry(
            act,
            row.case,
            kind=EntryKind.MESSAGE,
            source=Source.CLIENT,
            text=wish.strip(),
            in_own_words=True,
            way=Written.PORTAL,
            about_type=Told.CANNOT_COME,
            about_id=row.id,
        )
        promise_answer(act, row.case, kind=TaskKind.ANSWER_MESSAGE)
        require_next_step(row.case)
        act.record(row, facts={"case": str(row.case_id)})
    return row


def call_off_coming(act: Act, case: Any, *, tell: bool) -> None:
    """The support ends: what lies ahead is called off, and the client gets a mail that says nothing of it."""
    coming = Appointment.objects.filter(
        case_id=case.pk, state=State.AGREED, starts_at__gt=clock.now()
    )
    found = list(coming)
    for row in found:
        _reach(act, row, State.CANCELLED)
        _tell(act, case, row, Told.CANCELLED)
        close_tasks_of(act, row.id, state=TaskState.DROPPED)
    if found and tell:
        notify(act, case.client.account_id)


def _reach(act: Act, row: Appointment, state: State) -> None:
    row.state, row.noted_at, row.noted_by_id = state, clock.now(), act.actor.account_id
    row.version += 1
    row.save(update_fields=["state", "noted_at", "noted_by", "version"])


def _tell(act: Act, case: Any, row: Appointment, what: Told) -> None:
    """The timeline says what happened, and of which meeting; not where."""
    at = row.starts_at.astimezone(clock.HELSINKI)
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        text=f"{row.about}, {at.day}.{at.month}.{at.year} {at.hour}.{at.minute:02d}",
        about_type=what,
        about_id=row.id,
    )


def _make(
    act: Act, case: Any, agreed: Agreed, moment: dt.datetime, series: UUID | None
) -> Appointment:
    return Appointment.objects.create(
        case_id=case.pk,
        about=agreed.about.strip(),
        starts_at=moment,
        minutes=agreed.minutes,
        way=agreed.way,
        visit=agreed.visit,
        place=agreed.place.strip(),
        getting_there=agreed.getting_there.strip(),
        others=agreed.others.strip(),
        series=series,
        made_at=clock.now(),
        made_by_id=act.actor.account_id,
        **home_of(case, Category.LIFE_SITUATION),
    )


def _prepare(act: Act, case: Any, row: Appointment) -> None:
    """The case manager is brought in before the visit, whoever agreed on it."""
    day = row.starts_at.astimezone(clock.HELSINKI).date()
    set_task(
        act,
        case,
        kind=TaskKind.BEFORE_VISIT,
        owner_id=case.case_manager_id,
        due_on=prepare_by(day, clock.today()),
        source_type=SOURCE,
        source_id=row.id,
    )


def _agree_on_a_new_time(act: Act, case: Any, row: Appointment) -> None:
    missed = missed_in_a_row(selectors.states_before(case.pk, row.starts_at))
    set_task(
        act,
        case,
        kind=TaskKind.NEW_TIME,
        owner_id=case.case_manager_id,
        due_on=get_in_touch_by(missed, clock.today()),
        source_type=SOURCE,
        source_id=row.id,
    )


def _new_time_is_agreed(act: Act, case_id: UUID) -> None:
    waiting = tasks.tasks().filter(case_id=case_id, kind=TaskKind.NEW_TIME, state=TaskState.OPEN)
    for task in waiting:
        close_task(act, task)
