"""The summary for the client: written, given unchanged, put on paper."""

from pathlib import Path
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.usecase.acting import acting
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.ending.models import Summary
from kaveri.steps.ending.selectors import draft_summary, given_summaries
from kaveri.steps.ending.services.drafting import on_paper

_PAPER = Path(__file__).resolve().parent.parent / "templates" / "ending" / "summary.typ"
_NEEDED = ("done", "came_of_it", "come_back")


def write_summary(
    *,
    actor: Actor,
    case_id: UUID,
    language: str,
    parts: dict[str, str],
    version: int | None = None,
    sending: UUID | None = None,
) -> Summary:
    """The draft as the worker and the client want it; `version` is the draft the writer saw."""
    with acting(EndingAction.WRITE_SUMMARY, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        empty = not all(parts.get(part, "").strip() for part in _NEEDED)
        checks = {
            EndObstacle.ALREADY_GIVEN: case.state != CaseState.OPEN,
            EndObstacle.NOTHING_WRITTEN: empty,
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        summary = draft_summary(case.id)
        if (summary.version if summary else None) != version:
            raise Changed(EndingAction.WRITE_SUMMARY)
        if summary is None:
            summary = Summary(case=case, version=0, **home_of(case, Category.LIFE_SITUATION))
        for part, text in parts.items():
            setattr(summary, part, text.strip())
        summary.language = language
        summary.written_at, summary.written_by_id = clock.now(), actor.account_id
        summary.version += 1
        summary.save()
        act.record(summary, facts={"language": language})
    return summary


def print_summary(*, actor: Actor, summary_id: UUID) -> bytes:
    """The given summary as a tagged PDF; always the same for the same summary."""
    with looking(EndingAction.PRINT_SUMMARY, actor=actor) as look:
        summary: Any = look.row(given_summaries(), summary_id)
        look.concerns([summary.case.client_id])
        data = on_paper(summary)
    return make_pdf(_PAPER, data, made_at=summary.given_at)
