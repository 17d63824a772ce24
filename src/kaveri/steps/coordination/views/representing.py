"""Who acts for the client: a worker writes it down, a link gives the account, and it is ended."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import (
    PersonRequest,
    public_page,
    signed_in_page,
    staff_page,
)
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.forms import EndMandateForm, RepresentativeForm, TakeUpForm
from kaveri.steps.coordination.presenters.parts import language
from kaveri.steps.coordination.views.inviting import by_client_side
from kaveri.steps.coordination.views.parts import carried_out, form_page


@signed_in_page(CoordinationAction.READ_REPRESENTATIVES)
def representatives(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who acts for the client, on what document, about what, until when."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head = case_head(look, case_id)
        by_client = by_client_side(head)
        here = cases.cases().filter(pk=case_id)
        if not look.rows(here, CoordinationAction.INVITE_MEMBER).exists():
            raise Denied(CoordinationAction.READ_REPRESENTATIVES)
        rows = selectors.mandates_of(case_id)
        page = presenters.MandatesPage(
            acting=presenters.mandate_lines(
                look.rows(rows, CoordinationAction.READ_REPRESENTATIVES),
                account_id=request.actor.account_id,
                by_client_side=by_client,
                may_change=head.is_open,
            ),
            may_add=head.is_open and not by_client,
        )
    template = "representatives_client.html" if by_client else "representatives.html"
    return show(request, f"coordination/{template}", page, head=head)


@staff_page(CoordinationAction.ADD_REPRESENTATIVE, methods=("GET", "POST"))
def representative_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A guardian, somebody authorised or somebody close, on a document that the worker has seen."""
    with looking(CoordinationAction.ADD_REPRESENTATIVE, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = RepresentativeForm.of(request, initial={"from_on": clock.today()})
    back = reverse("coordination:representatives", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.add_representative(
            actor=request.actor,
            case_id=case_id,
            representing=form.representing,
            sending=sending,
        ),
        receipt=_("It is written down. The client and the person each get a mail."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Who acts for the client"),
        lead=_(
            "Look at the document first. The person sees and does no more than it covers, and no"
            " longer than its last day."
        ),
        send=_("Write it down"),
        back=back,
        head=head,
    )


@signed_in_page(CoordinationAction.END_REPRESENTATIVE, methods=("GET", "POST"))
def representative_end(request: PersonRequest, case_id: UUID, mandate_id: UUID) -> HttpResponse:
    """The second look: the client takes it back, the person lays it down, or a worker writes it down."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = look.rows(selectors.mandates_of(case_id), CoordinationAction.END_REPRESENTATIVE)
        row = rows.filter(pk=mandate_id).first()
        by_client = by_client_side(head)
        line = (
            presenters.mandate_line(
                row,
                account_id=request.actor.account_id,
                by_client_side=by_client,
                may_change=head.is_open,
            )
            if row
            else None
        )
        if line is None or not line.may_end:
            raise Denied(CoordinationAction.END_REPRESENTATIVE)
    form = EndMandateForm.of(request, by_client=by_client)
    # Who lays it down does not come to the client's pages any more.
    is_own = row is not None and row.representative.account_id == request.actor.account_id
    to = (
        reverse("portal:home")
        if is_own
        else reverse("coordination:representatives", args=[case_id])
    )
    answer = carried_out(
        request,
        form,
        lambda sending: services.end_representative(
            actor=request.actor,
            case_id=case_id,
            mandate_id=mandate_id,
            reason=form.why,
            words=form.cleaned_data["words"],
            sending=sending,
        ),
        receipt=_("%(name)s acts no longer.") % {"name": line.name},
        to=to,
    )
    if answer:
        return answer
    page = presenters.SecondLook(
        title=_("Shall %(name)s act no longer?") % {"name": line.name},
        effects=presenters.effects_of_ending(line),
        send=_("End it"),
        back=reverse("coordination:representatives", args=[case_id]),
        by_client=by_client,
        form=form,
    )
    template = (
        "coordination/member_remove_client.html" if by_client else "coordination/member_remove.html"
    )
    return show(request, template, page, head=head)


@public_page(
    CoordinationAction.OPEN_MANDATE, CoordinationAction.TAKE_UP_MANDATE, methods=("GET", "POST")
)
def mandate_link(request: PersonRequest, secret: str) -> HttpResponse:
    """For whoever holds the link: an account of their own. Nothing of the client."""
    try:
        return _by_link(request, secret)
    except Denied:
        return show(request, "coordination/invitation_gone.html", status=404)


def _by_link(request: PersonRequest, secret: str) -> HttpResponse:
    with looking(CoordinationAction.OPEN_MANDATE, actor=request.actor) as look:
        behind = selectors.behind_mandate_link(services.fingerprint(secret))
        row = selectors.mandates().filter(behind).select_related("case__unit").first()
        if row is None:
            raise Denied(CoordinationAction.OPEN_MANDATE)
        look.about = (row._meta.label_lower, row.pk)
        look.concerns([row.case.client_id])
    form = TakeUpForm.of(request)
    if posted(request) and form.is_valid():
        done = False
        try:
            services.take_up_mandate(
                actor=request.actor,
                secret=secret,
                password=form.cleaned_data["password"],
                language=language(),
                sending=UUID(form.idempotency_key),
            )
            done = True
        except AlreadyDone:
            done = True
        except Refused as refused:
            form.show_refusal(refused)
        if done:
            return redirect("coordination:mandate_ready")
    manager = row.case.case_manager
    page = {
        "manager": manager.full_name,
        "unit": presenters.organisation_name(row.case.unit),  # type: ignore[arg-type]
        "phone": manager.phone,
        "name": row.representative.name,
        "username": row.representative.email,
        "until": presenters.link_until(row),
        "form": form,
    }
    return show(request, "coordination/mandate_link.html", page)


@public_page(CoordinationAction.OPEN_MANDATE)
def mandate_ready(request: PersonRequest) -> HttpResponse:
    """The account is there: sign in. It knows nothing of whose it is."""
    to = reverse("account_login") + "?next=" + reverse("portal:home")
    return show(request, "coordination/mandate_ready.html", {"sign_in": to})
