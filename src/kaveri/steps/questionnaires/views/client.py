"""Questions at home, for the client and those who represent them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.questionnaires import presenters, selectors, services
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.forms import BeginForm
from kaveri.steps.questionnaires.models import Asking
from kaveri.steps.questionnaires.views.flow import Door, answering


@client_page(QuestionnaireAction.MINE, QuestionnaireAction.ASK, methods=("GET", "POST"))
def mine(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What is asked of me, what I have answered, and a start of my own."""
    form = BeginForm.of(request)
    if request.method == "POST" and form.is_valid():
        try:
            sent = services.ask(
                actor=request.actor,
                case_id=case_id,
                key=form.cleaned_data["key"],
                way=Way.HOME,
                language=presenters.language(),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("questionnaires:mine", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            return redirect("questionnaires:answer_mine", case_id=case_id, asking_id=sent.asking.pk)
    with looking(QuestionnaireAction.MINE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = list(look.rows(selectors.askings(case_id), QuestionnaireAction.READ)[:100])
        found = list(look.rows(selectors.results(case_id), QuestionnaireAction.READ_RESULTS))
    standing = [row for row in rows if selectors.is_open(row)]
    taken = {row.instrument.key for row in standing}
    own = [each for each in selectors.shipped().values() if each.key not in taken]
    page = presenters.MinePage(
        open=tuple(_open_line(row) for row in standing if row.way != Way.PAPER),
        done=tuple(_done_line(row) for row in rows if row.finished_at),
        scores=presenters.over_time(found, selectors.declared_of(rows), for_person=True),
        begin=presenters.beginnings(own) if head.is_open else (),
        form=form,
        manager=head.manager,
    )
    return show(request, "questionnaires/mine.html", page)


@client_page(
    QuestionnaireAction.KEEP,
    QuestionnaireAction.FINISH,
    methods=("GET", "POST"),
)
def answer_mine(request: PersonRequest, case_id: UUID, asking_id: UUID) -> HttpResponse:
    """One question at a time; every answer is kept at once."""
    with looking(QuestionnaireAction.KEEP, actor=request.actor) as look:
        row = look.row(selectors.askings(case_id), asking_id)
        look.concerns([row.case.client_id])
    done = reverse("questionnaires:feedback", args=[case_id, asking_id])
    if not selectors.is_open(row):
        return redirect(done)
    door = Door(
        frame="frames/client.html",
        here=reverse("questionnaires:answer_mine", args=[case_id, asking_id]),
        done=done,
        later=reverse("questionnaires:mine", args=[case_id]),
        keep=lambda written, key: services.keep(
            actor=request.actor, asking_id=row.pk, written=written, sending=key
        ),
        finish=lambda key: services.finish(actor=request.actor, asking_id=row.pk, sending=key),
    )
    return answering(request, row, door)


@client_page(QuestionnaireAction.READ)
def feedback(request: PersonRequest, case_id: UUID, asking_id: UUID) -> HttpResponse:
    """What the answers say, in plain words."""
    with looking(QuestionnaireAction.READ, actor=request.actor) as look:
        row = look.row(selectors.askings(case_id), asking_id)
        look.concerns([row.case.client_id])
        if row.finished_at is None:
            raise Denied(QuestionnaireAction.READ)
        found = list(
            look.rows(selectors.results(case_id), QuestionnaireAction.READ_RESULTS).filter(
                measure=row.instrument.key
            )
        )
    page = presenters.result_page(
        row,
        presenters.of_asking(row, found, for_person=True),
        back=reverse("questionnaires:mine", args=[case_id]),
    )
    return show(request, "questionnaires/feedback.html", page)


def _open_line(row: Asking) -> presenters.AskingLine:
    href = reverse("questionnaires:answer_mine", args=[row.case_id, row.pk])
    verb = _("Go on answering") if row.saved_at else _("Answer now")
    return presenters.asking_line(row, href=href, verb=verb)


def _done_line(row: Asking) -> presenters.AskingLine:
    href = reverse("questionnaires:feedback", args=[row.case_id, row.pk])
    return presenters.asking_line(row, href=href, verb=_("Read your answers"))
