"""Writing down what is known, and correcting it without losing what was written."""

from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.records.selectors import home_for
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.domain import (
    Heading,
    Said,
    StatementObstacle,
    category_of,
    obstacles_to_saying,
)
from kaveri.steps.assessment.models import Statement
from kaveri.steps.assessment.selectors import SAID, any_statement, headings, what_was_said
from kaveri.steps.assessment.services import parts


def add_statement(
    *, actor: Actor, case_id: UUID, heading: str, said: Said, sending: UUID | None = None
) -> Statement:
    """Something becomes known about the situation: what, who said it, and when."""
    with acting(AssessmentAction.ADD_STATEMENT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        under = headings().get(heading)
        refuse_if(obstacles_to_saying(said, heading=under, today=clock.today()))
        statement = _write(act, case, under, said)
        require_next_step(case)
        act.record(statement, subjects=[case.client_id], facts={"category": statement.category})
    return statement


def correct_statement(
    *, actor: Actor, statement_id: UUID, said: Said, sending: UUID | None = None
) -> Statement:
    """What was written was wrong: the new wording stands, the old one stays readable."""
    with acting(AssessmentAction.CORRECT_STATEMENT, actor=actor, sending=sending) as act:
        old = act.fetch(any_statement(), statement_id)
        act.concerns(old.case.client_id)
        under = headings().get(old.heading)
        meanwhile = Statement.objects.filter(replaces=old).exists()
        refuse_if(
            [
                *([StatementObstacle.CORRECTED_MEANWHILE] if meanwhile else []),
                *obstacles_to_saying(said, heading=under, today=clock.today()),
            ]
        )
        statement = _write(act, old.case, under, said, replaces=old)
        require_next_step(old.case)
        act.record(statement, facts={"category": statement.category})
    return statement


def carry_over(act: Act, case: Any, earlier: Statement) -> Statement:
    """What was said in an earlier case is known here too, with its source and day.

    A part of a use case that has asked whether the earlier row may be read.
    """
    return Statement.objects.create(
        case=case,
        written_at=clock.now(),
        written_by_id=act.actor.person_id,
        **dict(zip(SAID, what_was_said(earlier), strict=True)),
        **home_of(case, Category(earlier.category)),
    )


def _write(
    act: Act, case: Any, heading: Heading | None, said: Said, *, replaces: Statement | None = None
) -> Statement:
    assert heading is not None  # noqa: S101 - refused above
    return Statement.objects.create(
        case=case,
        heading=heading.key,
        prompt=said.prompt,
        text=said.text.strip(),
        source=said.source,
        said_by=said.said_by.strip(),
        said_on=said.said_on,
        in_own_words=said.in_own_words,
        written_at=clock.now(),
        written_by_id=parts.somebody(act),
        replaces=replaces,
        **home_for(act.actor, case, category_of(heading, said)),
    )
