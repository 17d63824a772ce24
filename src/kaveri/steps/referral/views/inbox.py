"""The inbox, a contact's page, and writing a contact down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.steps.referral import services
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.forms.recording import SENT, InboxFilter, NewContactForm
from kaveri.steps.referral.presenters import contact as contact_presenters
from kaveri.steps.referral.presenters import inbox as presenters
from kaveri.steps.referral.selectors import handling
from kaveri.steps.referral.selectors.looks import open_contact, open_inbox
from kaveri.steps.referral.selectors.receiving import may_keep
from kaveri.steps.referral.views.handling import already_handled


@staff_page(ContactAction.INBOX)
def inbox(request: PersonRequest) -> HttpResponse:
    """Contacts to answer, the most urgent first, and those passed on to me."""
    form = InboxFilter(request.GET)
    asked = form.chosen()
    number = _number(request.GET.get("page", ""))
    found = (
        handling.sent(state=asked["state"], channel=asked["channel"], name=asked["name"]).filter(
            sender_id=request.actor.account_id
        )
        if asked["whose"] == SENT
        else handling.inbox(
            state=asked["state"],
            channel=asked["channel"],
            overdue=bool(asked["overdue"]),
            name=asked["name"],
        ).filter(owner_id=request.actor.account_id)
    )
    part = slice((number - 1) * presenters.PAGE, number * presenters.PAGE)
    looked = open_inbox(actor=request.actor, found=found, part=part)
    page = presenters.inbox_page(form, looked, number=number, asked=asked)
    return show(request, "referral/inbox.html", page)


@staff_page(ContactAction.READ)
def contact(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """One contact: whole for its owner, the own message and its state for its sender."""
    try:
        look = open_contact(actor=request.actor, contact_id=contact_id)
    except Denied:
        return already_handled(request, contact_id)
    return show(request, "referral/contact.html", contact_presenters.contact_page(look))


@staff_page(ContactAction.RECORD, methods=("GET", "POST"))
def new(request: PersonRequest) -> HttpResponse:
    """A contact is written down; after it comes the question whether the person is known."""
    form = NewContactForm.of(
        request,
        municipalities=presenters.municipalities(),
        may_keep=may_keep(request.actor),
    )
    if posted(request) and form.is_valid():
        try:
            made = services.record_contact(
                actor=request.actor,
                asked=form.asked(),
                sent=form.sent(),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone as done:
            return redirect("referral:contact", contact_id=done.object_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(
                request,
                _("The contact is written down. %(name)s answers.")
                % {"name": made.owner.full_name},
            )
            own = made.owner_id == request.actor.account_id
            return redirect(
                "referral:check_known" if own else "referral:contact", contact_id=made.id
            )
    return show(request, "referral/new.html", presenters.new_page(form))


def _number(written: str) -> int:
    return max(1, int(written)) if written.isdecimal() and len(written) < 6 else 1
