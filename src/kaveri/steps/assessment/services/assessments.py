"""Following an assessment of work ability from its question to its result."""

import datetime as dt
from uuid import UUID

from django.db.models import F

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import (
    close_tasks_of,
    require_next_step,
    tell_client,
)
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.domain import (
    AssessmentObstacle,
    AssessmentState,
    NextThing,
    Question,
    Result,
    may_follow,
    obstacles_to_asking,
    obstacles_to_result,
)
from kaveri.steps.assessment.models import Assessment, AssessmentEvent
from kaveri.steps.assessment.selectors import assessments
from kaveri.steps.assessment.services import parts

# Working days within which a result is expected once the assessment is done.
RESULT_WITHIN = 10


def ask_assessment(
    *,
    actor: Actor,
    case_id: UUID,
    question: Question,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Assessment:
    """An assessment is asked for: somebody follows it from here until its result."""
    with acting(AssessmentAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        is_open = case.state == CaseState.OPEN
        refuse_if(obstacles_to_asking(question, case_open=is_open, today=clock.today()))
        row = Assessment.objects.create(
            case=case,
            question=question.text.strip(),
            asked_for=question.asked_for,
            examiner=question.examiner.strip(),
            due_on=question.due_on,
            asked_by_id=parts.somebody(act),
            asked_at=clock.now(),
            **home_of(case, Category.FUNCTIONING),
        )
        _note(act, row, AssessmentState.ASKED, on=question.due_on)
        _tell_timeline(act, row, AssessmentState.ASKED, question.text, Source.OWN_OBSERVATION)
        task = parts.follow(
            act,
            row,
            TaskKind.ASSESSMENT,
            due_on=question.due_on,
            owner_id=case.case_manager_id,
        )
        if told:
            tell_client(act, task, how=told)
        require_next_step(case)
        act.record(row, facts={"asked_for": question.asked_for})
    return row


def book_assessment(
    *,
    actor: Actor,
    assessment_id: UUID,
    on: dt.date,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Assessment:
    """A time is booked, or moved; the day after it somebody asks how it went."""
    with acting(AssessmentAction.BOOK, actor=actor, sending=sending) as act:
        row = _fetch(act, assessment_id)
        checks = {
            AssessmentObstacle.NOT_NOW: not may_follow(row.state, AssessmentState.BOOKED),
            AssessmentObstacle.DUE_HAS_PASSED: on < clock.today(),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        owner_id = parts.follower(row.case, row.id)
        _reach(row, AssessmentState.BOOKED, booked_on=on)
        _note(act, row, AssessmentState.BOOKED, on=on)
        _tell_timeline(act, row, AssessmentState.BOOKED, "", Source.OWN_OBSERVATION)
        after = parts.in_working_days(1, after=on)
        task = parts.follow(act, row, TaskKind.ASSESSMENT, due_on=after, owner_id=owner_id)
        if told and task is not None:
            tell_client(act, task, how=told)
        require_next_step(row.case)
        act.record(row)
    return row


def mark_assessment_done(
    *, actor: Actor, assessment_id: UUID, on: dt.date, sending: UUID | None = None
) -> Assessment:
    """The assessment has been made; its result is awaited by a day."""
    with acting(AssessmentAction.DONE, actor=actor, sending=sending) as act:
        row = _fetch(act, assessment_id)
        checks = {
            AssessmentObstacle.NOT_NOW: not may_follow(row.state, AssessmentState.DONE),
            AssessmentObstacle.DONE_IN_THE_FUTURE: on > clock.today(),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        owner_id = parts.follower(row.case, row.id)
        _reach(row, AssessmentState.DONE, done_on=on)
        _note(act, row, AssessmentState.DONE, on=on)
        due_on = parts.in_working_days(RESULT_WITHIN)
        parts.follow(act, row, TaskKind.ASSESSMENT, due_on=due_on, owner_id=owner_id)
        require_next_step(row.case)
        act.record(row)
    return row


def record_result(
    *,
    actor: Actor,
    assessment_id: UUID,
    result: Result,
    next_: NextThing,
    told: Told | None = None,
    version: int | None = None,
    sending: UUID | None = None,
) -> Assessment:
    """The result comes, with its source and what the person can do; what follows from it is said."""
    with acting(AssessmentAction.RECORD_RESULT, actor=actor, sending=sending) as act:
        row = _fetch(act, assessment_id, version=version)
        refuse_if(obstacles_to_result(row.state, result, next_))
        owner_id = parts.follower(row.case, row.id)
        _reach(
            row,
            AssessmentState.RESULT,
            result=result.text.strip(),
            result_source=result.source,
            can_do=result.can_do.strip(),
            told_how=told or "",
            told_on=clock.today() if told else None,
            ended_at=clock.now(),
        )
        _note(act, row, AssessmentState.RESULT)
        _tell_timeline(act, row, AssessmentState.RESULT, result.can_do, result.source)
        close_tasks_of(act, row.id)
        parts.set_next(act, row.case, next_, owner_id=owner_id)
        require_next_step(row.case)
        act.record(row, facts={"told": bool(told)})
    return row


def cancel_assessment(
    *,
    actor: Actor,
    assessment_id: UUID,
    reason: str,
    next_: NextThing,
    sending: UUID | None = None,
) -> Assessment:
    """The assessment is not made after all; why, and what is done instead."""
    with acting(AssessmentAction.CANCEL, actor=actor, sending=sending) as act:
        row = _fetch(act, assessment_id)
        checks = {
            AssessmentObstacle.NOT_NOW: not may_follow(row.state, AssessmentState.CANCELLED),
            AssessmentObstacle.NO_REASON: not reason.strip(),
            AssessmentObstacle.NO_NEXT_DAY: next_.lacks_day,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        owner_id = parts.follower(row.case, row.id)
        _reach(row, AssessmentState.CANCELLED, ended_at=clock.now())
        _note(act, row, AssessmentState.CANCELLED, text=reason)
        _tell_timeline(act, row, AssessmentState.CANCELLED, reason, Source.OWN_OBSERVATION)
        close_tasks_of(act, row.id)
        parts.set_next(act, row.case, next_, owner_id=owner_id)
        require_next_step(row.case)
        act.record(row)
    return row


def _fetch(act: Act, assessment_id: UUID, *, version: int | None = None) -> Assessment:
    row = act.fetch(assessments(), assessment_id, version=version)
    act.concerns(row.case.client_id)
    return row


def _reach(row: Assessment, state: AssessmentState, **known: object) -> None:
    row.state = state
    for field, value in known.items():
        setattr(row, field, value)
    row.version = F("version") + 1
    row.save()
    row.refresh_from_db(fields=["version"])


def _note(
    act: Act, row: Assessment, state: AssessmentState, *, on: dt.date | None = None, text: str = ""
) -> None:
    AssessmentEvent.objects.create(
        assessment=row,
        state=state,
        at=clock.now(),
        by_id=parts.somebody(act),
        on=on,
        note=text.strip(),
    )


def _tell_timeline(
    act: Act, row: Assessment, state: AssessmentState, text: str, source: Source
) -> None:
    add_entry(
        act,
        row.case,
        kind=EntryKind.EVENT,
        source=source,
        text=text.strip(),
        category=Category(row.category),
        about_type=f"assessment.{state}",
        about_id=row.id,
    )
