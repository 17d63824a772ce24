"""The summary: written by staff, read by client and staff, put on paper."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation import documents
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page, staff_page
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.ending import presenters, services
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.forms import SummaryForm
from kaveri.steps.ending.labels import SUMMARY_PARTS
from kaveri.steps.ending.models import Summary
from kaveri.steps.ending.selectors import draft_summary, given_summaries, prepared_ending
from kaveri.steps.ending.views.ending import take_version


@staff_page(EndingAction.WRITE_SUMMARY, methods=("GET", "POST"))
def draft(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The draft, begun from what is known; every word can be changed."""
    with looking(EndingAction.WRITE_SUMMARY, actor=request.actor) as look:
        head = case_head(look, case_id)
        written = draft_summary(case_id)
        case = cases.cases().get(pk=case_id)
        form = SummaryForm.of(request, initial=_initial(case, written, request.GET))
    theirs: tuple[presenters.Fact, ...] = ()
    if posted(request) and form.is_valid():
        data = dict(form.cleaned_data)
        version, language = data.pop("version"), data.pop("language")
        try:
            services.write_summary(
                actor=request.actor,
                case_id=case_id,
                language=language,
                parts=data,
                version=version,
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ending", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            theirs = _parts(written)
            take_version(form, written.version if written else None)
        else:
            messages.success(request, _("The summary is saved as a draft."))
            return redirect("ending:ending", case_id=case_id)
    page = presenters.FormPage(
        head=head, title=_("Summary for the client"), form=form, theirs=theirs
    )
    return show(request, "ending/draft.html", page)


def _initial(case: Any, written: Summary | None, asked: Any) -> dict[str, Any]:
    """What was written, else a fresh draft; `anew` and a language make a fresh one from what is known."""
    language = asked.get("anew") or dates.known_language(case.client.language)
    if written is not None and not asked.get("anew"):
        return {
            "version": written.version,
            "language": written.language,
            **{name: getattr(written, name) for name in SUMMARY_PARTS},
        }
    fresh = services.draft_for(case, prepared_ending(case.id), dates.known_language(language))
    return {"version": written.version if written else None, **asdict(fresh)}


def _parts(written: Summary | None) -> tuple[presenters.Fact, ...]:
    if written is None:
        return ()
    return tuple(
        presenters.Fact(name=heading, text=getattr(written, name))
        for name, heading in SUMMARY_PARTS.items()
    )


@signed_in_page(EndingAction.OPEN_SUMMARY)
def summary(request: PersonRequest, case_id: UUID, summary_id: UUID | None = None) -> HttpResponse:
    """The summary as it was given; older ones beside it when the person has come back."""
    with looking(EndingAction.OPEN_SUMMARY, actor=request.actor) as look:
        head = case_head(look, case_id)
        found = look.rows(given_summaries().filter(case_id=case_id), EndingAction.READ_SUMMARY)
        rows = list(found)
    chosen = [row for row in rows if summary_id in {None, row.id}][:1]
    if not chosen:
        raise Http404
    page = presenters.summary_page(head, chosen[0], [row for row in rows if row is not chosen[0]])
    by_client = request.actor.roles <= {Role.CLIENT}
    template = "ending/summary_client.html" if by_client else "ending/summary.html"
    return show(request, template, page)


@signed_in_page(EndingAction.PRINT_SUMMARY)
def summary_pdf(request: PersonRequest, summary_id: UUID) -> HttpResponse:
    """The same on paper; the name of the file tells nothing."""
    made = services.print_summary(actor=request.actor, summary_id=summary_id)
    return documents.shown(made)
