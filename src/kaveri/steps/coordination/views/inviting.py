"""Inviting to the network: a worker, a partner's worker without an account, somebody close."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page, staff_page
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import MemberKind
from kaveri.steps.coordination.forms import (
    InviteAgainForm,
    InvitePartnerForm,
    InviteWorkerForm,
    NetworkForm,
    OrganisationForm,
    SupporterForm,
)
from kaveri.steps.coordination.views.parts import carried_out, form_page

_PERSONAL = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})


@staff_page(CoordinationAction.INVITE_MEMBER, methods=("GET", "POST"))
def member_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Invite a worker who has an account: first where they work, then who."""
    return _invite(request, case_id, MemberKind.WORKER)


@staff_page(CoordinationAction.INVITE_MEMBER, methods=("GET", "POST"))
def partner_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Invite a partner's worker without an account: a link goes out that says nothing."""
    return _invite(request, case_id, MemberKind.PARTNER)


def _invite(request: PersonRequest, case_id: UUID, kind: MemberKind) -> HttpResponse:
    by_link = kind is MemberKind.PARTNER
    with looking(CoordinationAction.INVITE_MEMBER, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = {row.key: row for row in people.organisations().order_by("name_fi", "id")}
        taken = [row.account_id for row in selectors.members_of(case_id) if row.account_id]
        # The county's own workers get their accounts from its administrator.
        keeper = cases.cases().get(pk=case_id).controller_id if by_link else None
    offered = [
        (key, presenters.organisation_name(row)) for key, row in rows.items() if row.id != keeper
    ]
    asked = rows.get(request.GET.get("organisation", ""))
    workers = selectors.invitable(asked.id).exclude(pk__in=taken) if asked else ()
    form: NetworkForm = (
        InvitePartnerForm.of(request) if by_link else InviteWorkerForm.of(request, workers=workers)
    )
    back = reverse("coordination:network", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.invite_member(
            actor=request.actor,
            case_id=case_id,
            invitation=_invitation(form, kind, asked.id if asked else None),
            sending=sending,
        ),
        receipt=_("The invitation is sent. Nothing opens before the person has said yes."),
        to=back,
    )
    if answer:
        return answer
    other = "coordination:member_new" if by_link else "coordination:partner_new"
    page = presenters.InvitePage(
        by_link=by_link,
        choose=OrganisationForm(request.GET or None, organisations=offered),
        organisation=presenters.organisation_name(asked),
        form=form if asked else None,
        other=reverse(other, args=[case_id]) + (f"?organisation={asked.key}" if asked else ""),
        back=back,
    )
    return show(request, "coordination/member_new.html", page, head=head)


def _invitation(
    form: KaveriForm, kind: MemberKind, organisation_id: UUID | None
) -> services.Invitation:
    said = form.cleaned_data
    return services.Invitation(
        kind=kind,
        role=said["role"],
        account_id=UUID(said["account"]) if said.get("account") else None,
        organisation_id=organisation_id,
        first_name=said.get("first_name", ""),
        last_name=said.get("last_name", ""),
        phone=said.get("phone", ""),
        email=said.get("email", ""),
        wish_told=said.get("wish_told", ""),
        has_said_yes=said.get("has_said_yes", False),
    )


@signed_in_page(CoordinationAction.INVITE_MEMBER, methods=("GET", "POST"))
def supporter_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Add somebody close: no account, sees nothing."""
    with looking(CoordinationAction.INVITE_MEMBER, actor=request.actor) as look:
        head = case_head(look, case_id)
    by_client = by_client_side(head)
    form = SupporterForm.of(request, by_client=by_client)
    back = reverse("coordination:network", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.invite_member(
            actor=request.actor,
            case_id=case_id,
            invitation=_invitation(form, MemberKind.SUPPORTER, None),
            sending=sending,
        ),
        receipt=_("The person is added."),
        to=back,
    )
    return answer or one_form(
        request,
        head,
        form,
        title=_("Somebody close to you") if by_client else _("Somebody close to the client"),
        lead=_("The person gets no account and sees nothing of what is written here."),
        send=_("Add"),
        back=back,
    )


@signed_in_page(CoordinationAction.INVITE_AGAIN, methods=("GET", "POST"))
def network_earlier(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The support is open again: whom of those who were here before does the client want?"""
    with looking(CoordinationAction.INVITE_AGAIN, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = selectors.earlier_members(case_id)
        earlier = list(look.rows(rows, CoordinationAction.READ_MEMBERS))
    back = reverse("coordination:network", args=[case_id])
    if not earlier and not posted(request):
        return redirect(back)
    by_client = by_client_side(head)
    form = InviteAgainForm.of(
        request,
        by_client=by_client,
        offered=[(str(row.pk), presenters.known_as(row)) for row in earlier],
    )
    answer = carried_out(
        request,
        form,
        lambda sending: services.invite_again(
            actor=request.actor,
            case_id=case_id,
            member_ids=[UUID(pk) for pk in form.cleaned_data["members"]],
            wish_told=form.cleaned_data.get("wish_told", ""),
            sending=sending,
        ),
        receipt=_("The invitations are sent. Nothing opens before each has said yes."),
        to=back,
    )
    return answer or one_form(
        request,
        head,
        form,
        title=_("Invite again those who were here before"),
        lead=_(
            "Nobody comes back by themselves. Tick only those you want. Nothing opens before the"
            " person has said yes."
        )
        if by_client
        else _(
            "Nobody comes back by themselves. Ask the client about each one, and tick only those the"
            " client wants. Nothing opens before the person has said yes."
        ),
        send=_("Invite those ticked"),
        back=back,
    )


def by_client_side(head: CaseHead) -> bool:
    """Whether the client, or somebody who acts for them, looks."""
    return bool(head.relations & _PERSONAL)


def one_form(
    request: PersonRequest,
    head: CaseHead,
    form: KaveriForm,
    *,
    title: str,
    lead: str,
    send: str,
    back: str,
) -> HttpResponse:
    if not by_client_side(head):
        return form_page(request, form, title=title, lead=lead, send=send, back=back, head=head)
    page = presenters.FormPage(title=title, lead=lead, send=send, back=back, form=form)
    return show(request, "coordination/client_form.html", page)
