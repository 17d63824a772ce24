"""The pages of questions about a client: for the one who asks, the one who is asked, and the client."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import Act
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.case_consultation import presenters, selectors, services
from kaveri.steps.case_consultation.actions import QuestionAction
from kaveri.steps.case_consultation.domain import ANSWER_WITHIN, QuestionState
from kaveri.steps.case_consultation.forms import AskForm, ReplyForm, TakeBackForm
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.teams.services.ground import missing_ground


@staff_page(QuestionAction.LIST)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What colleagues have been asked about this client, and what they answered."""
    with looking(QuestionAction.LIST, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = look.rows(selectors.questions().filter(case_id=case_id), QuestionAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
        may_ask = (
            head.is_open
            and look.rows(cases.cases().filter(pk=case_id), QuestionAction.ASK).exists()
        )
    page = presenters.of_case(found, where, case_id, may_ask=may_ask)
    return show(request, "case_consultation/of_case.html", page, head=head)


@staff_page(QuestionAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask a colleague about this client."""
    with looking(QuestionAction.ASK, actor=request.actor) as look:
        head = case_head(look, case_id)
        colleagues = list(selectors.colleagues().exclude(pk=request.actor.person_id))
    form = AskForm.of(
        request, colleagues=colleagues, initial={"answer_by": in_working_days(ANSWER_WITHIN)}
    )
    back = reverse("case_consultation:of_case", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.ask_about_client(
            actor=request.actor,
            case_id=case_id,
            asked_id=form.whom(),
            asking=form.asking(),
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("Your question is sent. The answer comes here, and you follow it until then."),
        to=back,
    )
    page = presenters.FormPage(
        title=_("Ask a colleague about the client"),
        lead=_("Can you ask without saying who it is about? Then use Consultations instead."),
        more="",
        send=_("Send the question"),
        back=back,
        form=form,
    )
    return done or show(request, "case_consultation/case_form.html", page, head=head)


@staff_page(QuestionAction.READ, QuestionAction.LIST)
def question(request: PersonRequest, question_id: UUID) -> HttpResponse:
    """One question, and where it stands."""
    with looking(QuestionAction.READ, actor=request.actor) as look:
        row, head = _opened(look, question_id)
        waits = row.state == QuestionState.OPEN and head.is_open
        lost = waits and _has_lost_ground(row)
        here = selectors.questions().filter(pk=row.pk)
        may = waits and look.rows(here, QuestionAction.TAKE_BACK).exists()
    page = presenters.one_page(row, lost_ground=lost, may_take_back=may)
    return show(request, "case_consultation/question.html", page, head=head)


@staff_page(QuestionAction.TAKE_BACK, QuestionAction.LIST, methods=("GET", "POST"))
def take_back(request: PersonRequest, question_id: UUID) -> HttpResponse:
    """The answer is not needed any more."""
    with looking(QuestionAction.TAKE_BACK, actor=request.actor) as look:
        row, head = _opened(look, question_id)
    form = TakeBackForm.of(request, initial={"version": row.version})
    done = carried_out(
        request,
        form,
        lambda sending: services.take_back_question(
            actor=request.actor, question_id=question_id, sending=sending, **form.cleaned_data
        ),
        receipt=_("The question is taken back. Your colleague no longer sees it."),
        to=reverse("case_consultation:of_case", args=[row.case_id]),
        now={"version": row.version},
    )
    page = presenters.FormPage(
        title=_("Take the question back"),
        lead=row.question,
        more=_("%(name)s has not answered yet.") % {"name": row.asked.full_name},
        send=_("Take it back"),
        back=reverse("case_consultation:question", args=[row.pk]),
        form=form,
    )
    return done or show(request, "case_consultation/case_form.html", page, head=head)


@staff_page(QuestionAction.MINE)
def mine(request: PersonRequest) -> HttpResponse:
    """What I am asked about clients, what is late first."""
    with looking(QuestionAction.MINE, actor=request.actor) as look:
        rows = look.listed(selectors.waiting())
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
        look.shows(found, "case.client_id")
    return show(request, "case_consultation/mine.html", presenters.mine(found, where))


@staff_page(
    QuestionAction.SEE, QuestionAction.ANSWER, QuestionAction.DECLINE, methods=("GET", "POST")
)
def asked(request: PersonRequest, question_id: UUID) -> HttpResponse:
    """What I am asked: the client's name, the question, and nothing else."""
    with looking(QuestionAction.SEE, actor=request.actor) as look:
        row = look.row(selectors.questions(), question_id)
        look.concerns([row.case.client_id])
    form = ReplyForm.of(request)
    done = carried_out(
        request,
        form,
        lambda sending: _replied(request, row, form, sending),
        receipt=_("Thank you. Your answer is sent."),
        to=reverse("case_consultation:mine"),
    )
    page = presenters.AskedPage(line=presenters.line(row), form=form)
    return done or show(request, "case_consultation/asked.html", page)


@client_page(QuestionAction.OWN)
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Whom my workers have asked about me, and what they answered."""
    with looking(QuestionAction.OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.questions().filter(case_id=case_id), QuestionAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
    return show(request, "case_consultation/own.html", presenters.own_page(found, where, head))


def _opened(look: Look, question_id: UUID) -> tuple[Question, CaseHead]:
    """The question by its own rule and by whoever may read it, then the head of its case."""
    readable = look.rows(selectors.questions().filter(pk=question_id), QuestionAction.READ)
    row = look.rows(readable).first()
    if row is None:
        raise Denied(look.action)
    look.action = QuestionAction.LIST
    return row, case_head(look, row.case_id)


def _has_lost_ground(row: Question) -> bool:
    told_of = [row.category]
    return bool(
        missing_ground(row.case, row.case.client_id, [row.asked], told_of, Act.CASE_ITEMS_READ)
    )


def _replied(request: PersonRequest, row: Question, form: ReplyForm, sending: UUID) -> Any:
    given: dict[str, Any] = {
        "actor": request.actor,
        "question_id": row.pk,
        "sending": sending,
    }
    words = form.cleaned_data["words"]
    if form.cleaned_data["can"] == "yes":
        return services.answer_question(answer=words, **given)
    return services.decline_question(reason=words, **given)
