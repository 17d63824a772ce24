"""Information asked of others: what, of whom, on which ground, and what came."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.assessment import presenters, selectors, services
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.forms import DropForm, ReceiveForm, WishForm
from kaveri.steps.assessment.presenters import FormPage
from kaveri.steps.assessment.views.parts import carry_out


@staff_page(AssessmentAction.MAPPING)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What has been asked of others in this case."""
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        asked = selectors.information_requests().filter(case_id=case_id)
        rows = list(look.rows(asked, AssessmentAction.READ_INFORMATION))
        mine = frozenset(
            look.rows(asked, AssessmentAction.RECEIVE_INFORMATION).values_list("pk", flat=True)
        )
        may_ask = look.rows(
            cases.cases().filter(pk=case_id), AssessmentAction.ASK_INFORMATION
        ).exists()
    page = presenters.ListPage(
        lines=tuple(presenters.request_line(row, may_act=row.pk in mine) for row in rows),
        may_ask=may_ask and head.is_open,
    )
    return show(request, "assessment/information.html", page, head=head)


@staff_page(AssessmentAction.ASK_INFORMATION, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask somebody for information."""
    with looking(AssessmentAction.ASK_INFORMATION, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = WishForm.of(request)
    if posted(request) and form.is_valid():
        done = carry_out(
            form,
            lambda: services.ask_information(
                actor=request.actor,
                case_id=case_id,
                wish=form.wish(),
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("The request is recorded."))
            return redirect("assessment:information", case_id)
    page = FormPage(
        form=form,
        title=_("Ask others for information"),
        send=_("Record the request"),
        back=reverse("assessment:information", args=[case_id]),
    )
    return show(request, "assessment/form.html", page, head=head)


@staff_page(AssessmentAction.RECEIVE_INFORMATION, methods=("GET", "POST"))
def receive(request: PersonRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """What was asked for has come."""
    form = ReceiveForm.of(request, initial={"received_on": clock.today()})

    def use_case() -> object:
        return services.receive_information(
            actor=request.actor,
            request_id=request_id,
            text=form.cleaned_data["text"],
            received_on=form.cleaned_data["received_on"],
            next_=form.next_thing,
            sending=UUID(form.idempotency_key),
        )

    words = (
        _("Record what came"),
        _("Record what came"),
        _("What came is recorded on the timeline."),
    )
    return _step(
        request, AssessmentAction.RECEIVE_INFORMATION, (case_id, request_id), form, use_case, words
    )


@staff_page(AssessmentAction.DROP_INFORMATION, methods=("GET", "POST"))
def drop(request: PersonRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """The information is no longer waited for."""
    form = DropForm.of(request)

    def use_case() -> object:
        return services.drop_request(
            actor=request.actor,
            request_id=request_id,
            reason=form.cleaned_data["reason"],
            next_=form.next_thing,
            sending=UUID(form.idempotency_key),
        )

    words = (
        _("No longer needed"),
        _("Stop waiting for it"),
        _("The request is no longer waited for."),
    )
    return _step(
        request, AssessmentAction.DROP_INFORMATION, (case_id, request_id), form, use_case, words
    )


def _step(
    request: PersonRequest,
    action: AssessmentAction,
    which: tuple[UUID, UUID],
    form: KaveriForm,
    use_case: Callable[[], object],
    words: tuple[str, str, str],
) -> HttpResponse:
    case_id, request_id = which
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = selectors.information_requests().filter(case_id=case_id, pk=request_id)
        row = look.rows(rows, action).first()
        if row is None:
            raise Denied(action)
    title, send, receipt = words
    if posted(request) and form.is_valid() and carry_out(form, use_case):
        messages.success(request, receipt)
        return redirect("assessment:information", case_id)
    page = FormPage(
        form=form,
        title=title,
        send=send,
        lead=row.what,
        back=reverse("assessment:information", args=[case_id]),
    )
    return show(request, "assessment/form.html", page, head=head)
