"""Handing over: offered with three answers, accepted, declined or withdrawn.

Until the receiver accepts, the sender carries. The receiver has no relation to the case before
that, so the offer shows the reference, the sender and the three answers, and nothing of the
client; working in the same unit opens no more (access.md §2). The task that follows the answer is
the sender's: whoever has no relation cannot stand behind a next step.
"""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.services import (
    close_tasks_of,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    ANSWER_WITHIN,
    CHOSEN_STEP_WITHIN,
    HandoverFacts,
    HandoverObstacle,
    HandoverState,
    PlanStanding,
    obstacles_of_receiver,
    obstacles_to_offering,
)
from kaveri.steps.coordination.models import Handover
from kaveri.steps.coordination.services.carrying import answer, notify, take_over
from kaveri.steps.coordination.services.ended import it_is_agreed_who_carries

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case


SOURCE = "coordination.handover"


def offer_handover(
    *,
    actor: Actor,
    case_id: UUID,
    to_id: UUID,
    step: str,
    due_on: dt.date,
    supports_on: str,
    plan: PlanStanding,
    agreed: str,
    version: int | None = None,
    sending: UUID | None = None,
) -> Handover:
    """A colleague is asked to carry on; the sender makes sure that an answer comes."""
    with acting(CoordinationAction.OFFER_HANDOVER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id, version=version)
        act.concerns(case.client_id)
        facts = HandoverFacts(
            is_open=case.state == CaseState.OPEN,
            already_offered=selectors.open_handover(case.id) is not None,
            step=step,
            due_on=due_on,
            supports_on=supports_on,
            agreed=agreed,
            today=clock.today(),
        )
        receiver = selectors.receiver_facts(case, to_id, now_id=case.case_manager_id)
        refuse_if(obstacles_to_offering(facts, receiver))
        offer = Handover.objects.create(
            case=case,
            from_account_id=case.case_manager_id,
            to_account_id=to_id,
            offered_by_id=actor.account_id,
            offered_at=clock.now(),
            step=step.strip(),
            due_on=due_on,
            supports_on=supports_on.strip(),
            plan=plan,
            agreed=agreed.strip(),
            **home_of(case, Category.LIFE_SITUATION),
        )
        set_task(
            act,
            case,
            kind=TaskKind.HANDOVER_ANSWER,
            owner_id=case.case_manager_id,
            due_on=_in_days(ANSWER_WITHIN),
            source_type=SOURCE,
            source_id=offer.id,
        )
        notify(act, to_id)
        require_next_step(case)
        act.record(offer)
    return offer


def accept_handover(
    *,
    actor: Actor,
    handover_id: UUID,
    told: Told | None,
    due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Handover:
    """The receiver carries from this moment; tasks move with their days, the client hears of it.

    `due_on` is asked for only when the promised day has passed before the answer.
    """
    with acting(CoordinationAction.ANSWER_HANDOVER, actor=actor, sending=sending) as act:
        offer = act.fetch(selectors.handovers(), handover_id)
        case = _case_of(act, offer)
        due_on = due_on or offer.due_on
        receiver = selectors.receiver_facts(case, offer.to_account_id, now_id=case.case_manager_id)
        late = due_on < clock.today()
        refuse_if(
            _still_offered(offer, case)
            + ([HandoverObstacle.DATE_HAS_PASSED] if late else [])
            # Whoever answers is there, whatever the list of absences says.
            + obstacles_of_receiver(replace(receiver, is_away=False))
        )
        answer(act, offer, HandoverState.ACCEPTED)
        close_tasks_of(act, offer.id)
        take_over(act, case, to_id=offer.to_account_id, told=told, about_id=offer.id)
        it_is_agreed_who_carries(act, case, to_id=offer.to_account_id)
        promised = set_task(
            act,
            case,
            kind=TaskKind.NEXT_STEP,
            what=offer.step,
            owner_id=offer.to_account_id,
            due_on=due_on,
            source_type=SOURCE,
            source_id=offer.id,
        )
        if told:
            tell_client(act, promised, how=told)
        notify(act, offer.from_account_id)
        require_next_step(case)
        act.record(offer, facts={"told": told or ""})
    return offer


def decline_handover(
    *, actor: Actor, handover_id: UUID, reason: str, sending: UUID | None = None
) -> Handover:
    """The receiver says no with a reason; the sender carries on and decides what happens."""
    with acting(CoordinationAction.ANSWER_HANDOVER, actor=actor, sending=sending) as act:
        offer = act.fetch(selectors.handovers(), handover_id)
        case = _case_of(act, offer)
        refuse_if(
            _still_offered(offer, case)
            + ([] if reason.strip() else [HandoverObstacle.REASON_MISSING])
        )
        turn_down(act, offer, case, reason=reason)
        require_next_step(case)
        act.record(offer)
    return offer


def turn_down(act: Act, offer: Handover, case: "Case", *, reason: str) -> None:
    """The offer is declined, and the one who still carries decides the next step."""
    answer(act, offer, HandoverState.DECLINED, reason)
    close_tasks_of(act, offer.id)
    set_task(
        act,
        case,
        kind=TaskKind.HANDOVER_DECLINED,
        owner_id=case.case_manager_id,
        due_on=_in_days(CHOSEN_STEP_WITHIN),
        source_type=SOURCE,
        source_id=offer.id,
    )
    notify(act, offer.from_account_id)


def withdraw_handover(
    *,
    actor: Actor,
    handover_id: UUID,
    next_what: str = "",
    next_due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Handover:
    """The sender takes the offer back and carries on with a step of their own."""
    with acting(CoordinationAction.WITHDRAW_HANDOVER, actor=actor, sending=sending) as act:
        offer = act.fetch(selectors.handovers(), handover_id)
        case = _case_of(act, offer)
        refuse_if(_still_offered(offer, case))
        answer(act, offer, HandoverState.WITHDRAWN)
        close_tasks_of(act, offer.id, state=TaskState.DROPPED)
        if next_what.strip() and next_due_on:
            set_task(
                act,
                case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=case.case_manager_id,
                due_on=next_due_on,
            )
        require_next_step(case)
        act.record(offer)
    return offer


def _case_of(act: Act, offer: Handover) -> "Case":
    case = lock_case(act, offer.case_id)
    act.concerns(case.client_id)
    return case


def _still_offered(offer: Handover, case: "Case") -> list[HandoverObstacle]:
    checks = {
        HandoverObstacle.NOT_OFFERED: offer.state != HandoverState.OFFERED,
        HandoverObstacle.CASE_NOT_OPEN: case.state != CaseState.OPEN,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def _in_days(days: int) -> dt.date:
    return clock.today() + dt.timedelta(days=days)
