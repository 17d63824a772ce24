"""The person comes back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.selectors import earlier_members
from kaveri.steps.ending import presenters, services
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.forms import ReopenForm


@staff_page(EndingAction.REOPEN, methods=("GET", "POST"))
def reopen(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Why the person comes back, and what happens next."""
    form = ReopenForm.of(request)
    if posted(request) and form.is_valid():
        data = form.cleaned_data
        try:
            services.reopen_support(
                actor=request.actor,
                case_id=case_id,
                why=data["why"],
                next_what=data["next_what"],
                next_due_on=data["next_due_on"],
                told=Told(data["told"]) if data["told"] else None,
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ending", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(
                request, _("The support is open again. Everything from before is here.")
            )
            if earlier_members(case_id).exists():
                return redirect("coordination:network_earlier", case_id=case_id)
            return redirect("ending:ending", case_id=case_id)
    with looking(EndingAction.REOPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
    page = presenters.FormPage(head=head, title=_("Open the support again"), form=form)
    return show(request, "ending/reopen.html", page)
