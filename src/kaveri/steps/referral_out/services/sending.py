"""What the sender does: send, remind, make a new link, withdraw."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import (
    close_tasks_of,
    require_next_step,
    set_task,
    tell_client,
)
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import (
    OPEN_STATES,
    UNANSWERED,
    EventKind,
    Letter,
    ReferralObstacle,
    ReferralState,
    SendingFacts,
    may_follow,
    obstacles_to_sending,
)
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.referral_out.selectors import referrals, under_way
from kaveri.steps.referral_out.services import loop


@dataclass(frozen=True, slots=True)
class Sent:
    """A referral on its way, and the link when it goes to somebody without an account."""

    referral: ReferralOut
    secret: str = ""


def send_referral(
    *,
    actor: Actor,
    case_id: UUID,
    service_id: UUID,
    letter: Letter,
    told: Told | None = None,
    sending: UUID | None = None,
) -> Sent:
    """The client is referred on: the service is asked, and the sender makes sure that it answers."""
    with acting(ReferralOutAction.SEND, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        service = directory.services().filter(pk=service_id).first()
        if service is None:
            raise Denied(act.action)
        on_duty = directory.worker_on_duty(service.unit_id) if service.unit_id else None
        letter = _with_address(letter, service)
        refuse_if(obstacles_to_sending(letter, _facts(case, service, has_receiver=bool(on_duty))))
        referral = ReferralOut.objects.create(
            case=case,
            service=service,
            sender_id=loop.somebody(act),
            receiver_id=on_duty,
            question=letter.question.strip(),
            ground=letter.ground,
            ground_note=letter.ground_note.strip(),
            tells_name=letter.tells_name,
            tells_phone=letter.tells_phone,
            overlap_reason=letter.overlap_reason.strip(),
            address="" if on_duty else letter.address,
            answer_by=letter.answer_by,
            sent_at=clock.now(),
            **home_of(case, Category(service.discloses)),
        )
        loop.note(act, referral, EventKind.SENT, on=letter.answer_by)
        loop.entry(act, referral, EventKind.SENT, letter.question, Source.OWN_OBSERVATION)
        _follow_answer(act, referral, told)
        if on_duty:
            open_relation(
                act,
                RelationKind.RECEIVER,
                account_id=on_duty,
                case_id=case.id,
                source_type=loop.SOURCE,
                source_id=referral.id,
            )
        secret = loop.tell_receiver(act, referral)
        require_next_step(case)
        act.record(
            referral,
            ground=letter.ground,
            facts={
                "service": service.key,
                "by_link": not on_duty,
                "category": referral.category,
            },
        )
    return Sent(referral, secret)


def remind(
    *,
    actor: Actor,
    referral_id: UUID,
    answer_by: dt.date,
    note: str = "",
    by_mail: bool = True,
    sending: UUID | None = None,
) -> ReferralOut:
    """The service has been silent: it is reminded, and a new day to answer by is set."""
    with acting(ReferralOutAction.REMIND, actor=actor, sending=sending) as act:
        referral = act.fetch(referrals(), referral_id)
        act.concerns(referral.case.client_id)
        refuse_if(_obstacles_to_reminding(referral, answer_by))
        referral.answer_by = answer_by
        loop.save(referral)
        loop.note(act, referral, EventKind.REMINDED, on=answer_by, text=note)
        if by_mail:
            loop.tell_receiver(act, referral)
        loop.follow_up(act, referral, due_on=answer_by)
        require_next_step(referral.case)
        act.record(referral, facts={"by_mail": by_mail})
    return referral


def renew_link(
    *, actor: Actor, referral_id: UUID, case_id: UUID | None = None, sending: UUID | None = None
) -> Sent:
    """The link was lost or has gone astray: a new one is sent and the old one dies at once."""
    with acting(ReferralOutAction.RENEW_LINK, actor=actor, sending=sending) as act:
        rows = referrals().filter(case_id=case_id) if case_id else referrals()
        referral = act.fetch(rows, referral_id)
        act.concerns(referral.case.client_id)
        checks = {
            ReferralObstacle.NO_LINK: referral.receiver_id is not None,
            ReferralObstacle.NOT_NOW: referral.state not in OPEN_STATES,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        secret = loop.tell_receiver(act, referral)
        loop.note(act, referral, EventKind.NEW_LINK)
        require_next_step(referral.case)
        act.record(referral)
    return Sent(referral, secret)


def withdraw(
    *,
    actor: Actor,
    referral_id: UUID,
    reason: str,
    next_what: str = "",
    next_due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> ReferralOut:
    """The sender takes the referral back, says why, and what happens instead."""
    with acting(ReferralOutAction.WITHDRAW, actor=actor, sending=sending) as act:
        referral = act.fetch(referrals(), referral_id)
        act.concerns(referral.case.client_id)
        checks = {
            ReferralObstacle.NOT_NOW: not may_follow(referral.state, ReferralState.WITHDRAWN),
            ReferralObstacle.NO_REASON: not reason.strip(),
            ReferralObstacle.NO_NEXT_DAY: bool(next_what.strip()) and next_due_on is None,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        owner_id = loop.follower(referral)
        loop.reach(act, referral, ReferralState.WITHDRAWN)
        loop.note(act, referral, EventKind.WITHDRAWN, text=reason)
        loop.entry(act, referral, EventKind.WITHDRAWN, reason, Source.OWN_OBSERVATION)
        close_tasks_of(act, referral.id)
        if next_what.strip() and next_due_on and referral.case.state == CaseState.OPEN:
            set_task(
                act,
                referral.case,
                kind=TaskKind.NEXT_STEP,
                what=next_what,
                owner_id=owner_id,
                due_on=next_due_on,
            )
        require_next_step(referral.case)
        act.record(referral)
    return referral


def _with_address(letter: Letter, service: Any) -> Letter:
    known = service.email or (service.unit.email if service.unit else "")
    return replace(letter, address=letter.address or known)


def _facts(case: Any, service: Any, *, has_receiver: bool) -> SendingFacts:
    same_house = service.organisation_id == case.controller_id
    return SendingFacts(
        case_open=case.state == CaseState.OPEN,
        takes_referrals=service.receives_referrals,
        same_register=same_house
        and service.unit is not None
        and service.unit.register == case.register,
        under_way=under_way(case.id, service.id) is not None,
        has_receiver=has_receiver,
        phone_hidden=case.client.non_disclosure,
        today=clock.today(),
    )


def _follow_answer(act: Act, referral: ReferralOut, told: Told | None) -> None:
    """The sender makes sure that the service answers, by the day it was asked to."""
    task = set_task(
        act,
        referral.case,
        kind=TaskKind.REFERRAL_ANSWER,
        owner_id=referral.sender_id,
        due_on=referral.answer_by,
        category=referral.category,
        source_type=loop.SOURCE,
        source_id=referral.id,
    )
    if told:
        tell_client(act, task, how=told)


def _obstacles_to_reminding(referral: ReferralOut, answer_by: dt.date) -> list[ReferralObstacle]:
    checks = {
        ReferralObstacle.NOT_NOW: referral.state not in UNANSWERED,
        ReferralObstacle.ANSWER_BY_HAS_PASSED: answer_by < clock.today(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
