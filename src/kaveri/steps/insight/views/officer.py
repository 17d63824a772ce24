"""The privacy officer's pages: requests about the log."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking, open_row
from kaveri.steps.insight import presenters, selectors, services
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.requests import RequestState
from kaveri.steps.insight.forms import AnswerForm, RequestsFilter


@staff_page(InsightAction.REQUESTS)
def requests(request: PersonRequest) -> HttpResponse:
    """What has been asked, what is late first."""
    form = RequestsFilter(request.GET)
    asked = form.chosen()
    first = (asked_page(request) - 1) * PAGE_SIZE
    with looking(InsightAction.REQUESTS, actor=request.actor) as look:
        look.allow()
        found = look.rows(
            selectors.wanted_requests(
                clock.today(), words=asked["q"].strip(), state=asked["state"], kind=asked["kind"]
            )
        )
        total = found.count()
        first = min(first, max(0, (total - 1) // PAGE_SIZE * PAGE_SIZE))
        rows = list(found[first : first + PAGE_SIZE])
        look.concerns(row.client_id for row in rows)
    page = presenters.requests_page(form, rows, pager(request, total), narrowed=any(asked.values()))
    return show(request, "insight/requests.html", page)


@staff_page(InsightAction.REQUEST, InsightAction.ANSWER, methods=("GET", "POST"))
def request(request: PersonRequest, request_id: UUID) -> HttpResponse:
    """One request, and the answer in writing."""
    row = open_row(InsightAction.REQUEST, selectors.log_requests(), request_id, actor=request.actor)
    form = AnswerForm.of(request, initial={"version": row.version})
    if posted(request) and form.is_valid():
        try:
            services.answer_request(
                actor=request.actor,
                request_id=request_id,
                state=RequestState(form.cleaned_data["state"]),
                words=form.cleaned_data["words"],
                version=form.cleaned_data["version"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("insight:request", request_id=request_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            form.add_error(None, _("Somebody has answered meanwhile. Read the answer first."))
        else:
            messages.success(request, _("The answer is sent. The person reads it on their pages."))
            return redirect("insight:request", request_id=request_id)
    return show(request, "insight/request.html", presenters.request_page(row, form))
