"""The register of measures, what the county loads, and results from elsewhere."""

from collections.abc import Callable
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.access.policy import may
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.documents.tables import NoTable, read_table
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.questionnaires import presenters, selectors, services
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain.importing import (
    COLUMNS,
    MOST_LINES,
    FileFault,
    Line,
    find_columns,
    read_lines,
)
from kaveri.steps.questionnaires.forms import CloseForm, ImportForm, LoadForm, RecordForm
from kaveri.steps.questionnaires.selectors import KYKYVIISARI


@staff_page(QuestionnaireAction.REGISTER)
def register(request: PersonRequest) -> HttpResponse:
    """Which measures there are, what for, and who has permitted what."""
    with looking(QuestionnaireAction.REGISTER, actor=request.actor) as look:
        look.allow()
        loaded = list(selectors.instruments().order_by("key", "-number"))
    page = presenters.register_page(
        loaded,
        may_load=may(QuestionnaireAction.LOAD, request.actor),
        may_import=may(QuestionnaireAction.IMPORT, request.actor),
    )
    return show(request, "questionnaires/register.html", page)


@staff_page(QuestionnaireAction.LOAD, methods=("GET", "POST"))
def load(request: PersonRequest) -> HttpResponse:
    """A questionnaire the county has permission for."""
    with looking(QuestionnaireAction.LOAD, actor=request.actor) as look:
        look.allow()
    form = LoadForm.of(request)
    done = carried_out(
        request,
        form,
        lambda sending: services.load_instrument(
            actor=request.actor, loaded=form.loaded(), sending=sending
        ),
        receipt=_("The questionnaire is in use."),
        to=reverse("questionnaires:register"),
    )
    return done or show(request, "questionnaires/load.html", {"form": form})


@staff_page(QuestionnaireAction.CLOSE, methods=("GET", "POST"))
def close(request: PersonRequest, instrument_id: UUID) -> HttpResponse:
    """Out of use, with a second look."""
    with looking(QuestionnaireAction.CLOSE, actor=request.actor) as look:
        row = look.row(selectors.instruments(), instrument_id)
    form = CloseForm.of(request)
    done = carried_out(
        request,
        form,
        lambda sending: services.close_instrument(
            actor=request.actor, instrument_id=instrument_id, sending=sending
        ),
        receipt=_("The questionnaire is out of use."),
        to=reverse("questionnaires:register"),
    )
    page = {"form": form, "name": presenters.name_of(row)}
    return done or show(request, "questionnaires/close.html", page)


@staff_page(QuestionnaireAction.RECORD, QuestionnaireAction.OF_CASE, methods=("GET", "POST"))
def record(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Results of Kykyviisari, scale by scale."""
    with looking(QuestionnaireAction.RECORD, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
    measure = selectors.measure(KYKYVIISARI)
    form = RecordForm.of(
        request,
        scales=[(scale.key, scale.name[presenters.language()]) for scale in measure.scales],
    )
    back = reverse("questionnaires:of_case", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.record_results(
            actor=request.actor,
            case_id=case_id,
            measure=measure.key,
            measured_on=form.cleaned_data["measured_on"],
            lowest=form.cleaned_data["lowest"],
            highest=form.cleaned_data["highest"],
            scores=form.scores(),
            sending=sending,
        ),
        receipt=_("The results are recorded."),
        to=back,
    )
    page = {"form": form, "back": back, "name": measure.name[presenters.language()]}
    return done or show(request, "questionnaires/record.html", page, head=head)


@staff_page(QuestionnaireAction.IMPORT, methods=("GET", "POST"))
def import_file(request: PersonRequest) -> HttpResponse:
    """Results from a file, with a report line by line."""
    with looking(QuestionnaireAction.IMPORT, actor=request.actor) as look:
        look.allow()
    form = ImportForm.of(request)
    report = None
    if posted(request) and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            report = services.import_results(
                actor=request.actor,
                measure=KYKYVIISARI,
                lines=_lines(file.name, file.read()),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            messages.success(request, _("The file is read already."))
            return redirect("questionnaires:import")
        except Refused as refused:
            form.show_refusal(refused)
    page = presenters.import_page(form, report)
    return show(request, "questionnaires/import.html", page)


def _lines(name: str, content: bytes) -> list[Line]:
    """The lines of a file; refused whole when it is no table with the columns that are needed."""
    rows = _refusing(lambda: list(islice(read_table(name, content), MOST_LINES + 2)))
    if len(rows) > MOST_LINES + 1:
        raise Refused([FileFault.TOO_MANY_LINES])
    columns = find_columns(rows[0][1]) if rows else {}
    if set(columns) != set(COLUMNS):
        raise Refused([FileFault.COLUMNS_MISSING])
    scales = selectors.scale_names(KYKYVIISARI)
    found = list(read_lines(rows[1:], columns, scales=scales, today=clock.today()))
    if not found:
        raise Refused([FileFault.NO_LINES])
    return found


def _refusing(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except NoTable:
        raise Refused([FileFault.UNREADABLE]) from None
