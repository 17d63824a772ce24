"""Work ability on a case and on a contact."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.selectors import answers
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.identification import presenters, services
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import Asked, advice_for
from kaveri.steps.identification.forms import OwnAnswerForm, QuickAskForm, asked_of
from kaveri.steps.identification.selectors import bands, reference


@staff_page(IdentificationAction.OPEN_FOR_CASE, MeasureAction.RECORD, methods=("GET", "POST"))
def for_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Score over time, own words, and the next answer."""
    form = QuickAskForm.of(request)
    if posted(request) and form.is_valid():
        asked = asked_of(form.cleaned_data)
        try:
            record_work_ability(
                actor=request.actor,
                case_id=case_id,
                answer=asked.answer,
                score=asked.score,
                asked_by=_asked_by(request),
                language=presenters.language(),
                last_work=asked.last_work,
                now_words=asked.now_words,
                wished=asked.wished,
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("identification:for_case", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("The answer is recorded."))
            return redirect("identification:for_case", case_id=case_id)
    with looking(IdentificationAction.OPEN_FOR_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(look.rows(answers().filter(case_id=case_id), MeasureAction.READ))
        here = cases.cases().filter(pk=case_id)
        may_record = head.is_open and look.rows(here, MeasureAction.RECORD).exists()
    page = presenters.work_ability(head, form if may_record else None, rows, _newest(rows))
    return show(request, "identification/for_case.html", page)


@staff_page(
    IdentificationAction.OPEN_FOR_CONTACT,
    MeasureAction.RECORD_AT_CONTACT,
    methods=("GET", "POST"),
)
def for_contact(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """The quick ask on a contact, by the one who owns it."""
    form = QuickAskForm.of(request)
    if posted(request) and form.is_valid():
        try:
            services.record_at_contact(
                actor=request.actor,
                contact_id=contact_id,
                asked=asked_of(form.cleaned_data),
                asked_by=_asked_by(request),
                language=presenters.language(),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("identification:for_contact", contact_id=contact_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("The answer is recorded."))
            return redirect("identification:for_contact", contact_id=contact_id)
    with looking(IdentificationAction.OPEN_FOR_CONTACT, actor=request.actor) as look:
        contact = look.row(contacts.contacts(), contact_id)
        rows = list(answers().filter(contact_id=contact.id))
    page = presenters.ContactPage(
        reference=contact.reference,
        form=form,
        answers=tuple(presenters.own_words(row) for row in rows),
        advice=_newest(rows),
    )
    return show(request, "identification/for_contact.html", page)


@client_page(IdentificationAction.OPEN_FOR_CASE, MeasureAction.RECORD, methods=("GET", "POST"))
def own_answer(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client answers alone, and sees the earlier answers."""
    form = OwnAnswerForm.of(request)
    if posted(request) and form.is_valid():
        asked = asked_of(form.cleaned_data)
        try:
            record_work_ability(
                actor=request.actor,
                case_id=case_id,
                answer=asked.answer,
                score=asked.score,
                asked_by=AskedBy.SELF,
                language=presenters.language(),
                last_work=asked.last_work,
                now_words=asked.now_words,
                wished=asked.wished,
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("identification:own_answer", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("Your answers are saved."))
            return redirect("identification:own_answer", case_id=case_id)
    with looking(IdentificationAction.OPEN_FOR_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(look.rows(answers().filter(case_id=case_id), MeasureAction.READ))
    page = presenters.own_answers(head, form if head.is_open else None, rows)
    return show(request, "identification/own_answer.html", page)


def _asked_by(request: PersonRequest) -> AskedBy:
    by_phone = request.POST.get("asked_by") == AskedBy.PHONE
    return AskedBy.PHONE if by_phone else AskedBy.PROFESSIONAL


def _newest(rows: list[Any]) -> presenters.Advice | None:
    if not rows:
        return None
    asked = Asked(answer=Answer(rows[0].answer), score=rows[0].score)
    return presenters.advice(
        advice_for(asked, *bands()), asked.score, directory.services(), reference()
    )
