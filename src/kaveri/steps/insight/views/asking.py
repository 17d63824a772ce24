"""The client's requests to the privacy officer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking, open_row
from kaveri.steps.insight import presenters, selectors, services
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.requests import RequestKind
from kaveri.steps.insight.forms import InvestigationForm, OlderForm
from kaveri.steps.insight.services.requests import Asked


@client_page(InsightAction.OWN_REQUESTS)
def own_requests(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What I have asked, by when I get an answer, and the answers."""
    with looking(InsightAction.OWN_REQUESTS, actor=request.actor) as look:
        case = look.row(cases.cases(), case_id)
        look.concerns([case.client_id])
        rows = selectors.own_requests(request.actor, case.client)
        page = tuple(presenters.shown_request(row) for row in rows)
    return show(request, "insight/own_requests.html", page)


@client_page(InsightAction.ASK, methods=("GET", "POST"))
def ask_older(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The log older than two years, with a reason."""
    return _ask(
        request,
        case_id,
        RequestKind.OLDER,
        OlderForm.of(request),
        title=_("Ask for an older log"),
        lead=_("You can read the last two years yourself. For older ones you give a reason."),
    )


@client_page(InsightAction.ASK, methods=("GET", "POST"))
def ask_investigation(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """An investigation, when somebody may have looked without cause."""
    return _ask(
        request,
        case_id,
        RequestKind.INVESTIGATION,
        InvestigationForm.of(request),
        title=_("Ask for an investigation"),
        lead=_("Do you suspect that somebody has looked without cause? Tell us what you know."),
    )


def _ask(
    request: PersonRequest,
    case_id: UUID,
    kind: RequestKind,
    form: KaveriForm,
    *,
    title: str,
    lead: str,
) -> HttpResponse:
    open_row(InsightAction.ASK, cases.cases(), case_id, actor=request.actor)
    if posted(request) and form.is_valid():
        try:
            made = services.ask_officer(
                actor=request.actor,
                case_id=case_id,
                kind=kind,
                asked=Asked(**form.cleaned_data),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("insight:own_requests", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            day = dates.plain_date(made.due_on, dates.known_language(get_language()))
            messages.success(
                request,
                _("Your request has come in: %(reference)s. You get an answer by %(day)s.")
                % {"reference": made.reference, "day": day},
            )
            return redirect("insight:own_requests", case_id=case_id)
    page = presenters.AskPage(title=title, lead=lead, form=form)
    return show(request, "insight/ask.html", page)
