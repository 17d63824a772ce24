"""Questions of a case, for workers."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.documents.uploads.giving import as_download
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.questionnaires import presenters, selectors, services
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain import build_response
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.forms import AskForm, TakeBackForm
from kaveri.steps.questionnaires.models import Asking
from kaveri.steps.questionnaires.views.flow import Door, answering


@staff_page(QuestionnaireAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What has been asked, and scores over time."""
    with looking(QuestionnaireAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = list(look.rows(selectors.askings(case_id), QuestionnaireAction.READ)[:100])
        found = list(look.rows(selectors.results(case_id), QuestionnaireAction.READ_RESULTS))
        here = cases.cases().filter(pk=case_id)
        may_ask = head.is_open and look.rows(here, QuestionnaireAction.ASK).exists()
    standing = [row for row in rows if selectors.is_open(row)]
    page = presenters.ListPage(
        open=tuple(_open_line(row, may_answer=may_ask) for row in standing),
        done=tuple(_done_line(row) for row in rows if not selectors.is_open(row)),
        scores=presenters.over_time(found, selectors.declared_of(rows), for_person=False),
        ask=reverse("questionnaires:ask", args=[case_id]) if may_ask else "",
        record=reverse("questionnaires:record", args=[case_id]) if may_ask else "",
    )
    return show(request, "questionnaires/of_case.html", page, head=head)


@never_cache
@staff_page(QuestionnaireAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask the client: which questions, and how they are answered."""
    with looking(QuestionnaireAction.ASK, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
    now = presenters.language()
    form = AskForm.of(request, packs=[(each.key, each.name[now]) for each in selectors.packs()])
    back = reverse("questionnaires:of_case", args=[case_id])
    page = {"form": form, "back": back, "head": head, "link": ""}
    if posted(request) and form.is_valid():
        try:
            sent = services.ask(
                actor=request.actor,
                case_id=case_id,
                language=head.language if head.language in presenters.LANGUAGES else now,
                sending=UUID(form.idempotency_key),
                **form.asked(),
            )
        except AlreadyDone:
            return redirect(back)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            if sent.asking.way in {Way.TOGETHER, Way.PAPER}:
                return redirect("questionnaires:answer", asking_id=sent.asking.id)
            if not sent.secret:
                messages.success(request, _("The client finds the questions on their own pages."))
                return redirect(back)
            path = reverse("questionnaires:by_link", args=[sent.secret])
            page |= {"form": None, "link": request.build_absolute_uri(path)}
            page["until"] = sent.asking.link_until
    return show(request, "questionnaires/ask.html", page)


@staff_page(
    QuestionnaireAction.KEEP,
    QuestionnaireAction.FINISH,
    QuestionnaireAction.OF_CASE,
    methods=("GET", "POST"),
)
def answer(request: PersonRequest, asking_id: UUID) -> HttpResponse:
    """A worker fills in what the client says, or what stands on paper."""
    row, head = _opened(request, asking_id, QuestionnaireAction.KEEP)
    if not selectors.is_open(row):
        return redirect("questionnaires:result", asking_id=row.pk)
    door = Door(
        frame="frames/case.html",
        head=head,
        here=reverse("questionnaires:answer", args=[row.pk]),
        done=reverse("questionnaires:result", args=[row.pk]),
        later=reverse("questionnaires:of_case", args=[row.case_id]),
        keep=lambda written, key: services.keep(
            actor=request.actor, asking_id=row.pk, written=written, sending=key
        ),
        finish=lambda key: services.finish(actor=request.actor, asking_id=row.pk, sending=key),
    )
    return answering(request, row, door)


@staff_page(QuestionnaireAction.TAKE_BACK, QuestionnaireAction.OF_CASE, methods=("GET", "POST"))
def take_back(request: PersonRequest, asking_id: UUID) -> HttpResponse:
    """The question is taken back, with a second look."""
    row, head = _opened(request, asking_id, QuestionnaireAction.TAKE_BACK)
    if not selectors.is_open(row):
        raise Denied(QuestionnaireAction.TAKE_BACK)
    form = TakeBackForm.of(request)
    back = reverse("questionnaires:of_case", args=[row.case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.take_back(
            actor=request.actor, asking_id=asking_id, sending=sending
        ),
        receipt=_("The questions are taken back."),
        to=back,
    )
    page = {"form": form, "back": back, "name": presenters.name_of(row.instrument)}
    return done or show(request, "questionnaires/take_back.html", page, head=head)


@staff_page(QuestionnaireAction.READ, QuestionnaireAction.OF_CASE)
def result(request: PersonRequest, asking_id: UUID) -> HttpResponse:
    """One answering: scores with band and source, change, and every answer."""
    with looking(QuestionnaireAction.OF_CASE, actor=request.actor) as look:
        row = _found(look, asking_id, QuestionnaireAction.READ)
        head = case_head(look, row.case_id)
        found = list(
            look.rows(selectors.results(row.case_id), QuestionnaireAction.READ_RESULTS).filter(
                measure=row.instrument.key
            )
        )
    lines = presenters.of_asking(row, found, for_person=False)
    page = presenters.result_page(
        row,
        lines,
        download=reverse("questionnaires:response", args=[row.pk]) if row.finished_at else "",
        back=reverse("questionnaires:of_case", args=[row.case_id]),
    )
    return show(request, "questionnaires/result.html", page, head=head)


@never_cache
@staff_page(QuestionnaireAction.DOWNLOAD)
def response(request: PersonRequest, asking_id: UUID) -> HttpResponse:
    """The answers as a FHIR R4 QuestionnaireResponse; nobody's name stands in it."""
    with looking(QuestionnaireAction.DOWNLOAD, actor=request.actor) as look:
        row = look.row(selectors.askings(), asking_id)
        look.concerns([row.case.client_id])
    built = build_response(
        selectors.asked_of(row),
        response_id=str(row.pk),
        finished=row.finished_at is not None,
        authored=(row.finished_at or row.saved_at or row.asked_at).astimezone(clock.HELSINKI),
        subject=row.case.reference,
        language=row.language,
    )
    text = json.dumps(built, ensure_ascii=False, indent=2)
    return as_download(text.encode(), name="questionnaire-response.json")


def _opened(
    request: PersonRequest, asking_id: UUID, action: QuestionnaireAction
) -> tuple[Asking, CaseHead]:
    """An asking, and its case."""
    with looking(QuestionnaireAction.OF_CASE, actor=request.actor) as look:
        row = _found(look, asking_id, action)
        return row, case_head(look, row.case_id)


def _found(look: Look, asking_id: UUID, action: QuestionnaireAction) -> Asking:
    row = look.rows(selectors.askings().filter(pk=asking_id), action).first()
    if row is None:
        raise Denied(action)
    return row


def _open_line(row: Asking, *, may_answer: bool) -> presenters.AskingLine:
    return presenters.asking_line(
        row,
        href=reverse("questionnaires:answer", args=[row.pk]) if may_answer else "",
        verb=_("Fill in for the client"),
        take_back=reverse("questionnaires:take_back", args=[row.pk]) if may_answer else "",
    )


def _done_line(row: Asking) -> presenters.AskingLine:
    href = reverse("questionnaires:result", args=[row.pk]) if row.finished_at else ""
    return presenters.asking_line(row, href=href, verb=_("Read the answers"))
