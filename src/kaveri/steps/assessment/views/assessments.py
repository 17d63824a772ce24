"""Assessments of work ability: asked for, booked, done, their result, or cancelled."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.assessment import presenters, selectors, services
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.forms import (
    AskForm,
    BookForm,
    CancelForm,
    DoneForm,
    ResultForm,
)
from kaveri.steps.assessment.models import Assessment
from kaveri.steps.assessment.presenters import FormPage
from kaveri.steps.assessment.views.parts import carry_out


@staff_page(AssessmentAction.MAPPING)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The assessments of a case."""
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(
            look.rows(selectors.assessments().filter(case_id=case_id), AssessmentAction.READ)
        )
        may_ask = look.rows(cases.cases().filter(pk=case_id), AssessmentAction.ASK).exists()
    page = presenters.ListPage(
        lines=tuple(presenters.assessment_line(row) for row in rows),
        may_ask=may_ask and head.is_open,
    )
    return show(request, "assessment/of_case.html", page, head=head)


@staff_page(AssessmentAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask for an assessment."""
    with looking(AssessmentAction.ASK, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = AskForm.of(request)
    if posted(request) and form.is_valid():
        done = carry_out(
            form,
            lambda: services.ask_assessment(
                actor=request.actor,
                case_id=case_id,
                question=form.asked(),
                told=_told(form),
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("The assessment is asked for."))
            return redirect("assessment:of_case", case_id)
    page = FormPage(
        form=form,
        title=_("Ask for an assessment of work ability"),
        send=_("Ask for the assessment"),
        back=reverse("assessment:of_case", args=[case_id]),
    )
    return show(request, "assessment/form.html", page, head=head)


@staff_page(AssessmentAction.READ)
def follow(request: PersonRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    """One assessment with its course and its result."""
    head, row, may_write = _open(request, case_id, assessment_id)
    events = list(selectors.assessment_events(row.pk))
    page = presenters.assessment_page(row, events, may_write=may_write)
    return show(request, "assessment/follow.html", page, head=head)


@staff_page(AssessmentAction.BOOK, methods=("GET", "POST"))
def book(request: PersonRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    """Book a time, or move it."""
    form = BookForm.of(request)

    def use_case() -> object:
        return services.book_assessment(
            actor=request.actor,
            assessment_id=assessment_id,
            on=form.cleaned_data["on"],
            told=_told(form),
            sending=UUID(form.idempotency_key),
        )

    words = (_("Book a time"), _("Note the time"), _("The time is noted."))
    return _step(request, case_id, assessment_id, form, use_case, words)


@staff_page(AssessmentAction.DONE, methods=("GET", "POST"))
def done(request: PersonRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    """The assessment has been made."""
    form = DoneForm.of(request, initial={"on": clock.today()})

    def use_case() -> object:
        return services.mark_assessment_done(
            actor=request.actor,
            assessment_id=assessment_id,
            on=form.cleaned_data["on"],
            sending=UUID(form.idempotency_key),
        )

    words = (
        _("The assessment has been done"),
        _("Note it as done"),
        _("The assessment is noted as done."),
    )
    return _step(request, case_id, assessment_id, form, use_case, words)


@staff_page(AssessmentAction.RECORD_RESULT, methods=("GET", "POST"))
def result(request: PersonRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    """Record the result, with what the person can do."""
    form = ResultForm.of(request)

    def use_case() -> object:
        return services.record_result(
            actor=request.actor,
            assessment_id=assessment_id,
            result=form.given(),
            next_=form.next_thing,
            told=_told(form),
            sending=UUID(form.idempotency_key),
        )

    words = (_("Record the result"), _("Record the result"), _("The result is recorded."))
    return _step(request, case_id, assessment_id, form, use_case, words)


@staff_page(AssessmentAction.CANCEL, methods=("GET", "POST"))
def cancel(request: PersonRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    """The assessment is not made after all."""
    form = CancelForm.of(request)

    def use_case() -> object:
        return services.cancel_assessment(
            actor=request.actor,
            assessment_id=assessment_id,
            reason=form.cleaned_data["reason"],
            next_=form.next_thing,
            sending=UUID(form.idempotency_key),
        )

    words = (
        _("Cancel the assessment"),
        _("Cancel the assessment"),
        _("The assessment is cancelled."),
    )
    return _step(request, case_id, assessment_id, form, use_case, words)


def _step(
    request: PersonRequest,
    case_id: UUID,
    assessment_id: UUID,
    form: KaveriForm,
    use_case: Callable[[], object],
    words: tuple[str, str, str],
) -> HttpResponse:
    head, row, may_write = _open(request, case_id, assessment_id)
    if not may_write:
        raise Denied(AssessmentAction.READ)
    title, send, receipt = words
    if posted(request) and form.is_valid() and carry_out(form, use_case):
        messages.success(request, receipt)
        return redirect("assessment:follow", case_id, assessment_id)
    page = FormPage(
        form=form,
        title=title,
        send=send,
        lead=row.question,
        back=reverse("assessment:follow", args=[case_id, assessment_id]),
    )
    return show(request, "assessment/form.html", page, head=head)


def _open(
    request: PersonRequest, case_id: UUID, assessment_id: UUID
) -> tuple[CaseHead, Assessment, bool]:
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = selectors.assessments().filter(case_id=case_id, pk=assessment_id)
        row = look.rows(rows, AssessmentAction.READ).first()
        if row is None:
            raise Denied(AssessmentAction.READ)
        may_write = look.rows(rows, AssessmentAction.RECORD_RESULT).exists()
    return head, row, may_write


def _told(form: KaveriForm) -> Told | None:
    return Told(form.cleaned_data["told"]) if form.cleaned_data["told"] else None
