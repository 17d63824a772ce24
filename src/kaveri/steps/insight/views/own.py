"""The client's pages: who sees, who has looked, the log on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from kaveri.casebook.cases import selectors as cases
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base import clock
from kaveri.foundation.documents.uploads import as_download
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.insight import presenters, selectors, services
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.looks import first_day
from kaveri.steps.insight.forms import LogFilter
from kaveri.steps.insight.selectors.looks import events_of, those_who_looked


@client_page(InsightAction.WHO_SEES)
def who_sees(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who sees what about me now, on which ground, until when."""
    with looking(InsightAction.WHO_SEES, actor=request.actor) as look:
        seen = selectors.who_sees(look, case_id)
    return show(request, "insight/who_sees.html", presenters.who_sees_page(seen))


@client_page(InsightAction.LOG)
def log(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who has looked at or changed my information in the last two years."""
    today = clock.today()
    earliest = first_day(today)
    with looking(InsightAction.LOG, actor=request.actor) as look:
        case = look.row(cases.cases(), case_id)
        look.concerns([case.client_id])
        whole = events_of(request.actor, case, first_on=earliest, last_on=today)
        form = LogFilter(request.GET, people=those_who_looked(whole))
        asked = form.chosen()
        events = events_of(
            request.actor,
            case,
            first_on=max(asked["first_on"] or earliest, earliest),
            last_on=min(asked["last_on"] or today, today),
        )
        view, total = selectors.log_page(
            events,
            account_id=asked["person"],
            offset=(asked_page(request) - 1) * PAGE_SIZE,
            size=PAGE_SIZE,
        )
    page = presenters.log_page(
        form,
        view,
        pager(request, total),
        clear=reverse("insight:log", args=[case_id]) if any(asked.values()) else "",
        first_day=dates.plain_date(earliest, dates.known_language(get_language())),
    )
    return show(request, "insight/log.html", page)


@client_page(InsightAction.ORDER_REPORT, methods=("POST",))
def report(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The log on paper, at once; the name of the file tells nothing."""
    made = services.order_report(
        actor=request.actor,
        case_id=case_id,
        language=get_language() or "sv",
        request_id=_asked(request.POST.get("request", "")),
    )
    return as_download(made, name="document.pdf")


def _asked(written: str) -> UUID | None:
    try:
        return UUID(written) if written else None
    except ValueError as error:
        raise Http404 from error
