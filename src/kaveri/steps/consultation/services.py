"""Noting a consultation, asking in writing, answering."""

from dataclasses import dataclass
from uuid import UUID

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.consultation.actions import ConsultationAction
from kaveri.steps.consultation.domain import (
    ConsultationState,
    Topic,
    Way,
    answer_by,
    obstacles_to_answering,
    obstacles_to_asking,
)
from kaveri.steps.consultation.models import Consultation
from kaveri.steps.consultation.selectors import consultations


@dataclass(frozen=True, slots=True)
class Asker:
    """Where the colleague works: a unit, an organisation, or neither."""

    unit_id: UUID | None = None
    organisation_id: UUID | None = None


def note_consultation(
    *,
    actor: Actor,
    topic: Topic,
    way: Way,
    asker: Asker,
    words: str = "",
    sending: UUID | None = None,
) -> Consultation:
    """A colleague asked and was answered at once; it is counted, and there is nothing left to do."""
    with acting(ConsultationAction.NOTE, actor=actor, sending=sending) as act:
        act.allow()
        moment = clock.now()
        noted = Consultation.objects.create(
            topic=topic,
            way=way,
            state=ConsultationState.ANSWERED,
            asked_at=moment,
            from_unit_id=asker.unit_id,
            from_organisation_id=asker.organisation_id,
            asked_unit_id=people.units_of(actor.person_id)[0],
            answer=words.strip(),
            answered_at=moment,
            answered_by_id=actor.person_id,
        )
        act.record(noted, facts={"topic": topic, "way": way})
    return noted


def ask_colleague(
    *, actor: Actor, topic: Topic, unit_id: UUID, question: str, sending: UUID | None = None
) -> Consultation:
    """A question in writing to a unit: whoever is on duty there answers by a day."""
    with acting(ConsultationAction.ASK, actor=actor, sending=sending) as act:
        act.allow()
        on_duty = directory.worker_on_duty(unit_id)
        refuse_if(obstacles_to_asking(question=question, somebody_receives=on_duty is not None))
        asked = Consultation.objects.create(
            topic=topic,
            way=Way.KAVERI,
            state=ConsultationState.OPEN,
            asked_at=clock.now(),
            asked_by_id=actor.person_id,
            from_unit_id=people.units_of(actor.person_id)[0],
            asked_unit_id=unit_id,
            question=question.strip(),
            answer_by=answer_by(clock.today()),
        )
        _tell(on_duty)
        act.record(asked, facts={"topic": topic})
    return asked


def answer_colleague(
    *,
    actor: Actor,
    consultation_id: UUID,
    answer: str,
    version: int,
    sending: UUID | None = None,
) -> Consultation:
    """A professional of the unit answers; the colleague who asked gets a mail that says nothing of it."""
    with acting(ConsultationAction.ANSWER, actor=actor, sending=sending) as act:
        asked = act.fetch(consultations(), consultation_id, version=version)
        refuse_if(obstacles_to_answering(state=asked.state, answer=answer))
        asked.state = ConsultationState.ANSWERED
        asked.answer = answer.strip()
        asked.answered_at, asked.answered_by_id = clock.now(), actor.person_id
        asked.version += 1
        asked.save()
        _tell(asked.asked_by_id)
        act.record(asked)
    return asked


def _tell(account_id: UUID | None) -> None:
    if account_id is None:
        return
    account = people.accounts().filter(pk=account_id, is_active=True).first()
    if account is not None:
        outbox.put(address=account.email, language=account.language)
