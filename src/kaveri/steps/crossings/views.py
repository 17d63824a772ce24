"""A worker leaves: what they carry, who takes it over. A person comes back: what was known before."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.crossings import presenters, services
from kaveri.steps.crossings.actions import CrossingAction
from kaveri.steps.crossings.forms import LeavingForm, ReuseForm
from kaveri.steps.crossings.labels import GROUNDWORK_OBSTACLES
from kaveri.steps.crossings.selectors import (
    burdens,
    carried_over,
    earlier_answers,
    earlier_cases,
    earlier_statements,
)
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.selectors import given_summaries


@staff_page(CrossingAction.READ_LEAVING)
def workers(request: PersonRequest) -> HttpResponse:
    """The workers of the units the reader manages."""
    with looking(CrossingAction.READ_LEAVING, actor=request.actor) as look:
        look.allow()
        found = look.rows(people.professionals())
        pages = pager(request, found.count())
        rows = list(found[pages.offset : pages.last])
    page = presenters.Workers(rows=presenters.workers(rows), pager=pages)
    return show(request, "crossings/workers.html", page)


@staff_page(CrossingAction.LEAVE, methods=("GET", "POST"))
def leaving(request: PersonRequest, account_id: UUID) -> HttpResponse:
    """Everything one worker carries, and who takes it over."""
    with looking(CrossingAction.LEAVE, actor=request.actor) as look:
        account = look.row(people.accounts().filter(closed_at=None), account_id)
        carried = burdens(account.id)
        others = people.professionals().exclude(pk=account.id)
        receivers = list(
            others.filter(organisation=account.organisation, register=account.register)
        )
    form = LeavingForm.of(request, burdens=carried, workers=receivers)
    if posted(request) and form.is_valid():
        try:
            services.leave_service(
                actor=request.actor,
                account_id=account_id,
                receivers=form.receivers(),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("crossings:workers")
        except Refused as refused:
            form.show_refusal(refused)
        else:
            words = {"name": account.full_name}
            messages.success(
                request, _("Everything is moved, and the account of %(name)s is closed.") % words
            )
            return redirect("crossings:workers")
    return show(request, "crossings/leaving.html", presenters.leaving(account, carried, form))


@staff_page(CrossingAction.OPEN_EARLIER, CrossingAction.REUSE, methods=("GET", "POST"))
def earlier(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What was known in the person's earlier support, with ticks for what is carried over."""
    with looking(CrossingAction.OPEN_EARLIER, actor=request.actor) as look:
        head = case_head(look, case_id)
        case = look.row(cases.cases(), case_id)
        said = look.rows(
            earlier_statements(head.client_id, case_id), AssessmentAction.READ_STATEMENT
        )
        measured = look.rows(earlier_answers(head.client_id, case_id), MeasureAction.READ)
        carried = carried_over(case_id, said, measured)
        known = {
            "statements": presenters.statement_choices(said),
            "answers": presenters.answer_choices(measured),
        }
        choices = {
            name: [(key, words) for key, words in rows if UUID(key) not in carried]
            for name, rows in known.items()
        }
        here = [words for rows in known.values() for key, words in rows if UUID(key) in carried]
        every = earlier_cases(case)
        before = list(look.rows(every, EndingAction.OPEN_SUMMARY))
        more = every.count() - len(before)
        given = given_summaries().filter(case__in=[row.id for row in before])
        summaries = set(
            look.rows(given, EndingAction.READ_SUMMARY).values_list("case_id", flat=True)
        )
    form = ReuseForm.of(request, **choices)
    if posted(request) and form.is_valid():
        try:
            number = services.reuse_groundwork(
                actor=request.actor,
                case_id=case_id,
                statement_ids=form.chosen("statements"),
                answer_ids=form.chosen("answers"),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("crossings:earlier", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            words = {"number": number}
            messages.success(request, _("Carried over: %(number)s.") % words)
            return redirect("assessment:mapping", case_id=case_id)
    shown = form if head.is_open and any(choices.values()) else None
    return show(
        request,
        "crossings/earlier.html",
        presenters.earlier(head, shown, before, summaries=summaries, more=more, carried=here),
    )


@staff_page(CrossingAction.ASK_EARLIER, methods=("POST",))
def ask_earlier(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The earlier support is opened to read, and the log says why."""
    try:
        services.ask_for_earlier(actor=request.actor, case_id=case_id)
    except Refused as refused:
        for obstacle in refused.obstacles:
            messages.warning(request, GROUNDWORK_OBSTACLES[obstacle])
    else:
        messages.success(request, _("The earlier support is open to you to read for four weeks."))
    return redirect("crossings:earlier", case_id=case_id)
