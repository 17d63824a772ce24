"""A signed statement on paper, in the client's language."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.ui import dates
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.statements import labels
from kaveri.steps.statements.actions import StatementAction
from kaveri.steps.statements.domain import State
from kaveri.steps.statements.models import AskedStatement, SignedVersion
from kaveri.steps.statements.selectors import kinds, newest, statements

_PAPER = Path(__file__).resolve().parent.parent / "templates" / "statements" / "statement.typ"


def print_statement(*, actor: Actor, statement_id: UUID) -> bytes:
    """The statement as it stands now, as a tagged PDF; the same version always gives the same bytes."""
    with looking(StatementAction.PRINT, actor=actor) as look:
        row = look.row(statements().filter(state=State.SIGNED), statement_id)
        look.concerns([row.case.client_id])
        signed = newest(row.id)
        if signed is None:
            raise Denied(StatementAction.PRINT)
        data = _on_paper(row, signed)
    return make_pdf(_PAPER, data, made_at=signed.signed_at)


def _on_paper(row: AskedStatement, signed: SignedVersion) -> dict[str, Any]:
    case, kind = row.case, kinds()[row.kind]
    language = dates.known_language(case.client.language)
    signed_on = dates.plain_date(signed.signed_at.astimezone(clock.HELSINKI).date(), language)
    asked_on = dates.plain_date(row.asked_at.astimezone(clock.HELSINKI).date(), language)
    with translation.override(language):
        return {
            "title": kind.names[language],
            "sender": getattr(case.controller, f"name_{language}"),
            "secrecy": str(labels.PAPER_SECRET),
            "foot": labels.PAPER_SIGNED
            % {
                "who": signed.signed_by.full_name,
                "title": getattr(signed.signed_by, f"title_{language}"),
                "day": signed_on,
                "number": signed.number,
            },
            "page": str(labels.PAPER_PAGE),
            "lang": language,
            "person": f"{case.client.full_name}, {case.reference}",
            "asked": labels.PAPER_FOR % {"who": row.asked_by.full_name, "day": asked_on},
            "question": {"heading": str(labels.PAPER_QUESTION), "text": row.question},
            "why": {"heading": str(labels.PAPER_WHY), "text": signed.why},
            "parts": [
                {"heading": heading.names[language], "text": signed.texts[heading.key]}
                for heading in kind.headings
                if heading.key in signed.texts
            ],
        }
