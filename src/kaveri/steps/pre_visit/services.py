"""Writing the background, the client's answer, handing it on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_task, promise_answer, require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source, Way
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.appointments.domain import State
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.pre_visit import selectors
from kaveri.steps.pre_visit.actions import PreVisitAction
from kaveri.steps.pre_visit.domain import (
    Answer,
    AnsweredHow,
    Handed,
    Told,
    obstacles_to_answering,
    obstacles_to_going_without,
    obstacles_to_handing,
    obstacles_to_writing,
)
from kaveri.steps.pre_visit.models import Background, BackgroundPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """How the page reaches the doctor: by whom, to whom, on which ground, when."""

    how: Handed
    on: dt.date
    receiver: str = ""
    ground: str = ""


def write_background(
    *,
    actor: Actor,
    appointment_id: UUID,
    parts: Mapping[str, str],
    of_health: Category = Category.HEALTH,
    version: int | None = None,
    sending: UUID | None = None,
) -> Background:
    """What the doctor needs to know is written for the client to read first; a new wording waits for them anew.

    What the writer may not read stays as it stands. `of_health` says what the part about health is besides.
    """
    with acting(PreVisitAction.WRITE, actor=actor, sending=sending) as act:
        visit = act.fetch(selectors.visits(), appointment_id)
        case = lock_case(act, visit.case_id)
        act.concerns(case.client_id)
        row = Background.objects.filter(appointment=visit).first()
        if row is not None:
            row = act.fetch(Background.objects.all(), row.pk, version=version)
        kept = _kept_from(actor, row)
        texts = {key: text.strip() for key, text in parts.items() if key not in kept}
        refuse_if(
            obstacles_to_writing(
                parts=texts | {key: part.text for key, part in kept.items()},
                visit=visit.visit,
                visit_stands=visit.state == State.AGREED,
                case_open=case.state == CaseState.OPEN,
            )
        )
        row = _next_wording(act, case, visit, row)
        for key, text in texts.items():
            if text:
                _put(row, key, text, _category_of(key, of_health))
        for key, part in kept.items():
            _put(row, key, part.text, Category(part.category))
        _tell(act, row, Told.WRITTEN)
        notify(act, case.client.account_id)
        require_next_step(case)
        act.record(row, facts={"case": str(case.pk), "text": row.text_no})
    return row


def approve_background(
    *, actor: Actor, background_id: UUID, read_no: int, sending: UUID | None = None
) -> Background:
    """The client, signed in, lets the doctor read the text as they have read it."""
    with acting(PreVisitAction.APPROVE, actor=actor, sending=sending) as act:
        row = _fetch(act, background_id)
        _answer(act, row, Answer.APPROVED, read_no=read_no)
        act.record(row, facts={"text": row.text_no})
    return row


def ask_otherwise(
    *,
    actor: Actor,
    background_id: UUID,
    read_no: int,
    words: str,
    sending: UUID | None = None,
) -> Background:
    """The client wants the text to be different; the case manager answers within two working days."""
    with acting(PreVisitAction.ASK_OTHERWISE, actor=actor, sending=sending) as act:
        row = _fetch(act, background_id)
        _answer(act, row, Answer.OTHERWISE, read_no=read_no, words=words)
        promise_answer(act, row.case, kind=TaskKind.ANSWER_MESSAGE)
        act.record(row, facts={"text": row.text_no})
    return row


def record_answer(
    *,
    actor: Actor,
    background_id: UUID,
    answer: Answer,
    how: AnsweredHow,
    on: dt.date,
    read_no: int,
    words: str = "",
    sending: UUID | None = None,
) -> Background:
    """What the client said on paper, by phone or when they met; a worker writes it down."""
    with acting(PreVisitAction.RECORD_ANSWER, actor=actor, sending=sending) as act:
        row = _fetch(act, background_id)
        _answer(act, row, answer, read_no=read_no, words=words, how=how, on=on)
        act.record(row, facts={"text": row.text_no, "answer": answer, "how": how})
    return row


def hand_on(
    *,
    actor: Actor,
    background_id: UUID,
    handing: Handing,
    version: int,
    sending: UUID | None = None,
) -> Background:
    """The approved page is on its way to the doctor: with the client, or from us on a ground. The visit is prepared."""
    with acting(PreVisitAction.HAND_ON, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.backgrounds(), background_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_handing(
                stands=selectors.stands(row),
                how=handing.how,
                receiver=handing.receiver,
                ground=handing.ground,
                register=case.register,
                case_open=case.state == CaseState.OPEN,
                on=handing.on,
                today=clock.today(),
            )
        )
        by_us = handing.how is not Handed.CLIENT_TAKES
        row.handed_no, row.handed_on, row.handed_how = row.text_no, handing.on, handing.how
        row.handed_to = handing.receiver.strip()
        row.ground = handing.ground if by_us else ""
        row.handed_by_id = act.actor.account_id
        _save(row)
        _tell(act, row, Told.HANDED)
        for task in selectors.preparing(row.appointment_id):
            close_task(act, task)
        require_next_step(case)
        act.record(row, ground=row.ground, facts={"how": handing.how, "text": row.text_no})
    return row


def go_without(
    *, actor: Actor, appointment_id: UUID, reason: str, sending: UUID | None = None
) -> None:
    """The visit needs no page, or the client wants none: the reason is kept, and nothing waits any more."""
    with acting(PreVisitAction.GO_WITHOUT, actor=actor, sending=sending) as act:
        visit = act.fetch(selectors.visits(), appointment_id)
        case = lock_case(act, visit.case_id)
        act.concerns(case.client_id)
        waiting = list(selectors.preparing(visit.pk))
        refuse_if(obstacles_to_going_without(reason=reason, preparing=bool(waiting)))
        for task in waiting:
            close_task(act, task, state=TaskState.DROPPED, outcome=reason.strip())
        add_entry(
            act,
            case,
            kind=EntryKind.EVENT,
            source=Source.OWN_OBSERVATION,
            text=reason.strip(),
            about_type=Told.WITHOUT,
            about_id=visit.pk,
        )
        require_next_step(case)
        act.record(visit)


def _fetch(act: Act, background_id: UUID) -> Background:
    row = act.fetch(selectors.backgrounds(), background_id)
    act.concerns(row.case.client_id)
    return row


def _kept_from(actor: Actor, row: Background | None) -> dict[str, BackgroundPart]:
    """The parts of the wording so far that the writer may not read."""
    if row is None:
        return {}
    now = selectors.parts_now().filter(background=row)
    seen = policy.permitted(now, PreVisitAction.READ_PART, actor).values_list("pk", flat=True)
    return {part.heading: part for part in now.exclude(pk__in=list(seen))}


def _next_wording(act: Act, case: Any, visit: Any, row: Background | None) -> Background:
    now, writer = clock.now(), act.actor.person_id
    if row is None:
        return Background.objects.create(
            case=case,
            appointment=visit,
            written_at=now,
            written_by_id=writer,
            **home_of(case, Category.LIFE_SITUATION),
        )
    row.text_no += 1
    row.written_at, row.written_by_id = now, writer
    _save(row)
    return row


def _category_of(key: str, of_health: Category) -> Category:
    heading = selectors.headings()[key]
    return of_health if heading.category is Category.HEALTH else heading.category


def _put(row: Background, key: str, text: str, category: Category) -> None:
    BackgroundPart.objects.create(
        case_id=row.case_id,
        background=row,
        text_no=row.text_no,
        heading=key,
        text=text,
        **home_of(row, category),
    )


def _answer(
    act: Act,
    row: Background,
    answer: Answer,
    *,
    read_no: int,
    words: str = "",
    how: AnsweredHow = AnsweredHow.SIGNED_IN,
    on: dt.date | None = None,
) -> None:
    signed_in = how is AnsweredHow.SIGNED_IN
    # A worker writes down what the client said of the paper, which holds all of it.
    hidden = _kept_from(act.actor, row) if signed_in else {}
    day = on or clock.today()
    refuse_if(
        obstacles_to_answering(
            answer=answer,
            words=words,
            read_no=read_no,
            now_no=row.text_no,
            stands=selectors.stands(row),
            all_shown=not hidden,
            on=day,
            today=clock.today(),
        )
    )
    row.answer, row.answered_no, row.answered_on, row.answered_how = answer, row.text_no, day, how
    row.answered_by_id = act.actor.account_id if signed_in else None
    row.answer_words = words.strip()
    _save(row)
    told = Told.APPROVED if answer is Answer.APPROVED else Told.OTHERWISE
    _tell(act, row, told, words=row.answer_words)
    require_next_step(row.case)


def _save(row: Background) -> None:
    row.version += 1
    row.save()


def _tell(act: Act, row: Background, what: Told, *, words: str = "") -> None:
    """The timeline says what happened; what stands in the background is read there."""
    said = bool(words)
    add_entry(
        act,
        row.case,
        kind=EntryKind.MESSAGE if said else EntryKind.EVENT,
        source=Source.CLIENT if said else Source.OWN_OBSERVATION,
        text=words,
        in_own_words=said,
        way=Way.PORTAL if said and row.answered_how == AnsweredHow.SIGNED_IN else "",
        about_type=what,
        about_id=row.pk,
    )
