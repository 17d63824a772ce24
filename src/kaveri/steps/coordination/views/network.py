"""The client's network: shown to each as far as they may know it, changed by the client or on their wish."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.labels import step_words
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import InForce, MemberState
from kaveri.steps.coordination.forms import (
    AnswerYesForm,
    LimitForm,
    RemoveMemberForm,
)
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.presenters.network import Line
from kaveri.steps.coordination.views.inviting import by_client_side, one_form
from kaveri.steps.coordination.views.parts import carried_out

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

_PERSONAL = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})
# Everybody who may see a network knows who answers for the case, and who stands in.
_ALWAYS = (RelationKind.CASE_MANAGER, RelationKind.SUBSTITUTE)
_BESIDE = (RelationKind.PAIR, RelationKind.COACH)


@signed_in_page(CoordinationAction.READ_NETWORK)
def network(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who is who around the client, as a picture and as a list."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head = case_head(look, case_id)
        earlier = Exists(selectors.earlier_members(case_id).order_by())
        case = policy.marked(
            cases.cases().filter(pk=case_id).annotate(has_earlier=earlier),
            CoordinationAction.INVITE_MEMBER,
            request.actor,
            "may_change",
        ).get()
        may_change = head.is_open and case.may_change  # type: ignore[attr-defined]
        asked = list(look.rows(selectors.asked_to(case_id), CoordinationAction.READ_MEMBERS))
        rows = [row for row in asked if row.declined_at is None]
        # Who said no concerns those who asked.
        said_no = [row for row in asked if row.declined_at is not None] if may_change else []
        now = selectors.in_force(case.client_id)
        me = request.actor.account_id
        members = [
            presenters.member_line(
                row,
                shown=selectors.allowed_now(case, row, now),
                now=now if may_change or row.account_id == me else None,
                account_id=me,
                may_change=may_change,
            )
            for row in rows
        ]
        page = presenters.network_page(
            head,
            near=_near(look, head, case, rows, now),
            members=members,
            by_client=by_client_side(head),
            may_change=may_change,
            shows_sight=may_change or any(line.is_me for line in members),
            has_earlier=may_change and case.has_earlier,  # type: ignore[attr-defined]
            declined=[presenters.declined_line(row) for row in said_no],
        )
    template = "coordination/network_client.html" if page.by_client else "coordination/network.html"
    return show(request, template, page, head=head)


def _near(look: Look, head: CaseHead, case: "Case", rows: list[Member], now: InForce) -> list[Line]:
    """Those who answer for the case; pair and coach only to those who may know what they tell."""
    unit = presenters.organisation_name(case.unit)  # type: ignore[arg-type]
    roles = {
        RelationKind.CASE_MANAGER: _("case manager"),
        RelationKind.SUBSTITUTE: _("stands in"),
        RelationKind.PAIR: _("working pair"),
        RelationKind.COACH: _("work coach"),
    }
    found = [person for person in head.people if person.kind in _ALWAYS]
    beside = [person for person in head.people if person.kind in _BESIDE]
    actor = look.actor
    ours = (actor.organisation_id, actor.register) == (case.controller_id, case.register)
    if beside and not (ours or by_client_side(head)):
        accounts = people.accounts().filter(pk__in=[person.account_id for person in beside])
        tells = selectors.told_by(accounts)
        known = selectors.telling_of(case, actor, now)
        beside = [
            person
            for person in beside
            if person.account_id == actor.account_id or tells.get(person.account_id) in known
        ]
    members = {row.account_id for row in rows}
    return [
        presenters.near_line(
            person,
            str(roles[RelationKind(person.kind)]),
            organisation=unit if person.kind in _ALWAYS else "",
            me=actor.account_id,
        )
        for person in [*found, *beside]
        if person.kind == RelationKind.CASE_MANAGER or person.account_id not in members
    ]


@signed_in_page(CoordinationAction.CHANGE_NETWORK)
def member(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """One person: how to reach them, what they see, what can be done."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head, row = _member(look, case_id, member_id)
        case = row.case
        now = selectors.in_force(case.client_id)
        line = presenters.member_line(
            row, shown=selectors.allowed_now(case, row, now), now=now, may_change=head.is_open
        )
        page = presenters.MemberPage(
            case_id=case_id,
            line=line,
            by_client=by_client_side(head),
            is_limited=selectors.limits_of([row.id]).exists(),
            may_limit=row.account is not None
            and not selectors.has_ground(row.account, case)
            and row.state in {MemberState.INVITED, MemberState.ACCEPTED},
        )
    template = "coordination/member_client.html" if page.by_client else "coordination/member.html"
    return show(request, template, page, head=head)


