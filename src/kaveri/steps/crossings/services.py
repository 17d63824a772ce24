"""A worker leaves: one act moves all they carry. A person comes back: what was known comes along."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import PREDECESSOR_DAYS, CaseState, RelationKind
from kaveri.casebook.cases.services import (
    close_relations,
    hand_on_ended,
    lock_case,
    open_relation,
)
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.directory.services import pass_turn
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import add_answer
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.access.policy import permitted
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.services import close_account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.services import carry_over
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.coordination import services as coordinating
from kaveri.steps.coordination.domain import AbsenceFacts, overlap
from kaveri.steps.crossings.actions import CrossingAction
from kaveri.steps.crossings.domain import (
    Burden,
    Carried,
    GroundworkObstacle,
    LeavingObstacle,
    ReceiverFacts,
    obstacles_to_leaving,
    obstacles_to_reuse,
)
from kaveri.steps.crossings.selectors import (
    burdens,
    carried_over,
    earlier_answers,
    earlier_cases,
    earlier_statements,
)
from kaveri.steps.referral.selectors.handling import open_offers
from kaveri.steps.referral.services import move_contact, redirect_offer

Receivers = Mapping[UUID, UUID]


def leave_service(
    *,
    actor: Actor,
    account_id: UUID,
    receivers: Receivers,
    sending: UUID | None = None,
) -> Account:
    """Everything goes to those named, the clients are to be told, and the account closes; or nothing does."""
    with acting(CrossingAction.LEAVE, actor=actor, sending=sending) as act:
        account = act.fetch(people.accounts(), account_id)
        carried = burdens(account.id)
        refuse_if(
            obstacles_to_leaving(
                carried,
                {burden.id: _facts(account, burden, receivers) for burden in carried},
                is_closed=account.closed_at is not None,
            )
        )
        for burden in carried:
            _MOVES[burden.kind](act, account, burden, receivers.get(burden.id))
        # Whatever came while this was chosen is named at the next try.
        refuse_if([LeavingObstacle.STILL_CARRIES] if burdens(account.id) else [])
        coordinating.let_worker_out(act, account.id)
        close_relations(act, account_id=account.id)
        close_account(act, account)
        act.record(account, facts=_counted(carried))
    return account


def _facts(account: Account, burden: Burden, receivers: Receivers) -> ReceiverFacts | None:
    to_id = receivers.get(burden.id)
    if to_id is None:
        return None
    receiver = people.professionals().filter(pk=to_id).first()
    away = False
    if burden.kind == Carried.SUBSTITUTION:
        absence = people.every_absence().get(pk=burden.id)
        days = AbsenceFacts(from_on=absence.from_on, until_on=absence.until_on)
        others = coordination.absence_facts(people.absences_to_come(to_id))
        away = absence.account_id == to_id or any(overlap(days, other) for other in others)
    return ReceiverFacts(
        is_active=receiver is not None,
        leaves=to_id == account.id,
        has_ground=receiver is not None and _may_see(receiver, account, burden),
        is_away=away,
    )


def _may_see(receiver: Account, account: Account, burden: Burden) -> bool:
    if burden.kind in {Carried.CASE, Carried.PROMISE}:
        return coordination.has_ground(receiver, cases.cases().get(pk=burden.id))
    if burden.kind == Carried.CONTACT:
        return coordination.has_ground(receiver, contacts.contacts().get(pk=burden.id))
    mine = (account.organisation_id, account.register)
    return (receiver.organisation_id, receiver.register) == mine


def _move_case(act: Act, _account: Account, burden: Burden, to_id: UUID | None) -> None:
    case = lock_case(act, burden.id)
    act.concerns(case.client_id)
    coordinating.withdraw_open_offer(act, case)
    coordinating.take_over(act, case, to_id=_named(to_id), told=None, about_id=case.id)
    coordinating.it_is_agreed_who_carries(act, case, to_id=_named(to_id))
    require_next_step(case)


def _move_contact(act: Act, _account: Account, burden: Burden, to_id: UUID | None) -> None:
    move_contact(act, contacts.contacts().get(pk=burden.id), to_id=_named(to_id))


def _redirect_offer(act: Act, _account: Account, burden: Burden, to_id: UUID | None) -> None:
    redirect_offer(act, open_offers().get(pk=burden.id), to_id=_named(to_id))


def _part_with_pair(act: Act, account: Account, burden: Burden, _to: UUID | None) -> None:
    case = lock_case(act, burden.id)
    act.concerns(case.client_id)
    coordinating.part_with_pair(act, case, account_id=account.id, to_id=case.case_manager_id)
    require_next_step(case)


def _move_tasks(act: Act, account: Account, burden: Burden, _to: UUID | None) -> None:
    case = lock_case(act, burden.id)
    act.concerns(case.client_id)
    coordinating.move_work(act, case, from_id=account.id, to_id=case.case_manager_id)
    require_next_step(case)


def _move_promise(act: Act, account: Account, burden: Burden, to_id: UUID | None) -> None:
    case = lock_case(act, burden.id)
    act.concerns(case.client_id)
    hand_on_ended(act, case, to_id=_named(to_id))
    coordinating.move_work(act, case, from_id=account.id, to_id=_named(to_id))


def _move_substitution(act: Act, _account: Account, burden: Burden, to_id: UUID | None) -> None:
    absence = people.every_absence().get(pk=burden.id)
    coordinating.pass_on_substitution(act, absence, to_id=_named(to_id))


def _turn_down(act: Act, _account: Account, burden: Burden, _to: UUID | None) -> None:
    offer = coordination.handovers().get(pk=burden.id)
    case = lock_case(act, offer.case_id)
    act.concerns(case.client_id)
    coordinating.turn_down(act, offer, case, reason="")
    require_next_step(case)


def _move_turn(act: Act, account: Account, burden: Burden, to_id: UUID | None) -> None:
    pass_turn(act, directory.duty_turns(account.id).get(pk=burden.id), to_id=_named(to_id))


def _end_absence(act: Act, account: Account, burden: Burden, _to: UUID | None) -> None:
    coordinating.close_absence(act, people.absences_to_come(account.id).get(pk=burden.id))


def _named(to_id: UUID | None) -> UUID:
    if to_id is None:
        raise AssertionError("a receiver was asked for")
    return to_id


def _counted(carried: list[Burden]) -> dict[str, int]:
    return {kind: sum(1 for each in carried if each.kind == kind) for kind in Carried}


_Move = Callable[[Act, Account, Burden, UUID | None], None]
_MOVES: Mapping[Carried, _Move] = {
    Carried.CASE: _move_case,
    Carried.CONTACT: _move_contact,
    Carried.PAIR: _part_with_pair,
    Carried.TASKS: _move_tasks,
    Carried.PROMISE: _move_promise,
    Carried.SUBSTITUTION: _move_substitution,
    Carried.OFFER: _turn_down,
    Carried.CONTACT_OFFER: _redirect_offer,
    Carried.DUTY: _move_turn,
    Carried.ABSENCE: _end_absence,
}


def ask_for_earlier(*, actor: Actor, case_id: UUID, sending: UUID | None = None) -> int:
    """Whoever now carries the person's case opens the earlier ones of the same record, to read, for a time.

    It opens as to one who comes after: reading only, closed by itself. The log says why.
    """
    with acting(CrossingAction.ASK_EARLIER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        closed = [
            earlier
            for earlier in earlier_cases(case)
            if not cases.has_relation(act.actor.person_id, earlier.id, *RelationKind)
        ]
        refuse_if([] if closed else [GroundworkObstacle.NOTHING_EARLIER])
        for earlier in closed:
            open_relation(
                act,
                RelationKind.PREDECESSOR,
                account_id=act.actor.person_id,
                case_id=earlier.id,
                source_type="crossings.earlier",
                source_id=case.id,
                until_at=clock.now() + dt.timedelta(days=PREDECESSOR_DAYS),
            )
        act.record(case, ground="own", facts={"opened": [str(each.id) for each in closed]})
    return len(closed)


def reuse_groundwork(
    *,
    actor: Actor,
    case_id: UUID,
    statement_ids: Iterable[UUID] = (),
    answer_ids: Iterable[UUID] = (),
    sending: UUID | None = None,
) -> int:
    """What was known before is used again: words, source and day stay as they were.

    Only what the worker may read is carried over, and nothing that has been carried over already.
    """
    with acting(CrossingAction.REUSE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        wanted, asked = set(statement_ids), set(answer_ids)
        said = earlier_statements(case.client_id, case.id).filter(pk__in=wanted)
        statements = list(permitted(said, AssessmentAction.READ_STATEMENT, actor))
        measured = earlier_answers(case.client_id, case.id).filter(pk__in=asked)
        measures = list(permitted(measured, MeasureAction.READ, actor))
        if len(statements) != len(wanted) or len(measures) != len(asked):
            raise Denied(act.action)
        refuse_if(
            obstacles_to_reuse(
                case_open=case.state == CaseState.OPEN,
                chosen=len(wanted) + len(asked),
                carried=len(carried_over(case.id, statements, measures)),
            )
        )
        for statement in statements:
            carry_over(act, case, statement)
        for measure in measures:
            _carry_answer(act, case, measure)
        require_next_step(case)
        act.record(case, facts={"statements": len(statements), "answers": len(measures)})
    return len(statements) + len(measures)


def _carry_answer(act: Act, case: Any, measure: Any) -> None:
    add_answer(
        act,
        case,
        answer=Answer(measure.answer),
        score=measure.score,
        asked_by=AskedBy(measure.asked_by),
        answered_at=measure.answered_at,
        language=measure.language,
        last_work=measure.last_work,
        now_words=measure.now_words,
        wished=measure.wished,
        how_sure=measure.how_sure,
    )
