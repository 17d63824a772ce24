"""Asking the privacy officer, and being answered in writing."""

import datetime as dt
from dataclasses import asdict, dataclass
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.records.services import next_reference
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, Role
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.looks import first_day
from kaveri.steps.insight.domain.requests import (
    RequestKind,
    RequestState,
    answer_by,
    obstacles_to_answering,
    obstacles_to_asking,
)
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.selectors.requests import log_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked, in the person's own words."""

    reason: str
    first_on: dt.date | None = None
    last_on: dt.date | None = None
    when: str = ""
    whom: str = ""
    what_data: str = ""


def ask_officer(
    *, actor: Actor, case_id: UUID, kind: RequestKind, asked: Asked, sending: UUID | None = None
) -> LogRequest:
    """The request gets a reference and a day; those who answer get a mail that says nothing of it."""
    with acting(InsightAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_asking(
                kind=kind,
                reason=asked.reason,
                first_on=asked.first_on,
                last_on=asked.last_on,
                when=asked.when,
                what_data=asked.what_data,
                free_from=first_day(clock.today()),
            )
        )
        request = LogRequest.objects.create(
            reference=next_reference(act, "L"),
            client_id=case.client_id,
            case=case,
            kind=kind,
            asked_by_id=actor.person_id,
            asked_at=clock.now(),
            due_on=answer_by(clock.today()),
            **asdict(asked),
            **home_of(case, Category.IDENTITY_CONTACT),
        )
        # Where nobody holds the role it rises to those who give it; they read on their day that it waits.
        officers = people.holders(Role.PRIVACY_OFFICER)
        for officer in officers or people.holders(Role.ADMINISTRATOR):
            outbox.put(address=officer.email, language=officer.language)
        act.record(request, facts={"kind": kind})
    return request


def answer_request(
    *,
    actor: Actor,
    request_id: UUID,
    state: RequestState,
    words: str,
    version: int,
    sending: UUID | None = None,
) -> LogRequest:
    """The privacy officer answers, or refuses with reasons; both in writing."""
    with acting(InsightAction.ANSWER, actor=actor, sending=sending) as act:
        request = act.fetch(log_requests(), request_id, version=version)
        act.concerns(request.client_id)
        refuse_if(
            obstacles_to_answering(
                state=request.state,
                words=words,
                is_own=actor.account_id in {request.asked_by_id, request.client.account_id},
            )
        )
        request.state, request.answer = state, words.strip()
        request.answered_at, request.answered_by_id = clock.now(), actor.account_id
        request.version += 1
        request.save()
        outbox.put(address=request.asked_by.email, language=request.asked_by.language)
        act.record(request, facts={"state": state})
    return request
