"""The pages of the special competence team: the sender's, the team's and the client's."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.selectors import workers_near
from kaveri.steps.special_team import presenters, selectors, services
from kaveri.steps.special_team.actions import SpecialAction
from kaveri.steps.special_team.forms import (
    AnswerForm,
    CallForm,
    FollowUpForm,
    MoreForm,
    ReferForm,
    WithdrawForm,
)
from kaveri.steps.special_team.models import SpecialReferral


@staff_page(SpecialAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Where the referral stands: in whose hands, until when, and why."""
    with looking(SpecialAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.of_case(case_id), SpecialAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
        here = cases.cases().filter(pk=case_id)
        may_send = head.is_open and look.rows(here, SpecialAction.REFER).exists()
        page = presenters.of_case_page(
            found,
            selectors.called([row.pk for row in found]),
            where,
            case_id=case_id,
            may_refer=may_send and not any(row.closed_at is None for row in found),
            may_send=may_send,
            coordinated=frozenset(
                row.pk for row in found if row.coordinator_id == request.actor.account_id
            ),
        )
    return show(request, "special_team/of_case.html", page, head=head)


@staff_page(SpecialAction.REFER, methods=("GET", "POST"))
def refer(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Refer to the team: every part is needed."""
    with looking(SpecialAction.REFER, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        form = ReferForm.of(request, coordinators=selectors.coordinators())
    back = reverse("special_team:of_case", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.refer(
            actor=request.actor, case_id=case_id, sending=sending, **form.wanted()
        ),
        receipt=_("The referral is sent. You see here where it stands."),
        to=back,
    )
    page = presenters.FormPage(
        title=_("Refer to the special competence team"),
        lead=_("The team needs a plan in the case, and every part below."),
        send=_("Send the referral"),
        back=back,
        form=form,
    )
    return done or show(request, "special_team/case_form.html", page, head=head)


@staff_page(SpecialAction.COMPLETE, methods=("GET", "POST"))
def more(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Answer what the team asked for."""
    row = _opened(request, referral_id, SpecialAction.COMPLETE)
    form = MoreForm.of(request, initial={"version": row.version})
    return _form(
        request,
        row,
        form,
        services.complete_referral,
        to=reverse("special_team:of_case", args=[row.case_id]),
        receipt=_("The referral is completed and waits for the team."),
        title=_("Answer the team"),
        send=_("Add to the referral"),
    )


@staff_page(SpecialAction.WITHDRAW, methods=("GET", "POST"))
def withdraw(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Take the referral back."""
    row = _opened(request, referral_id, SpecialAction.WITHDRAW)
    form = WithdrawForm.of(request, initial={"version": row.version})
    return _form(
        request,
        row,
        form,
        services.withdraw_referral,
        to=reverse("special_team:of_case", args=[row.case_id]),
        receipt=_("The referral is taken back. The team no longer sees the case."),
        title=_("Take the referral back"),
        send=_("Take the referral back"),
    )


@staff_page(SpecialAction.QUEUE)
def queue(request: PersonRequest) -> HttpResponse:
    """What is in the hands of the team's coordinator, what is due first at the top."""
    with looking(SpecialAction.QUEUE, actor=request.actor) as look:
        look.allow()
        rows = look.rows(selectors.queue())
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
        look.concerns(row.case.client_id for row in found)
    page = presenters.queue_page(found, where)
    return show(request, "special_team/queue.html", page)


@staff_page(SpecialAction.ANSWER, methods=("GET", "POST"))
def answer(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Read the referral and answer it, with the reason."""
    row = _opened(request, referral_id, SpecialAction.ANSWER)
    form = AnswerForm.of(request, initial={"version": row.version})
    return _form(
        request,
        row,
        form,
        services.answer_referral,
        to=reverse("special_team:queue"),
        receipt=_("The answer is given. The sender and the client see it."),
        title=_("Answer the referral"),
        send=_("Give the answer"),
    )


@staff_page(SpecialAction.CALL, methods=("GET", "POST"))
def call(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Call somebody whom this case needs."""
    row = _opened(request, referral_id, SpecialAction.CALL)
    form = CallForm.of(request)
    return _form(
        request,
        row,
        form,
        services.call_to_team,
        to=reverse("special_team:of_case", args=[row.case_id]),
        receipt=_("Called. This person sees the case until the follow-up is agreed."),
        title=_("Call somebody for this case"),
        send=_("Call to the team"),
    )


@staff_page(SpecialAction.AGREE, methods=("GET", "POST"))
def agree(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Agree who follows up, and when; the team lets go."""
    row = _opened(request, referral_id, SpecialAction.AGREE)
    team = {row.coordinator_id, *row.called.values_list("account_id", flat=True)}
    owners = [who for who in workers_near(row.case_id) if who.pk not in team]
    form = FollowUpForm.of(
        request,
        owners=owners,
        initial={"version": row.version, "owner_id": str(row.case.case_manager_id)},
    )
    return _form(
        request,
        row,
        form,
        services.agree_follow_up,
        to=reverse("special_team:queue"),
        receipt=_("The follow-up is agreed. The team no longer sees the case."),
        title=_("Agree on the follow-up"),
        send=_("Agree on the follow-up"),
        lead=_("Case manager: %(name)s.") % {"name": row.case.case_manager.full_name},
    )


@client_page(SpecialAction.OF_CASE)
def mine(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Where it stands, in plain words."""
    with looking(SpecialAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.of_case(case_id), SpecialAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
    page = presenters.QueuePage(lines=[presenters.line(row) for row in found], pager=where)
    return show(request, "special_team/mine.html", page, head=head)


def _opened(request: PersonRequest, referral_id: UUID, action: SpecialAction) -> SpecialReferral:
    with looking(action, actor=request.actor) as look:
        row = look.row(selectors.referrals(), referral_id)
        look.concerns([row.case.client_id])
    return row


def _form(
    request: PersonRequest,
    row: SpecialReferral,
    form: KaveriForm,
    service: Any,
    *,
    to: str,
    receipt: str,
    **page: Any,
) -> HttpResponse:
    def send(sending: UUID) -> object:
        wanted = form.wanted() if hasattr(form, "wanted") else form.cleaned_data
        return service(actor=request.actor, referral_id=row.id, sending=sending, **wanted)

    done = carried_out(request, form, send, receipt=receipt, to=to, now={"version": row.version})
    shown = presenters.FormPage(
        form=form, back=to, line=presenters.line(row), **{"lead": "", **page}
    )
    return done or show(request, "special_team/form.html", shown)
