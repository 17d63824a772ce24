"""Asking a colleague about a client, answering, saying no, taking the question back."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import Act as Row
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, lock_case, open_relation
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks import domain as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import (
    close_tasks_of,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.services.parts import follower, in_working_days
from kaveri.steps.case_consultation import selectors
from kaveri.steps.case_consultation.actions import QuestionAction
from kaveri.steps.case_consultation.domain import (
    READ_WITHIN,
    AskedFacts,
    Asking,
    QuestionState,
    Told,
    obstacles_to_answering,
    obstacles_to_asking,
    obstacles_to_taking_back,
)
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.teams.domain import GroundMissing
from kaveri.steps.teams.services.ground import missing_ground

SOURCE = "case_consultation.question"


def ask_about_client(
    *,
    actor: Actor,
    case_id: UUID,
    asked_id: UUID,
    asking: Asking,
    told: tasks.Told | None = None,
    sending: UUID | None = None,
) -> Question:
    """A colleague with a ground is asked; the one who asks makes sure that the answer comes."""
    with acting(QuestionAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        colleague = selectors.colleagues().filter(pk=asked_id).first()
        refuse_if(obstacles_to_asking(asking, _facts(act, case, colleague)))
        assert colleague is not None  # noqa: S101 - refused above
        told_of = {asking.category, Category.IDENTITY_CONTACT}
        missing = missing_ground(case, case.client_id, [colleague], told_of, Row.CASE_ITEMS_READ)
        if missing:
            raise GroundMissing(missing)
        row = Question.objects.create(
            case=case,
            topic=asking.topic,
            asked_as=asking.asked_as,
            question=asking.question.strip(),
            asked=colleague,
            asked_by_id=act.actor.person_id,
            from_unit_id=_unit_of(act.actor, case),
            asked_at=clock.now(),
            answer_by=asking.answer_by,
            **home_of(case, asking.category),
        )
        open_relation(
            act,
            RelationKind.RECEIVER,
            account_id=colleague.pk,
            case_id=case.pk,
            source_type=SOURCE,
            source_id=row.pk,
        )
        task = _follow(
            act, row, TaskKind.COLLEAGUE_ANSWER, owner_id=row.asked_by_id, due_on=row.answer_by
        )
        if told:
            tell_client(act, task, how=told)
        _entry(act, row, Told.ASKED, row.question)
        outbox.put(address=colleague.email, language=colleague.language)
        require_next_step(case)
        act.record(row, facts={"as": asking.asked_as, "category": asking.category})
    return row


def answer_question(
    *, actor: Actor, question_id: UUID, answer: str, sending: UUID | None = None
) -> Question:
    """The colleague answers: it stands on the timeline, and somebody decides what it means."""
    with acting(QuestionAction.ANSWER, actor=actor, sending=sending) as act:
        row = _reply(act, question_id, QuestionState.ANSWERED, answer)
        act.record(row)
    return row


def decline_question(
    *, actor: Actor, question_id: UUID, reason: str, sending: UUID | None = None
) -> Question:
    """The colleague cannot answer and says why; the one who asked finds another way."""
    with acting(QuestionAction.DECLINE, actor=actor, sending=sending) as act:
        row = _reply(act, question_id, QuestionState.NOT_ANSWERED, reason)
        act.record(row)
    return row


def take_back_question(
    *,
    actor: Actor,
    question_id: UUID,
    reason: str,
    version: int,
    next_what: str = "",
    next_due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Question:
    """The answer is not needed any more, or is asked of somebody else; the colleague no longer sees anything."""
    with acting(QuestionAction.TAKE_BACK, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.questions(), question_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_taking_back(
                state=row.state, reason=reason, next_what=next_what, next_due_on=next_due_on
            )
        )
        owner_id = follower(case, row.pk)
        _end(act, row, QuestionState.TAKEN_BACK, reason)
        _entry(act, row, Told.TAKEN_BACK, row.words)
        if next_what.strip() and next_due_on and case.state == CaseState.OPEN:
            set_task(
                act,
                case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=owner_id,
                due_on=next_due_on,
            )
        require_next_step(case)
        act.record(row)
    return row


def let_questions_fall(act: Act, case: Any) -> None:
    """The support ends: nobody answers any more, and who was asked sees nothing from then on."""
    for row in selectors.waiting().filter(case_id=case.pk):
        _end(act, row, QuestionState.TAKEN_BACK, "")


def _facts(act: Act, case: Any, colleague: Account | None) -> AskedFacts:
    return AskedFacts(
        case_open=case.state == CaseState.OPEN,
        is_oneself=colleague is not None and colleague.pk == act.actor.account_id,
        at_work=colleague is not None,
        in_a_team=colleague is not None and selectors.sits_in_a_team(colleague.pk),
        today=clock.today(),
    )


def _unit_of(actor: Actor, case: Any) -> UUID | None:
    """The unit of the one who asks: the case's own when they work there, else one of theirs."""
    if case.unit_id in actor.unit_ids:
        return UUID(str(case.unit_id))
    return min(actor.unit_ids, default=None, key=str)


def _reply(act: Act, question_id: UUID, state: QuestionState, text: str) -> Question:
    row = act.fetch(selectors.questions(), question_id)
    case = lock_case(act, row.case_id)
    act.concerns(case.client_id)
    answers = state is QuestionState.ANSWERED
    refuse_if(
        obstacles_to_answering(
            state=row.state, text=text, answers=answers, case_open=case.state == CaseState.OPEN
        )
    )
    owner_id = follower(case, row.pk)
    _end(act, row, state, text)
    _entry(act, row, Told.ANSWERED if answers else Told.NOT_ANSWERED, row.words)
    _follow(
        act,
        row,
        TaskKind.COLLEAGUE_ANSWERED,
        owner_id=owner_id,
        due_on=in_working_days(READ_WITHIN),
    )
    waiting = people.accounts().filter(pk=owner_id).first()
    if waiting is not None:
        outbox.put(address=waiting.email, language=waiting.language)
    require_next_step(case)
    return row


def _follow(act: Act, row: Question, kind: TaskKind, *, owner_id: UUID, due_on: dt.date) -> Any:
    return set_task(
        act,
        row.case,
        kind=kind,
        owner_id=owner_id,
        due_on=due_on,
        category=Category(row.category),
        source_type=SOURCE,
        source_id=row.pk,
    )


def _end(act: Act, row: Question, state: QuestionState, words: str) -> None:
    row.state, row.words, row.ended_at = state, words.strip(), clock.now()
    row.ended_by_id = act.actor.account_id
    row.version += 1
    row.save(update_fields=["state", "words", "ended_at", "ended_by", "version"])
    close_tasks_of(act, row.pk)
    close_relations(act, source_type=SOURCE, source_id=row.pk)


def _entry(act: Act, row: Question, what: Told, text: str) -> None:
    """The timeline tells what was asked and answered; whose words it is stands in its record."""
    add_entry(
        act,
        row.case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        text=text,
        category=Category(row.category),
        about_type=what,
        about_id=row.pk,
    )
