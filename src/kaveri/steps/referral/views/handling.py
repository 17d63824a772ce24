"""What the owner of a contact does with it, and answering what was passed on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from kaveri.casebook.contacts.domain import AttemptWay, ClosingReason
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, still_looking
from kaveri.steps.referral import services
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import Earlier
from kaveri.steps.referral.forms.handling import (
    YES,
    AdviseForm,
    AnswerOfferForm,
    AttemptForm,
    CloseForm,
    ConfirmForm,
    HandlingForm,
    PassOnForm,
    TakeOnForm,
)
from kaveri.steps.referral.presenters import handling as presenters
from kaveri.steps.referral.selectors import handling as selectors
from kaveri.steps.referral.selectors.knowing import earlier_found, was_checked
from kaveri.steps.referral.selectors.looks import open_handled, open_offer, open_to_handle

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One of the owner's acts: its form, its words, what it calls and where it leads."""

    action: ContactAction
    form: Callable[["Contact"], HandlingForm]
    do: Callable[[HandlingForm], Any]
    title: str
    lead: str
    send: str
    done: str
    leads_to: Callable[[Any], str]
    danger: bool = False
    notice: Callable[["Contact"], str] = lambda _contact: ""


@staff_page(ContactAction.ATTEMPT, methods=("GET", "POST"))
def attempt(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """A dated try to reach the person."""

    def do(form: Any) -> Any:
        given = form.cleaned_data
        return services.record_attempt(
            actor=request.actor,
            contact_id=contact_id,
            how=AttemptWay(given["how"]),
            at=form.at(),
            reached=given["reached"] == YES,
            note=given["note"],
            sending=form.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.ATTEMPT,
            form=lambda contact: AttemptForm.of(request, initial={"version": contact.version}),
            do=do,
            title=_("Record a try to reach the person"),
            lead=_("A missed call is normal and ends nothing."),
            send=_("Record the try"),
            done=_("The try is recorded."),
            leads_to=lambda _made: _page(contact_id),
        ),
    )


@staff_page(ContactAction.CONFIRM, methods=("GET", "POST"))
def confirm(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """What the person says of what somebody else wrote."""

    def do(form: Any) -> Any:
        given = form.cleaned_data
        return services.confirm_contact(
            actor=request.actor,
            contact_id=contact_id,
            version=form.seen,
            agrees=given["agrees"] == YES,
            told=Told(given["told"]) if given["told"] else None,
            sending=form.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.CONFIRM,
            form=lambda contact: ConfirmForm.of(request, initial={"version": contact.version}),
            do=do,
            title=_("Record what the person says"),
            lead=_(
                "If the person does not want this, the contact ends here and nobody asks again."
            ),
            send=_("Record the answer"),
            done=_("The person's answer is recorded."),
            leads_to=lambda made: _page(contact_id) if made.closed_at is None else _inbox(),
        ),
    )


@staff_page(ContactAction.ADVISE, methods=("GET", "POST"))
def advise(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """An answer is enough, and the person has been told."""

    def do(form: Any) -> Any:
        return services.advise_contact(
            actor=request.actor,
            contact_id=contact_id,
            version=form.seen,
            answer=form.cleaned_data["answer"],
            told=Told(form.cleaned_data["told"]),
            sending=form.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.ADVISE,
            form=lambda contact: AdviseForm.of(request, initial={"version": contact.version}),
            do=do,
            title=_("Answer with advice"),
            lead=_(
                "When an answer is all that is needed. If another service is needed, pass the contact on."
            ),
            send=_("Record the answer"),
            done=_("The contact is answered."),
            leads_to=lambda _made: _inbox(),
        ),
    )


@staff_page(ContactAction.CLOSE, methods=("GET", "POST"))
def close(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """The person does not want this, or has not been reached."""

    def do(form: Any) -> Any:
        return services.close_contact(
            actor=request.actor,
            contact_id=contact_id,
            version=form.seen,
            reason=ClosingReason(form.cleaned_data["reason"]),
            sending=form.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.CLOSE,
            form=lambda contact: CloseForm.of(request, initial={"version": contact.version}),
            do=do,
            title=_("Close the contact"),
            lead=_(
                "The person and the sender are told that it is closed. They can come back whenever they want."
            ),
            send=_("Close the contact"),
            done=_("The contact is closed."),
            leads_to=lambda _made: _inbox(),
            danger=True,
        ),
    )


