"""Recording answers about work ability."""

from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.measures.domain import Answer, AskedBy, obstacles_to_recording
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import Homed
from kaveri.casebook.records.selectors import home_for
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting


def add_answer(
    act: Act, about: Homed, *, answer: Answer, score: int | None, asked_by: AskedBy, **known: Any
) -> WorkAbility:
    """One answering about a case or a contact, inside the use case that asked."""
    refuse_if(obstacles_to_recording(answer, score))
    known.setdefault("answered_at", clock.now())
    return WorkAbility.objects.create(
        answer=answer,
        score=score,
        asked_by=asked_by,
        recorded_by_id=act.actor.account_id,
        **{f"{about._meta.model_name}_id": about.pk},
        **home_for(act.actor, about, Category.FUNCTIONING),
        **known,
    )


def record_work_ability(
    *,
    actor: Actor,
    case_id: UUID,
    answer: Answer,
    score: int | None,
    asked_by: AskedBy,
    language: str,
    last_work: str = "",
    now_words: str = "",
    wished: str = "",
    how_sure: int | None = None,
    sending: UUID | None = None,
) -> WorkAbility:
    """The client's own view of their work ability today."""
    with acting(MeasureAction.RECORD, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        measured = add_answer(
            act,
            case,
            answer=answer,
            score=score,
            asked_by=asked_by,
            language=language,
            last_work=last_work,
            now_words=now_words,
            wished=wished,
            how_sure=how_sure,
        )
        act.record(measured, subjects=[case.client_id], facts={"answer": answer})
    return measured


def erase_answers(_act: Act, contact_id: UUID) -> None:
    """What was answered at a contact goes when the contact is erased."""
    WorkAbility.objects.filter(contact_id=contact_id, case=None).delete()
