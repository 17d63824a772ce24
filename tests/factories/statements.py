"""Statements "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.statements.models import AskedStatement
from kaveri.steps.statements.selectors import kinds
from kaveri.steps.statements.services import ask_statement, sign_statement
from tests.factories import cast

QUESTION = "Kan arbetsprövningen börja före operationen?"
WRITTEN = "Det går bra med korta pass."


def an_asked(case: Case, writer: Account, **known: Any) -> AskedStatement:
    """Kerstin asks the writer for a doctor's statement in two weeks."""
    return ask_statement(
        **{
            "actor": cast.as_actor(cast.kerstin()),
            "case_id": case.id,
            "kind": "work_ability",
            "writer_id": writer.id,
            "question": QUESTION,
            "due_on": clock.today() + dt.timedelta(days=10),
            **known,
        }
    )


def texts(kind: str = "work_ability", **changed: str) -> dict[str, str]:
    """Something under every heading."""
    return {heading.key: WRITTEN for heading in kinds()[kind].headings} | changed


def signed(row: AskedStatement) -> AskedStatement:
    """The writer signs it."""
    sign_statement(
        actor=cast.as_actor(row.writer),
        statement_id=row.id,
        version=row.version,
        texts=texts(row.kind),
    )
    row.refresh_from_db()
    return row


def a_signed(case: Case, writer: Account, **known: Any) -> AskedStatement:
    """Asked for and signed."""
    return signed(an_asked(case, writer, **known))
