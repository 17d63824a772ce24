"""Handing over: the sender's page, and the pages of the one who is asked."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import HandoverState, PlanStanding
from kaveri.steps.coordination.forms import AcceptForm, DeclineForm, OfferForm, WithdrawForm
from kaveri.steps.coordination.views.parts import carried_out, form_page


@staff_page(CoordinationAction.OFFER_HANDOVER, methods=("GET", "POST"))
def handover(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask a colleague to take over, or see the offer that waits for an answer."""
    with looking(CoordinationAction.OFFER_HANDOVER, actor=request.actor) as look:
        head = case_head(look, case_id)
        case = cases.cases().get(pk=case_id)
        rows = list(
            look.rows(
                selectors.handovers().filter(case_id=case_id), CoordinationAction.READ_CASE_PARTS
            )
        )
    waits = next((row for row in rows if row.state == HandoverState.OFFERED), None)
    form = None
    if waits is None and head.is_open:
        form = OfferForm.of(
            request,
            workers=selectors.receivers(case, but=[head.manager_id]),
            initial={"version": head.version},
        )
        answer = carried_out(
            request,
            form,
            lambda sending: services.offer_handover(
                actor=request.actor,
                case_id=case_id,
                to_id=form.person("to") or head.manager_id,
                step=form.cleaned_data["step"],
                due_on=form.cleaned_data["due_on"],
                supports_on=form.cleaned_data["supports_on"],
                plan=PlanStanding(form.cleaned_data["plan"]),
                agreed=form.cleaned_data["agreed"],
                version=form.cleaned_data["version"],
                sending=sending,
            ),
            receipt=_("The handover is offered. You carry on until it is accepted."),
            to=reverse("coordination:people", args=[case_id]),
            now={"version": head.version},
        )
        if answer:
            return answer
    page = presenters.HandoverPage(
        form=form,
        waiting=presenters.offer_line(waits) if waits else None,
        earlier=[presenters.offer_line(row) for row in rows if row is not waits],
    )
    return show(request, "coordination/handover.html", page, head=head)


@staff_page(CoordinationAction.WITHDRAW_HANDOVER, methods=("GET", "POST"))
def handover_withdraw(request: PersonRequest, handover_id: UUID) -> HttpResponse:
    """Take the offer back."""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        rows = selectors.handovers().filter(pk=handover_id, state=HandoverState.OFFERED)
        offer = look.rows(rows, CoordinationAction.WITHDRAW_HANDOVER).first()
        if offer is None:
            raise Denied(CoordinationAction.WITHDRAW_HANDOVER)
        head = case_head(look, offer.case_id)
    form = WithdrawForm.of(request)
    answer = carried_out(
        request,
        form,
        lambda sending: services.withdraw_handover(
            actor=request.actor,
            handover_id=handover_id,
            next_what=form.cleaned_data["next_what"],
            next_due_on=form.cleaned_data["next_due_on"],
            sending=sending,
        ),
        receipt=_("The handover is withdrawn. You carry on."),
        to=reverse("coordination:people", args=[offer.case_id]),
    )
    return answer or form_page(
        request,
        form,
        title=_("Withdraw the handover"),
        send=_("Withdraw the handover"),
        back=reverse("coordination:handover", args=[offer.case_id]),
        head=head,
    )


@staff_page(CoordinationAction.READ_OFFERS)
def offers(request: PersonRequest) -> HttpResponse:
    """The handovers that wait for the reader's answer; nothing of the clients."""
    with looking(CoordinationAction.READ_OFFERS, actor=request.actor) as look:
        look.allow()
        rows = list(look.rows(selectors.handovers()))
    page = [presenters.offer_line(row) for row in rows]
    return show(request, "coordination/offers.html", page)


@staff_page(CoordinationAction.ANSWER_HANDOVER, methods=("GET", "POST"))
def handover_answer(request: PersonRequest, handover_id: UUID) -> HttpResponse:
    """The offer; sending this form takes the case over."""
    page = _asked(request, handover_id)
    form = page.accept
    if not isinstance(form, AcceptForm):
        raise TypeError(form)
    answer = carried_out(
        request,
        form,
        lambda sending: services.accept_handover(
            actor=request.actor,
            handover_id=handover_id,
            told=form.told_how(),
            due_on=form.cleaned_data["due_on"],
            sending=sending,
        ),
        receipt=_("You are the case manager now."),
        to=reverse("workspace:case", args=[page.case_id]),
    )
    return answer or show(request, "coordination/offer.html", page)


@staff_page(CoordinationAction.ANSWER_HANDOVER, methods=("GET", "POST"))
def handover_decline(request: PersonRequest, handover_id: UUID) -> HttpResponse:
    """The offer is answered with no."""
    page = _asked(request, handover_id)
    form = page.decline
    answer = carried_out(
        request,
        form,
        lambda sending: services.decline_handover(
            actor=request.actor,
            handover_id=handover_id,
            reason=form.cleaned_data["reason"],
            sending=sending,
        ),
        receipt=_("You have said no. The one who asked is told."),
        to=reverse("coordination:offers"),
    )
    return answer or form_page(
        request,
        form,
        title=_("Say no to %(reference)s") % {"reference": page.offer.reference},
        lead=_("%(sender)s carries on and reads your reason.") % {"sender": page.offer.sender},
        send=_("Say no"),
        back=reverse("coordination:handover_answer", args=[handover_id]),
    )


def _asked(request: PersonRequest, handover_id: UUID) -> presenters.OfferPage:
    with looking(CoordinationAction.ANSWER_HANDOVER, actor=request.actor) as look:
        offer = look.row(selectors.handovers(), handover_id)
    return presenters.OfferPage(
        case_id=offer.case_id,
        offer=presenters.offer_line(offer),
        accept=AcceptForm.of(request, initial={"due_on": offer.due_on}),
        decline=DeclineForm.of(request),
    )
