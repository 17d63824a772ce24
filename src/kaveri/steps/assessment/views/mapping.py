"""The mapping: what is known under each heading, added and corrected."""

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
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.assessment import presenters, selectors, services
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.assessment.forms import StatementForm
from kaveri.steps.assessment.models import Statement
from kaveri.steps.assessment.views.parts import carry_out


@staff_page(AssessmentAction.MAPPING, AssessmentAction.ADD_STATEMENT, methods=("GET", "POST"))
def mapping(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """All headings with what is known; `?add=` opens the form under one of them."""
    headings = selectors.headings()
    adding = request.GET.get("add", "")
    form = None
    if adding in headings:
        form = StatementForm.of(
            request,
            heading=headings[adding],
            language=presenters.language(),
            initial={"said_on": clock.today()},
        )
    if form is not None and posted(request) and form.is_valid():
        written = form
        done = carry_out(
            form,
            lambda: services.add_statement(
                actor=request.actor,
                case_id=case_id,
                heading=adding,
                said=written.said(),
                sending=UUID(written.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("It is written down."))
            return redirect(reverse("assessment:mapping", args=[case_id]) + f"#{adding}")
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(look.rows(selectors.statements(case_id), AssessmentAction.READ_STATEMENT))
        earlier = list(look.rows(selectors.earlier(case_id), AssessmentAction.READ_STATEMENT))
        mine = look.rows(selectors.statements(case_id), AssessmentAction.CORRECT_STATEMENT)
        correctable = frozenset(mine.values_list("pk", flat=True))
        may_add = look.rows(
            cases.cases().filter(pk=case_id), AssessmentAction.ADD_STATEMENT
        ).exists()
    page = presenters.mapping_page(
        headings,
        rows,
        earlier,
        correctable=correctable,
        form=form if may_add else None,
        adding=adding,
        may_add=may_add,
    )
    return show(request, "assessment/mapping.html", page, head=head)


@staff_page(AssessmentAction.CORRECT_STATEMENT, methods=("GET", "POST"))
def correct(request: PersonRequest, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Correct a statement; the old wording stays readable."""
    with looking(AssessmentAction.MAPPING, actor=request.actor) as look:
        head = case_head(look, case_id)
        own = look.rows(
            selectors.any_statement().filter(case_id=case_id), AssessmentAction.CORRECT_STATEMENT
        )
        old = own.filter(pk=statement_id).first()
        if old is None:
            raise Denied(AssessmentAction.CORRECT_STATEMENT)
    heading = selectors.headings()[old.heading]
    form = StatementForm.of(
        request, heading=heading, language=presenters.language(), initial=_as_written(old)
    )
    if posted(request) and form.is_valid():
        done = carry_out(
            form,
            lambda: services.correct_statement(
                actor=request.actor,
                statement_id=statement_id,
                said=form.said(),
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("It is corrected. The earlier wording can still be read."))
            return redirect(reverse("assessment:mapping", args=[case_id]) + f"#{old.heading}")
    newest = selectors.newest_of(old)
    page = presenters.Correcting(
        form=form,
        heading=heading.name[presenters.language()],
        newest=presenters.statement_line(newest) if newest.pk != old.pk else None,
    )
    return show(request, "assessment/correct.html", page, head=head)


def _as_written(old: Statement) -> dict[str, object]:
    return {
        "text": old.text,
        "prompt": old.prompt,
        "source": old.source,
        "said_by": old.said_by,
        "said_on": old.said_on,
        "in_own_words": old.in_own_words,
        "category": old.category,
    }