@signed_in_page(CoordinationAction.LIMIT_MEMBER, methods=("GET", "POST"))
def member_limit(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """What this person does not see."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head, row = _member(look, case_id, member_id)
        kept = [
            code for limit in selectors.limits_of([row.id]) for code in limit.categories.split()
        ]
    form = LimitForm.of(request, by_client=by_client_side(head), initial={"categories": kept})
    back = reverse("coordination:member", args=[case_id, member_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.limit_member(
            actor=request.actor,
            member_id=member_id,
            categories=[Category(code) for code in form.cleaned_data["categories"]],
            wish_told=form.cleaned_data.get("wish_told", ""),
            sending=sending,
        ),
        receipt=_("It is kept from the person from now on."),
        to=back,
    )
    return answer or one_form(
        request,
        head,
        form,
        title=_("What %(name)s does not see") % {"name": row.name},
        lead=_("It holds from the next moment. It can only take away, never give more."),
        send=_("Keep these"),
        back=back,
    )


@signed_in_page(CoordinationAction.REMOVE_MEMBER, methods=("GET", "POST"))
def member_remove(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """The second look: what happens when the person is taken out."""
    with looking(CoordinationAction.READ_NETWORK, actor=request.actor) as look:
        head, row = _member(look, case_id, member_id)
        now = selectors.in_force(row.case.client_id)
        shown = selectors.allowed_now(row.case, row, now)
        owned = selectors.left_without_owner(case_id, row.account_id)
        readable = list(look.rows(owned, TaskAction.READ))
        line = presenters.member_line(row, shown=shown, now=now)
        stays = any(
            person.account_id == row.account_id and person.kind != RelationKind.MEMBER
            for person in head.people
        )
        effects = presenters.effects_of_removing(
            line,
            shown,
            readable=readable,
            hidden=owned.count() - len(readable),
            in_plan=selectors.named_in_plan(case_id, row.account_id),
            stays_near=stays,
            manager=head.manager,
            task_words={task.id: str(step_words(task.kind, task.what)) for task in readable},
        )
    by_client = by_client_side(head)
    form = RemoveMemberForm.of(request, by_client=by_client)
    to = reverse("coordination:network", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.remove_member(
            actor=request.actor,
            member_id=member_id,
            wish_told=form.cleaned_data.get("wish_told", ""),
            wish_words=form.cleaned_data["wish_words"],
            sending=sending,
        ),
        receipt=_("%(name)s does not belong to the network any more.") % {"name": row.name},
        to=to,
    )
    if answer:
        return answer
    page = presenters.SecondLook(
        title=_("Take %(name)s out of the network?") % {"name": row.name},
        effects=effects,
        send=_("Take out"),
        back=reverse("coordination:member", args=[case_id, member_id]),
        by_client=by_client,
        form=form,
    )
    template = (
        "coordination/member_remove_client.html" if by_client else "coordination/member_remove.html"
    )
    return show(request, template, page, head=head)


@signed_in_page(CoordinationAction.LIFT_LIMIT, methods=("POST",))
def limit_lift(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """Keep nothing from the person any more."""
    return _at_once(
        request,
        lambda sending: services.lift_limit(
            actor=request.actor, case_id=case_id, member_id=member_id, sending=sending
        ),
        receipt=_("Nothing is kept any more. Consent still says how far the person sees."),
        to=reverse("coordination:member", args=[case_id, member_id]),
    )


@signed_in_page(CoordinationAction.RENEW_INVITATION, methods=("POST",))
def invitation_renew(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """Send the invitation once more; an older link dies."""
    return _at_once(
        request,
        lambda sending: services.renew_invitation(
            actor=request.actor, case_id=case_id, member_id=member_id, sending=sending
        ),
        receipt=_("The invitation is sent once more. An older link no longer opens."),
        to=reverse("coordination:member", args=[case_id, member_id]),
    )


@signed_in_page(
    CoordinationAction.CHANGE_NETWORK, CoordinationAction.ACCEPT_INVITATION, methods=("POST",)
)
def supporter_yes(request: PersonRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    """Somebody close has said yes, by word of mouth."""
    return _at_once(
        request,
        lambda sending: services.accept_invitation(
            actor=request.actor, case_id=case_id, member_id=member_id, sending=sending
        ),
        receipt=_("It is written down that the person has said yes."),
        to=reverse("coordination:member", args=[case_id, member_id]),
    )


# --- parts ----------------------------------------------------------------------------------------


def _member(look: Look, case_id: UUID, member_id: UUID) -> tuple[CaseHead, Member]:
    """A member whom the one who looks may change, and the head of the case."""
    head = case_head(look, case_id)
    rows = look.rows(selectors.members_of(case_id), CoordinationAction.CHANGE_NETWORK)
    row = rows.filter(pk=member_id).first()
    if row is None:
        raise Denied(look.action)
    return head, row


def _at_once(
    request: PersonRequest, use_case: Callable[[UUID], Any], *, receipt: str, to: str
) -> HttpResponse:
    """A button: done, done already, or not possible any more."""
    form = AnswerYesForm(request.POST)
    try:
        use_case(UUID(form.idempotency_key))
    except AlreadyDone:
        pass
    except Refused:
        messages.warning(request, _("This has changed meanwhile. Look at how it stands now."))
    else:
        messages.success(request, receipt)
    return redirect(to)
