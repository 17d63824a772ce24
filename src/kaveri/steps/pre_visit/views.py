"""The pages of the background: for workers, for the client, and on paper."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation import documents
from kaveri.foundation.accounts.doors import (
    PersonRequest,
    client_page,
    signed_in_page,
    staff_page,
)
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.appointments.domain import PREPARED, State
from kaveri.steps.pre_visit import presenters, selectors, services
from kaveri.steps.pre_visit.actions import PreVisitAction
from kaveri.steps.pre_visit.domain import Answer, Standing
from kaveri.steps.pre_visit.forms import AnswerForm, HandForm, RecordForm, WithoutForm, WriteForm
from kaveri.steps.pre_visit.models import Background

_PAPER = Path(__file__).resolve().parent / "templates" / "pre_visit" / "background.typ"


@staff_page(PreVisitAction.OPEN)
def background(request: PersonRequest, appointment_id: UUID) -> HttpResponse:
    """What the doctor gets to know before this visit, and where that stands."""
    with looking(PreVisitAction.OPEN, actor=request.actor) as look:
        visit = _visit(look, appointment_id, PreVisitAction.READ)
        head = case_head(look, visit.case_id)
        row = look.rows(selectors.of_visits([visit.pk]), PreVisitAction.READ).first()
        texts, all_shown = selectors.seen_parts(look, row.pk) if row else ({}, True)
        ready = head.is_open and visit.state == State.AGREED
        here, mine = selectors.visits().filter(pk=visit.pk), selectors.of_visits([visit.pk])
        may = {
            "write": ready and look.rows(here, PreVisitAction.WRITE).exists(),
            "record": ready and look.rows(mine, PreVisitAction.RECORD_ANSWER).exists(),
            "hand_on": ready and look.rows(mine, PreVisitAction.HAND_ON).exists(),
            "go_without": ready
            and look.rows(here, PreVisitAction.GO_WITHOUT).exists()
            and selectors.preparing(visit.pk).exists(),
        }
    page = presenters.background_page(row, visit, texts, all_shown=all_shown, may=may)
    return show(request, "pre_visit/background.html", page, head=head)


@staff_page(PreVisitAction.WRITE, PreVisitAction.OPEN, methods=("GET", "POST"))
def write(request: PersonRequest, appointment_id: UUID) -> HttpResponse:
    """The seven headings, with what is known filled in."""
    with looking(PreVisitAction.OPEN, actor=request.actor) as look:
        visit = _visit(look, appointment_id, PreVisitAction.WRITE)
        head = case_head(look, visit.case_id)
        row = selectors.of_visits([visit.pk]).first()
        texts, hidden, of_health = _so_far(look, row)
        known = texts if row else presenters.prefilled(selectors.known(look, visit.case), head)
    now = known | {"version": row.version if row else None, "of_health": of_health}
    form = WriteForm.of(request, hidden=hidden, initial=now)
    done = carried_out(
        request,
        form,
        lambda sending: services.write_background(
            actor=request.actor,
            appointment_id=appointment_id,
            parts=form.parts(),
            of_health=form.of_health_chosen(),
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        receipt=_("The background is saved. The client reads it on their own pages and answers."),
        to=reverse("pre_visit:background", args=[appointment_id]),
        now=now,
    )
    return done or _form_page(
        request,
        form,
        head=head,
        title=_("Background for the doctor"),
        lead=presenters.visit_words(visit),
        more=_(
            "What is known stands here already, with whose it is. Keep what matters most: it must fit on one page."
            " The client reads it first and decides whether the doctor may."
        ),
        send=_("Save, and ask the client"),
        back=reverse("pre_visit:background", args=[appointment_id]),
    )


@staff_page(PreVisitAction.RECORD_ANSWER, PreVisitAction.OPEN, methods=("GET", "POST"))
def record(request: PersonRequest, background_id: UUID) -> HttpResponse:
    """What the client said on paper, by phone or when they met."""
    row, head = _opened(request, background_id, PreVisitAction.RECORD_ANSWER)
    form = RecordForm.of(request, initial={"read_no": row.text_no, "on": clock.today()})
    back = reverse("pre_visit:background", args=[row.appointment_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.record_answer(
            actor=request.actor,
            background_id=background_id,
            answer=form.cleaned_data["answer"],
            how=form.cleaned_data["how"],
            on=form.cleaned_data["on"],
            read_no=form.cleaned_data["read_no"],
            words=form.cleaned_data["words"],
            sending=sending,
        ),
        receipt=_("The client's answer is noted."),
        to=back,
    )
    return done or _form_page(
        request,
        form,
        head=head,
        title=_("The client's answer"),
        lead=presenters.visit_words(row.appointment),
        more=_("Go through the whole text with the client before you note the answer."),
        send=_("Note the answer"),
        back=back,
    )


@staff_page(PreVisitAction.HAND_ON, PreVisitAction.OPEN, methods=("GET", "POST"))
def hand_on(request: PersonRequest, background_id: UUID) -> HttpResponse:
    """The page is on its way to the doctor."""
    row, head = _opened(request, background_id, PreVisitAction.HAND_ON)
    form = HandForm.of(request, initial={"version": row.version, "on": clock.today()})
    back = reverse("pre_visit:background", args=[row.appointment_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.hand_on(
            actor=request.actor,
            background_id=background_id,
            handing=form.handing(),
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        receipt=_("It is noted, and the visit is prepared."),
        to=back,
        now={"version": row.version},
    )
    return done or _form_page(
        request,
        form,
        head=head,
        title=_("Hand the page on to the doctor"),
        lead=presenters.visit_words(row.appointment),
        more=_("Print the page first. Kaveri sends it nowhere by itself."),
        send=_("Note it"),
        back=back,
    )


@staff_page(PreVisitAction.GO_WITHOUT, PreVisitAction.OPEN, methods=("GET", "POST"))
def go_without(request: PersonRequest, appointment_id: UUID) -> HttpResponse:
    """The visit is prepared in another way, or the client wants no page."""
    with looking(PreVisitAction.OPEN, actor=request.actor) as look:
        visit = _visit(look, appointment_id, PreVisitAction.GO_WITHOUT)
        head = case_head(look, visit.case_id)
    form = WithoutForm.of(request)
    back = reverse("pre_visit:background", args=[appointment_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.go_without(
            actor=request.actor,
            appointment_id=appointment_id,
            reason=form.cleaned_data["reason"],
            sending=sending,
        ),
        receipt=_("It is noted. Nothing waits to be prepared any more."),
        to=back,
    )
    return done or _form_page(
        request,
        form,
        head=head,
        title=_("No page is needed"),
        lead=presenters.visit_words(visit),
        more=_("The reason stands on the timeline."),
        send=_("Note it"),
        back=back,
    )


@client_page(
    PreVisitAction.OWN,
    PreVisitAction.APPROVE,
    PreVisitAction.ASK_OTHERWISE,
    methods=("GET", "POST"),
)
def own(request: PersonRequest, case_id: UUID, appointment_id: UUID) -> HttpResponse:
    """What the doctor would read, and one question: is it right, and may the doctor read it?"""
    with looking(PreVisitAction.OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        visit = _visit(look, appointment_id, PreVisitAction.READ, case_id=case_id)
        row = look.rows(selectors.of_visits([visit.pk]), PreVisitAction.READ).first()
        texts, all_shown = selectors.seen_parts(look, row.pk) if row else ({}, True)
    stands = selectors.stands(row) if row else None
    waits = stands is Standing.WAITS and head.is_open and visit.state == State.AGREED
    form = AnswerForm.of(request, initial={"read_no": row.text_no if row else None})
    done = row and carried_out(
        request,
        form,
        lambda sending: _answered(request, row, form, sending),
        receipt=_("Thank you. Your answer is saved."),
        to=reverse("pre_visit:own", args=[case_id, appointment_id]),
    )
    if done:
        return done
    page = presenters.own_page(
        row,
        visit,
        texts,
        all_shown=all_shown,
        acting_for=""
        if RelationKind.SELF in head.relations
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        form=form if row and (waits or posted(request)) else None,
    )
    return show(request, "pre_visit/own.html", page)


@signed_in_page(PreVisitAction.PRINT)
def paper(request: PersonRequest, background_id: UUID, language: str) -> HttpResponse:
    """The page for the doctor as a PDF, in the language asked for."""
    code = dates.known_language(language)
    with looking(PreVisitAction.PRINT, actor=request.actor, facts={"language": code}) as look:
        row = look.row(selectors.backgrounds(), background_id)
        look.concerns([row.case.client_id])
        texts, all_shown = selectors.seen_parts(look, row.pk)
        with translation.override(code):
            data = presenters.paper(row, texts, code, all_shown=all_shown)
    return documents.shown(make_pdf(_PAPER, data, made_at=row.written_at))


def _answered(request: PersonRequest, row: Background, form: AnswerForm, sending: UUID) -> Any:
    given: dict[str, Any] = {
        "actor": request.actor,
        "background_id": row.pk,
        "read_no": form.cleaned_data["read_no"],
        "sending": sending,
    }
    if form.cleaned_data["answer"] is Answer.APPROVED:
        return services.approve_background(**given)
    return services.ask_otherwise(words=form.cleaned_data["words"], **given)


def _visit(look: Look, appointment_id: UUID, action: PreVisitAction, **narrowed: Any) -> Any:
    """A visit that is prepared; an ordinary meeting has no background."""
    rows = selectors.visits().filter(pk=appointment_id, visit__in=PREPARED, **narrowed)
    visit = look.rows(rows, action).first()
    if visit is None:
        raise Denied(action)
    return visit


def _so_far(look: Look, row: Background | None) -> tuple[dict[str, str], frozenset[str], Category]:
    """The texts the writer may read, the headings they may not, and what the part about health is."""
    if row is None:
        return {}, frozenset(), Category.HEALTH
    texts, _all = selectors.seen_parts(look, row.pk)
    now = selectors.parts_now().filter(background=row)
    kinds = dict(now.values_list("heading", "category"))
    hidden = frozenset(kinds) - frozenset(texts)
    return texts, hidden, Category(kinds.get("health", Category.HEALTH))


def _opened(
    request: PersonRequest, background_id: UUID, action: PreVisitAction
) -> tuple[Background, CaseHead]:
    with looking(PreVisitAction.OPEN, actor=request.actor) as look:
        rows = selectors.backgrounds().filter(pk=background_id, appointment__state=State.AGREED)
        row = look.rows(rows, action).first()
        if row is None:
            raise Denied(action)
        return row, case_head(look, row.case_id)


def _form_page(
    request: PersonRequest,
    form: KaveriForm,
    *,
    head: CaseHead,
    title: str,
    lead: str,
    more: str,
    send: str,
    back: str,
) -> HttpResponse:
    page = presenters.FormPage(title=title, lead=lead, more=more, send=send, back=back, form=form)
    return show(request, "pre_visit/case_form.html", page, head=head)
