"""Asking for statements, signing, amending and taking back what was asked."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import Allowed
from kaveri.casebook.cases.domain import Act as Row
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.statements.actions import StatementAction
from kaveri.steps.statements.domain import (
    GroundMissing,
    HeadingsEmpty,
    Kind,
    State,
    Told,
    empty_headings,
    go_through_by,
    obstacles_to_amending,
    obstacles_to_asking,
    obstacles_to_signing,
    obstacles_to_withdrawing,
    written,
)
from kaveri.steps.statements.models import AskedStatement, SignedVersion
from kaveri.steps.statements.selectors import (
    kinds,
    newest,
    of_case,
    stands_near_until,
    statements,
    who_can_write,
)

SOURCE = "statements.askedstatement"


@dataclass(frozen=True, slots=True)
class _Known:
    """The kind of information a statement holds, as a ground is asked of it."""

    controller_id: UUID
    register: str
    service_task: str
    category: str


def ask_statement(
    *,
    actor: Actor,
    case_id: UUID,
    kind: str,
    writer_id: UUID,
    question: str,
    due_on: dt.date,
    sending: UUID | None = None,
) -> AskedStatement:
    """A doctor or the team is asked for a statement: the question, by when; who is asked has a ground."""
    with acting(StatementAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        row = request_statement(
            act, case, kind=kinds()[kind], writer_id=writer_id, question=question, due_on=due_on
        )
        act.record(row, facts={"case": str(case.id), "kind": kind})
    return row


def request_statement(
    act: Act, case: Any, *, kind: Kind, writer_id: UUID, question: str, due_on: dt.date
) -> AskedStatement:
    """The request stands, and is the writer's step by its day."""
    writer = who_can_write(case.id).filter(pk=writer_id).first()
    refuse_if(
        obstacles_to_asking(
            case_open=case.state == CaseState.OPEN,
            question=question,
            writer_near=writer is not None,
            due_on=due_on,
            writer_until=stands_near_until(case.id, writer_id),
        )
    )
    row = AskedStatement(
        case=case,
        kind=kind.key,
        question=question.strip(),
        ground=_ground(case, writer, kind.category),
        asked_by_id=act.actor.person_id,
        asked_at=clock.now(),
        writer_id=writer_id,
        due_on=due_on,
        **home_of(case, Category(kind.category)),
    )
    row.save()
    set_task(
        act,
        case,
        kind=TaskKind.WRITE_STATEMENT,
        owner_id=writer_id,
        due_on=due_on,
        source_type=SOURCE,
        source_id=row.id,
    )
    _tell(act, case, row, Told.ASKED)
    if writer_id != act.actor.account_id:
        notify(act, writer_id)
    return row


def sign_statement(
    *,
    actor: Actor,
    statement_id: UUID,
    version: int,
    texts: Mapping[str, str],
    sending: UUID | None = None,
) -> SignedVersion:
    """The statement is signed and with that delivered: to whoever asked, and to the client."""
    with acting(StatementAction.SIGN, actor=actor, sending=sending) as act:
        row = act.fetch(statements(), statement_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(obstacles_to_signing(state=State(row.state)))
        signed = _sign(act, row, texts, number=1)
        close_tasks_of(act, row.id)
        if case.state == CaseState.OPEN:
            set_task(
                act,
                case,
                kind=TaskKind.GO_THROUGH_STATEMENT,
                owner_id=case.case_manager_id,
                due_on=go_through_by(clock.today()),
                source_type=SOURCE,
                source_id=row.id,
            )
        require_next_step(case)
        _deliver(act, case, row, Told.SIGNED)
        act.record(row, facts={"case": str(case.id), "number": 1})
    return signed


def amend_statement(
    *,
    actor: Actor,
    statement_id: UUID,
    version: int,
    texts: Mapping[str, str],
    why: str,
    sending: UUID | None = None,
) -> SignedVersion:
    """A new version beside the one before, with the reason; both get it who got the first."""
    with acting(StatementAction.AMEND, actor=actor, sending=sending) as act:
        row = act.fetch(statements(), statement_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        before = newest(row.id)
        refuse_if(
            obstacles_to_amending(
                state=State(row.state),
                why=why,
                before=before.texts if before else {},
                after=written(kinds()[row.kind], texts),
            )
        )
        signed = _sign(act, row, texts, number=(before.number if before else 0) + 1, why=why)
        _deliver(act, case, row, Told.AMENDED)
        act.record(row, facts={"case": str(case.id), "number": signed.number})
    return signed


def withdraw_statement(
    *,
    actor: Actor,
    statement_id: UUID,
    version: int,
    reason: str,
    sending: UUID | None = None,
) -> AskedStatement:
    """The statement is not needed after all; whoever was to write it need not."""
    with acting(StatementAction.WITHDRAW, actor=actor, sending=sending) as act:
        row = act.fetch(statements(), statement_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(obstacles_to_withdrawing(state=State(row.state), reason=reason))
        take_back(act, case, row, reason=reason)
        require_next_step(case)
        act.record(row, facts={"case": str(case.id)})
    return row


def take_back(act: Act, case: Any, row: AskedStatement, *, reason: str) -> None:
    """Nobody waits for it any more."""
    row.state, row.closed_at, row.reason = State.WITHDRAWN, clock.now(), reason.strip()
    row.version += 1
    row.save(update_fields=["state", "closed_at", "reason", "version"])
    close_tasks_of(act, row.id, state=TaskState.DROPPED)
    _tell(act, case, row, Told.WITHDRAWN)
    if row.writer_id != act.actor.account_id:
        notify(act, row.writer_id)


def take_back_open(act: Act, case: Any) -> None:
    """The support ends: what nobody has written by then is no longer asked for."""
    for row in of_case(case.pk).filter(state=State.ASKED):
        take_back(act, case, row, reason="")


def _sign(
    act: Act, row: AskedStatement, texts: Mapping[str, str], *, number: int, why: str = ""
) -> SignedVersion:
    kind = kinds()[row.kind]
    if missing := empty_headings(kind, texts):
        raise HeadingsEmpty(missing)
    moment = clock.now()
    row.state, row.closed_at = State.SIGNED, row.closed_at or moment
    row.version += 1
    row.save(update_fields=["state", "closed_at", "version"])
    return SignedVersion.objects.create(
        statement=row,
        number=number,
        kind_version=kind.version,
        texts=written(kind, texts),
        why=why.strip(),
        signed_by_id=act.actor.person_id,
        signed_at=moment,
    )


def _deliver(act: Act, case: Any, row: AskedStatement, what: Told) -> None:
    """It stands where the asker and the client read it; each gets a mail that says nothing of it."""
    _tell(act, case, row, what)
    for account_id in {row.asked_by_id, case.case_manager_id, case.client.account_id}:
        if account_id != act.actor.account_id:
            notify(act, account_id)


def _tell(act: Act, case: Any, row: AskedStatement, what: Told) -> None:
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        about_type=what,
        about_id=row.id,
    )


def _ground(case: Any, writer: Any, category: str) -> str:
    """On what the writer knows of the matter; without a ground nobody is asked."""
    known = _Known(case.controller_id, case.register, case.service_task, category)
    found = Allowed(people.actor_of(writer), Row.STATEMENT_READ, case.client_id).ground(known)
    if not found:
        raise GroundMissing(writer.organisation_id, writer.register, category)
    return found
