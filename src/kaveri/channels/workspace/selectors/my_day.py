"""A worker's day: the cases and contacts they carry, with the one question answered for each."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.records.domain import Register
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import NextStep, TaskKind
from kaveri.casebook.tasks.selectors import StepLine
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.domain import Row, WorkFacts, in_order
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.case_consultation import selectors as case_consultation
from kaveri.steps.case_consultation.actions import QuestionAction
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.insight import selectors as insight
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.planning import selectors as planning
from kaveri.steps.referral_out import selectors as referral_out
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import OPEN_STATES as OPEN_REFERRALS

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.contacts.models import Contact
    from kaveri.casebook.tasks.models import Task
    from kaveri.steps.case_consultation.models import Question
    from kaveri.steps.coordination.models import EndedPart, Handover, Member
    from kaveri.steps.referral_out.models import ReferralOut

CARRIED_BY = (RelationKind.CASE_MANAGER, RelationKind.SUBSTITUTE)
MOST_OF_PLANS = 8
OFFERS = (TaskKind.ANSWER_PASSED_ON,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything a worker carries today, read in one look."""

    today: dt.date
    first: list[Row]
    cases: "Mapping[UUID, Case]"
    contacts: "Mapping[UUID, Contact]"
    tasks: "Mapping[UUID, Task]"
    steps: Mapping[UUID, NextStep]
    lines: Mapping[UUID, StepLine]
    offers: "list[Task]"
    handovers: "list[Handover]"
    waits: "list[Task]"
    referrals: "list[ReferralOut]"
    # What colleagues ask the reader about clients.
    questions: "list[Question]"
    invitations: "list[Member]"
    ended: "list[EndedPart]"
    plans: Mapping[UUID, planning.PlanStanding]
    # What plans ask of the reader: to agree to, to know, to answer.
    calls: planning.Calls
    # How many statements are asked of the reader, and the first day one is due.
    statements: tuple[int, dt.date | None]
    # Overdue steps in the units the reader manages.
    risen: int
    # Requests about the log that nobody can answer, for those who can see to it.
    unseen: int


def day_of(actor: Actor, language: str) -> Day:
    """What this worker carries, the worst first."""
    today = clock.today()
    with looking(WorkspaceAction.MY_DAY, actor=actor) as look:
        look.allow()
        carried = cases.relations_of(actor.account_id).filter(kind__in=CARRIED_BY)
        mine = {
            case.id: case
            for case in look.listed(
                cases.cases()
                .filter(state=CaseState.OPEN, id__in=carried.values("case_id"))
                .annotate(**planning.standing_columns()),
                WorkspaceAction.CASES,
            )
        }
        readable = look.rows(tasks.open_tasks(), TaskAction.READ).filter(
            Q(case_id__in=list(mine)) | Q(owner_id=actor.account_id, case__isnull=False)
        )
        # What is offered to somebody is not theirs yet: they see the offer, nothing behind it.
        offered = look.rows(tasks.open_tasks().filter(kind__in=OFFERS), TaskAction.MY_TASKS)
        rows = {
            task.id: task
            for task in (readable | offered).select_related(
                "owner", "case", "case__client", "contact"
            )
        }
        owned = {
            contact.id: contact
            for contact in look.rows(
                contacts.contacts().filter(owner_id=actor.account_id, state__in=OPEN_STATES),
                WorkspaceAction.CONTACTS,
            ).order_by("due_on", "arrived_at", "id")
        }
        handovers = list(
            look.rows(coordination.handovers(), CoordinationAction.READ_OFFERS).order_by(
                "offered_at", "id"
            )
        )
        referrals = list(
            look.listed(
                referral_out.referrals().filter(state__in=sorted(OPEN_REFERRALS)),
                ReferralOutAction.MINE,
            ).order_by("answer_by", "id")
        )
        questions = list(look.listed(case_consultation.waiting(), QuestionAction.MINE))
        invitations = list(
            look.rows(coordination.invitations(), CoordinationAction.READ_INVITATION)
        )
        ended = _ended(look, carries=bool(mine))
        unseen = _unseen(look)
        risen = coordination.late_in_my_units(look) if actor.managed_unit_ids else 0
        steps = tasks.next_steps(
            {case.id: case.case_manager_id for case in mine.values()}, among=rows.values()
        )
        lines = tasks.step_lines(
            steps,
            clients={case.id: case.client.first_name for case in mine.values()},
            known={task.owner_id: task.owner for task in rows.values()},
        )
        plans = {case.id: planning.standing_of(vars(case)) for case in mine.values()}
        calls = planning.calls(look, language, most=MOST_OF_PLANS)
        look.shows(mine.values())
        look.shows(referrals, "case.client_id")
        look.shows(questions, "case.client_id")
        look.concerns(invitation.case.client_id for invitation in invitations)
        look.concerns(call.client_id for call in calls)
        look.concerns(task.case.client_id for task in rows.values() if task.case)
    return Day(
        today=today,
        first=in_order(_facts(rows, steps, owned), today=today),
        cases=mine | {t.case_id: t.case for t in rows.values() if t.case and t.case_id},
        contacts=owned,
        tasks=rows,
        steps=steps,
        lines=lines,
        offers=sorted(
            (t for t in rows.values() if t.kind in OFFERS and t.owner_id == actor.account_id),
            key=lambda task: (task.due_on, task.made_at, task.id),
        ),
        handovers=handovers,
        referrals=referrals,
        questions=questions,
        invitations=invitations,
        ended=ended,
        plans=plans,
        calls=calls,
        statements=_to_write(rows.values(), actor),
        risen=risen,
        unseen=unseen,
        waits=[t for t in rows.values() if t.kind == TaskKind.KEEP_CONTACT and t.case_id in mine],
    )


def _to_write(rows: "Iterable[Task]", actor: Actor) -> tuple[int, dt.date | None]:
    days = [
        row.due_on
        for row in rows
        if row.kind == TaskKind.WRITE_STATEMENT and row.owner_id == actor.account_id
    ]
    return len(days), min(days, default=None)


def _unseen(look: Look) -> int:
    if not policy.may(InsightAction.UNSEEN, look.actor):
        return 0
    with look.through(InsightAction.UNSEEN):
        return insight.nobody_answers()


def _facts(
    rows: "Mapping[UUID, Task]",
    steps: Mapping[UUID, NextStep],
    owned: "Mapping[UUID, Contact]",
) -> list[WorkFacts]:
    known = {step.task_id: step.client_knows for step in steps.values()}
    found = [
        WorkFacts(
            about_id=task.case_id,
            kind=task.kind,
            due_on=task.due_on,
            task_id=task.id,
            client_knows=known.get(task.id, True),
            unknown_since=task.stands_since.astimezone(clock.HELSINKI).date(),
        )
        for task in rows.values()
        if task.case_id and not task.client_part
    ]
    found += [
        WorkFacts(about_id=about, is_missing=True)
        for about, step in steps.items()
        if step.is_fallback
    ]
    found += [
        WorkFacts(about_id=contact.id, is_contact=True, due_on=contact.due_on)
        for contact in owned.values()
    ]
    return found


def _ended(look: Look, *, carries: bool) -> "list[EndedPart]":
    """Parts of others' cases that ended; not asked where a register of the county's own is all there is."""
    if carries and look.actor.register != Register.OWN:
        return []
    rows = coordination.ended_parts(clock.today())
    return list(look.rows(rows, CoordinationAction.READ_ENDED_PARTS))