@staff_page(ContactAction.PASS_ON, methods=("GET", "POST"))
def pass_on(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """The contact is offered to somebody by name."""

    def do(form: Any) -> Any:
        return services.pass_on_contact(
            actor=request.actor,
            contact_id=contact_id,
            version=form.seen,
            to_id=UUID(form.cleaned_data["to"]),
            why=form.cleaned_data["why"],
            sending=form.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.PASS_ON,
            form=lambda contact: PassOnForm.of(
                request,
                initial={"version": contact.version},
                people=selectors.receivers(contact, but=contact.owner_id),
            ),
            do=do,
            title=_("Pass the contact on"),
            lead=_("You answer for the contact until the receiver says yes."),
            send=_("Pass on"),
            done=_("The receiver has been asked. Until they answer, the contact is yours."),
            leads_to=lambda _made: _page(contact_id),
        ),
    )


@staff_page(ContactAction.TAKE_ON, methods=("GET", "POST"))
def take_on(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """The person becomes a client, with a case manager and a first meeting by a day."""

    def form(contact: "Contact") -> HandlingForm:
        first, _space, last = contact.name.strip().rpartition(" ")
        # The earlier record is nobody's near yet; the use case that may take it up has the gate to it.
        with still_looking(Look(ContactAction.TAKE_ON, request.actor)):
            earlier = earlier_found(contact)
        return TakeOnForm.of(
            request,
            initial={
                "version": contact.version,
                "first_name": first or last,
                "last_name": last if first else "",
                "manager": str(request.actor.account_id),
            },
            people=selectors.colleagues(request.actor),
            offers_earlier=earlier is Earlier.ENDED,
        )

    def do(sent: Any) -> Any:
        return services.take_on_contact(
            actor=request.actor,
            contact_id=contact_id,
            version=sent.seen,
            how=sent.how(),
            sending=sent.sending,
        )

    return _handle(
        request,
        contact_id,
        Doing(
            action=ContactAction.TAKE_ON,
            form=form,
            do=do,
            title=_("Take the contact on"),
            lead=_(
                "The person becomes a client. The case manager holds it together from this moment."
            ),
            send=_("Take on"),
            done=_("The contact is taken on."),
            leads_to=lambda made: _case_page(made.id),
            notice=_not_checked,
        ),
    )


@staff_page(ContactAction.ANSWER_OFFER, methods=("GET", "POST"))
def answer_offer(request: PersonRequest, offer_id: UUID) -> HttpResponse:
    """Yes, or no and why."""
    form = AnswerOfferForm.of(request)
    if posted(request) and form.is_valid():
        accepts = form.cleaned_data["answer"] == YES
        try:
            offer = services.answer_offer(
                actor=request.actor,
                offer_id=offer_id,
                accepts=accepts,
                reason=form.cleaned_data["reason"],
                sending=form.sending,
            )
        except AlreadyDone:
            return redirect("referral:inbox")
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(
                request,
                _("The contact is now yours.") if accepts else _("Your answer has been sent."),
            )
            return redirect(_page(offer.contact_id) if accepts else _inbox())
    offer = open_offer(actor=request.actor, offer_id=offer_id)
    return show(request, "referral/act.html", presenters.offer_page(form, offer))


def _handle(request: PersonRequest, contact_id: UUID, doing: Doing) -> HttpResponse:
    try:
        contact = open_to_handle(actor=request.actor, contact_id=contact_id, action=doing.action)
    except Denied:
        return already_handled(request, contact_id)
    form = doing.form(contact)
    if posted(request) and form.is_valid():
        try:
            made = doing.do(form)
        except AlreadyDone:
            return redirect(_inbox())
        except Changed as changed:
            form.show_change(changed, contact.version)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, doing.done)
            return redirect(doing.leads_to(made))
    page = presenters.act_page(
        form,
        contact,
        title=doing.title,
        lead=doing.lead,
        send=doing.send,
        danger=doing.danger,
        notice=doing.notice(contact),
    )
    return show(request, "referral/act.html", page)


def already_handled(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """To its last owner: what became of it, as when going back after taking it on; to others nothing."""
    contact, is_near = open_handled(actor=request.actor, contact_id=contact_id)
    case_page = _case_page(contact.case_id) if is_near and contact.case_id else ""
    return show(request, "referral/handled.html", presenters.handled_page(contact, case_page))


def _not_checked(contact: "Contact") -> str:
    if was_checked(contact.id):
        return ""
    return _("Nobody has asked whether the person is known already. Ask first if you can.")


def _page(contact_id: UUID) -> str:
    return reverse("referral:contact", args=[contact_id])


def _inbox() -> str:
    return reverse("referral:inbox")


def _case_page(case_id: UUID) -> str:
    """The case on one page, once the workspace has built it."""
    try:
        return reverse("workspace:case", args=[case_id])
    except NoReverseMatch:
        return _inbox()
