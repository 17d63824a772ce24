"""Asking about work ability: before there is anything, and on a contact by its owner."""

from uuid import UUID

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.measures.domain import AskedBy, obstacles_to_recording
from kaveri.casebook.measures.services import add_answer
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import Asked, BandAdvice, advice_for
from kaveri.steps.identification.selectors import bands


def ask_work_ability(*, actor: Actor, asked: Asked) -> BandAdvice:
    """A front-line worker asks somebody who is in no record: the answer is shown and not kept."""
    with acting(IdentificationAction.ASK, actor=actor) as act:
        act.allow()
        refuse_if(obstacles_to_recording(asked.answer, asked.score))
        act.record(facts={"answer": asked.answer})
    return advice_for(asked, *bands())


def record_at_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    asked: Asked,
    asked_by: AskedBy,
    language: str,
    sending: UUID | None = None,
) -> BandAdvice:
    """The owner of a contact asks, and the answer stays with the contact."""
    with acting(MeasureAction.RECORD_AT_CONTACT, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id)
        measured = add_answer(
            act,
            contact,
            answer=asked.answer,
            score=asked.score,
            asked_by=asked_by,
            language=language,
            last_work=asked.last_work,
            now_words=asked.now_words,
            wished=asked.wished,
        )
        act.record(measured, facts={"answer": asked.answer, "contact": str(contact.id)})
    return advice_for(asked, *bands())
