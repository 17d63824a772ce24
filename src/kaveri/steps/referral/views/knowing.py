"""Is the person known already?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.steps.referral import services
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.knowing import CheckBy
from kaveri.steps.referral.forms.handling import CheckCodeForm, CheckForm, CheckNameForm
from kaveri.steps.referral.presenters import handling as presenters
from kaveri.steps.referral.selectors.looks import open_contact, open_to_handle


@staff_page(ContactAction.CHECK_KNOWN, methods=("GET", "POST"))
def check_known(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """Two questions, each asked once; the answer is only whom to contact."""
    look = open_contact(actor=request.actor, contact_id=contact_id)
    if not look.is_owner:
        # A sender sees their own message but may not ask; the no is in the log.
        open_to_handle(actor=request.actor, contact_id=contact_id, action=ContactAction.CHECK_KNOWN)
    knows_birth = look.contact.born_on is not None
    by = request.POST.get("by", "")
    by_name: CheckForm = CheckNameForm(knows_birth=knows_birth)
    by_code: CheckForm = CheckCodeForm()
    if posted(request) and by in list(CheckBy):
        form: CheckForm
        if by == CheckBy.NAME:
            by_name = form = CheckNameForm.of(request, knows_birth=knows_birth)
        else:
            by_code = form = CheckCodeForm.of(request)
        if form.is_valid() and _asked(request, contact_id, form, CheckBy(by)):
            return redirect("referral:check_known", contact_id=contact_id)
    page = presenters.known_page(
        look,
        by_name=by_name,
        by_code=by_code,
        asked=frozenset(check.asked_by for check in look.checks),
    )
    return show(request, "referral/known.html", page)


def _asked(request: PersonRequest, contact_id: UUID, form: CheckForm, by: CheckBy) -> bool:
    try:
        services.check_known(
            actor=request.actor,
            contact_id=contact_id,
            by=by,
            code=form.cleaned_data.get("code", ""),
            born_on=form.cleaned_data.get("born_on"),
            sending=form.sending,
        )
    except AlreadyDone:
        return True
    except Refused as refused:
        form.show_refusal(refused)
        return False
    messages.success(request, _("The register has been asked."))
    return True
