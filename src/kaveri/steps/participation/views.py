"""The page about peer support."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.participation import presenters, services
from kaveri.steps.participation.actions import ParticipationAction
from kaveri.steps.participation.forms import PeerSupportForm
from kaveri.steps.participation.selectors import peer_support as answers


@staff_page(
    ParticipationAction.OPEN_PEER_SUPPORT,
    ParticipationAction.NOTE_ANSWER,
    methods=("GET", "POST"),
)
def peer_support(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What the client has answered, and a form for the next answer."""
    form = PeerSupportForm.of(request)
    if posted(request) and form.is_valid():
        try:
            services.note_answer(
                actor=request.actor,
                case_id=case_id,
                sending=UUID(form.idempotency_key),
                **form.cleaned_data,
            )
        except AlreadyDone:
            return redirect("participation:peer_support", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("The answer about peer support is noted."))
            return redirect("participation:peer_support", case_id=case_id)
    with looking(ParticipationAction.OPEN_PEER_SUPPORT, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(look.rows(answers().filter(case_id=case_id), ParticipationAction.READ))
    return show(
        request,
        "participation/peer_support.html",
        presenters.peer_support(head, form, rows),
    )
