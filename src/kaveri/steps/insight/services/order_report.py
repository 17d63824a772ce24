"""The log on paper: ordering it is itself an act that stands in the log."""

import datetime as dt
from pathlib import Path
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.looks import first_day
from kaveri.steps.insight.selectors.looks import events_of, log_lines
from kaveri.steps.insight.selectors.requests import opened_requests
from kaveri.steps.insight.services.papers import on_paper

_PAPER = Path(__file__).resolve().parent.parent / "templates" / "insight" / "log.typ"


def order_report(
    *, actor: Actor, case_id: UUID, language: str, request_id: UUID | None = None
) -> bytes:
    """The last two years as a tagged PDF, made at once, in the reader's language.

    With a request: the older days that the privacy officer has answered yes about.
    """
    first, last = first_day(clock.today()), clock.today()
    with acting(InsightAction.ORDER_REPORT, actor=actor) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        if request_id is not None:
            granted = opened_requests(actor, case.client).filter(pk=request_id).first()
            if granted is None or granted.first_on is None or granted.last_on is None:
                raise Denied(InsightAction.ORDER_REPORT)
            first, last = granted.first_on, granted.last_on
        view = log_lines(events_of(actor, case, first_on=first, last_on=last))
        data = on_paper(case, view, first=first, last=last, language=language)
        act.record(case, facts={"lines": len(view.lines)})
    return make_pdf(_PAPER, data, made_at=clock.now().astimezone(dt.UTC))
