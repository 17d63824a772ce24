"""The one who is invited: the link, the account, yes or no, and leaving."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kaveri.casebook.cases import selectors as cases
from kaveri.foundation.accounts.doors import PersonRequest, public_page, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import MemberState
from kaveri.steps.coordination.forms import AnswerNoForm, AnswerYesForm, TakeAccountForm
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.presenters.parts import language
from kaveri.steps.coordination.views.parts import carried_out


@staff_page(CoordinationAction.READ_INVITATION)
def invitations(request: PersonRequest) -> HttpResponse:
    """The invitations that wait for me, and the networks I belong to."""
    with looking(CoordinationAction.READ_INVITATION, actor=request.actor) as look:
        rows = list(
            look.rows(
                selectors.members().filter(selectors.still_there()).select_related("case__unit")
            )
        )
        look.concerns(row.case.client_id for row in rows)
    lines = [_page(row) for row in rows]
    return show(request, "coordination/invitations.html", lines)


@staff_page(
    CoordinationAction.READ_INVITATION,
    CoordinationAction.ACCEPT_INVITATION,
    methods=("GET", "POST"),
)
def invitation(request: PersonRequest, member_id: UUID) -> HttpResponse:
    """Who invites and to which role; yes."""
    row, page_of = _opened(request, member_id)
    form = AnswerYesForm.of(request)
    answer = carried_out(
        request,
        form,
        lambda sending: services.accept_invitation(
            actor=request.actor, member_id=member_id, sending=sending
        ),
        receipt=_(
            "You belong to the network. You see what the client's consent or the law allows."
        ),
        to=reverse("coordination:invitation", args=[row.id]),
    )
    return answer or show(request, "coordination/invitation.html", page_of(form))


@staff_page(CoordinationAction.DECLINE_INVITATION, methods=("GET", "POST"))
def invitation_decline(request: PersonRequest, member_id: UUID) -> HttpResponse:
    """No, with a reason or without."""
    row, _page_of = _opened(request, member_id)
    if row.state is not MemberState.INVITED:
        return redirect("coordination:invitation", member_id=member_id)
    form = AnswerNoForm.of(request)
    return _answered(
        request,
        form,
        lambda sending: services.decline_invitation(
            actor=request.actor,
            member_id=member_id,
            reason=form.cleaned_data["reason"],
            sending=sending,
        ),
        title=_("Say no to the invitation"),
        lead=_("The case manager and the client are told that you said no."),
        send=_("Say no"),
        receipt=_("You have said no. Nothing was opened to you."),
        back=reverse("coordination:invitation", args=[row.id]),
    )


@staff_page(CoordinationAction.LEAVE_NETWORK, methods=("GET", "POST"))
def network_leave(request: PersonRequest, member_id: UUID) -> HttpResponse:
    """Step out of the network; what one had to do goes to the case manager."""
    row, _page_of = _opened(request, member_id)
    if row.state is not MemberState.ACCEPTED:
        return redirect("coordination:invitation", member_id=member_id)
    form = AnswerNoForm.of(request)
    return _answered(
        request,
        form,
        lambda sending: services.leave_network(
            actor=request.actor,
            member_id=member_id,
            reason=form.cleaned_data["reason"],
            sending=sending,
        ),
        title=_("Leave the network"),
        lead=_(
            "You no longer see anything of the client here. What you had to do goes to %(manager)s, "
            "with the same days."
        )
        % {"manager": row.case.case_manager.full_name},
        send=_("Leave"),
        receipt=_("You have left the network."),
        back=reverse("coordination:invitation", args=[row.id]),
    )


@never_cache
@public_page(CoordinationAction.OPEN_LINK, CoordinationAction.TAKE_ACCOUNT, methods=("GET", "POST"))
def invitation_link(request: PersonRequest, secret: str) -> HttpResponse:
    """For whoever holds the link: who invites, and an account of their own. Nothing of the client."""
    try:
        return _by_link(request, secret)
    except Denied:
        return show(request, "coordination/invitation_gone.html", status=404)


def _by_link(request: PersonRequest, secret: str) -> HttpResponse:
    with looking(CoordinationAction.OPEN_LINK, actor=request.actor) as look:
        behind = selectors.behind_link(services.fingerprint(secret))
        row = selectors.members().filter(behind).select_related("case__unit").first()
        if row is None:
            raise Denied(CoordinationAction.OPEN_LINK)
        look.about = (row._meta.label_lower, row.pk)
        look.concerns([row.case.client_id])
    form = TakeAccountForm.of(request)
    if posted(request) and form.is_valid():
        done = False
        try:
            services.take_account(
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
            return redirect("coordination:invitation_ready")
    page = {
        "invitation": _page(row),
        "name": row.name,
        "username": row.email,
        "until": presenters.days_left(row),
        "form": form,
    }
    return show(request, "coordination/invitation_link.html", page)


@public_page(CoordinationAction.OPEN_LINK)
def invitation_ready(request: PersonRequest) -> HttpResponse:
    """The account is there: sign in and answer. It knows nothing of whose it is."""
    to = reverse("account_login") + "?next=" + reverse("coordination:invitations")
    return show(request, "coordination/invitation_ready.html", {"sign_in": to})


# --- parts ----------------------------------------------------------------------------------------


def _page(row: Member) -> presenters.InvitationPage:
    return presenters.invitation_page(row, unit=presenters.organisation_name(row.case.unit))  # type: ignore[arg-type]


def _opened(
    request: PersonRequest, member_id: UUID
) -> tuple[Member, Callable[[KaveriForm], presenters.InvitationPage]]:
    """The invitation or membership of the one who looks, and how to make its page."""
    with looking(CoordinationAction.READ_INVITATION, actor=request.actor) as look:
        rows = selectors.members().filter(selectors.still_there()).select_related("case__unit")
        row = look.row(rows, member_id)
        look.concerns([row.case.client_id])
        accepted = row.state is MemberState.ACCEPTED
        shown = (
            selectors.allowed_now(row.case, row, selectors.in_force(row.case.client_id))
            if accepted
            else []
        )
        here = cases.cases().filter(pk=row.case_id)
        opens = accepted and look.rows(here, CoordinationAction.READ_NETWORK).exists()

    def page_of(form: KaveriForm) -> presenters.InvitationPage:
        return presenters.invitation_page(
            row,
            unit=presenters.organisation_name(row.case.unit),  # type: ignore[arg-type]
            form=form,
            shown=shown,
            opens=opens,
        )

    return row, page_of


def _answered(
    request: PersonRequest,
    form: AnswerNoForm,
    use_case: Callable[[UUID], Any],
    *,
    title: str,
    lead: str,
    send: str,
    receipt: str,
    back: str,
) -> HttpResponse:
    answer = carried_out(
        request, form, use_case, receipt=receipt, to=reverse("coordination:invitations")
    )
    if answer:
        return answer
    page = presenters.FormPage(title=title, lead=lead, send=send, back=back, form=form)
    return show(request, "coordination/form.html", page)
