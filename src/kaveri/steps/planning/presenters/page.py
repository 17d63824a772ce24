"""The plan on one page: what each part shows, and what may be done there."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.tasks.selectors.head_words import address, may
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import How, Part, PlanForm, PlanState, PlanStatus, Topic
from kaveri.steps.planning.presenters.lines import (
    CommentLine,
    GoalLine,
    RowAddresses,
    RowLine,
    StatementLine,
    approval_words,
    goal_line,
    level_of,
    row_line,
    said_about,
    statement_line,
)
from kaveri.steps.planning.presenters.timetable import Timetable, timetable
from kaveri.steps.planning.selectors import PlanHead, PlanParts

SITUATION = (Topic.LIFE_SITUATION, Topic.WORK_ABILITY, Topic.EARLIER_SUPPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    send: str
    back: str
    form: KaveriForm
    # Where one sees first what the law asks, when the form agrees to the whole.
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """What the one who looks may do with the plan."""

    edit: bool = False
    agree: bool = False
    record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """Everything the page of the plan shows."""

    plan_id: UUID
    version: int
    is_full: bool
    status: Any
    status_kind: str
    words: str
    goals: list[GoalLine]
    situation: list[StatementLine]
    competence: list[StatementLine]
    rows: list[RowLine]
    picture: Timetable | None
    follow_up_on: dt.date | None
    follow_up_what: str
    follow_up_who: str
    follow_up_late: bool
    # What has been said about the words, about the follow-up, and about the whole.
    about_words: list[CommentLine]
    about_follow_up: list[CommentLine]
    comments: list[CommentLine]
    unanswered: int
    duties: str
    contents: str
    keeping: list[str]
    newest_id: UUID | None
    newest_number: int
    approvals: list[str]
    # Where the paper that was signed is put among the documents of the case.
    to_documents: str
    may: May
    being_written: bool
    # The reader made the newest version and has not said that they know it.
    to_confirm: bool


def plan_page(
    plan: PlanHead,
    held: PlanParts,
    head: CaseHead,
    *,
    approvals: list[Any],
    keeping: list[str],
) -> PlanPage:
    """The page, from what this reader may see."""
    today, language = clock.today(), dates.known_language(get_language())
    follow_up, status = plan.follow_up, plan.standing.status
    goals = {goal.root_id: goal for goal in held.goals}
    items = [*held.goals, *held.statements, *held.rows]
    said = said_about(held.comments, {item.id for item in items})
    # Also a draft whose follow-up day has passed is written in.
    being_written = plan.state == PlanState.DRAFT
    allowed = May(
        edit=head.is_open and plan.may_edit,
        agree=head.is_open and plan.may_agree,
        record=head.is_open and plan.may_record,
    )
    addresses = RowAddresses(
        head.case_id,
        change=allowed.edit and being_written,
        mark=allowed.edit,
        record=allowed.record,
    )
    rows = [
        row_line(
            row,
            head,
            said,
            addresses=addresses,
            agreed_on=held.agreements.get(row.id),
            may_agree=head.is_open and row.may_agree,  # type: ignore[attr-defined]
            today=today,
            language=language,
        )
        for row in held.rows
    ]
    drawn = [(row, line.what) for row, line in zip(held.rows, rows, strict=True)]
    return PlanPage(
        plan_id=plan.id,
        version=plan.version,
        is_full=plan.form == PlanForm.FULL,
        status=labels.BEING_REVISED
        if plan.standing.being_revised and status in {PlanStatus.AGREED, PlanStatus.WAITING}
        else labels.STATUSES[status],
        status_kind="neutral"
        if plan.standing.being_revised and status is PlanStatus.AGREED
        else _KINDS.get(status, "neutral"),
        words=plan.words,
        goals=[goal_line(goal, goals, said) for goal in sorted(held.goals, key=level_of)],
        situation=[
            statement_line(row, said) for row in held.statements if Topic(row.topic) in SITUATION
        ],
        competence=[
            statement_line(row, said)
            for row in held.statements
            if Topic(row.topic) not in SITUATION
        ],
        rows=rows,
        picture=timetable(drawn, today=today, language=language),
        follow_up_on=follow_up.on if follow_up else None,
        follow_up_what=follow_up.what if follow_up else "",
        follow_up_who=follow_up.who if follow_up else "",
        follow_up_late=bool(follow_up and follow_up.on < today),
        about_words=said.get(Part.WORDS, []),
        about_follow_up=said.get(Part.FOLLOW_UP, []),
        comments=said.get(None, []),
        unanswered=sum(not comment.answer for comment in held.comments),
        duties=address("workspace:duties", case_id=head.case_id)
        if may(head.relations, Act.PLAN_APPROVAL_RECORD_ON_PAPER)
        else "",
        contents=address("other_plans:contents", case_id=head.case_id),
        keeping=keeping,
        newest_id=plan.newest_id,
        newest_number=plan.newest_number,
        to_confirm=plan.to_confirm,
        approvals=[approval_words(row, language) for row in approvals],
        to_documents=address("workspace:document_add", case_id=head.case_id)
        if allowed.record and any(row.how == How.PAPER for row in approvals)
        else "",
        may=allowed,
        being_written=being_written,
    )


_KINDS = {
    PlanStatus.AGREED: "success",
    PlanStatus.WAITING: "warning",
    PlanStatus.OUT_OF_DATE: "danger",
}
