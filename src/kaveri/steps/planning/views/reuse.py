"""Told once: what is known already is taken over into the plan."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.selectors import case_head, open_tasks
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.planning import selectors, services
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.forms import ConfirmForm, KnownForm
from kaveri.steps.planning.presenters import KnownPage, known_lines
from kaveri.steps.planning.views import parts


@staff_page(PlanAction.REUSE_STATEMENT, methods=("GET", "POST"))
def known(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What the mapping and earlier plans hold, each with its source and its day; one or several are taken."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        plan = parts.current(look, case_id, PlanAction.REUSE_STATEMENT)
        if plan is None:
            raise Denied(PlanAction.REUSE_STATEMENT)
        lines = known_lines(selectors.offered_for_reuse(look, case_id))
    form = KnownForm.of(request, known=[(str(line.id), line.text) for line in lines])
    answer = carried_out(
        request,
        form,
        lambda sending: services.reuse_statements(
            actor=request.actor,
            plan_id=plan.id,
            statement_ids=[UUID(each) for each in form.cleaned_data["statements"]],
            sending=sending,
        ),
        receipt=_("It stands in the plan, with its source."),
        to=parts.plan_at(case_id, "situation"),
    )
    if answer is not None:
        return answer
    return show(request, "planning/known.html", KnownPage(form=form, lines=lines), head=head)


@staff_page(PlanAction.TAKE_TASK, methods=("GET", "POST"))
def take(request: PersonRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """What somebody has promised elsewhere, such as in the team, comes into the plan."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        plan = parts.current(look, case_id, PlanAction.TAKE_TASK)
        here = open_tasks().filter(case_id=case_id, pk=task_id)
        task = look.rows(here, TaskAction.CHANGE).select_related("owner").first()
        if plan is None or task is None:
            raise Denied(PlanAction.TAKE_TASK)
    form = ConfirmForm.of(request)
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.take_task(
            actor=request.actor, plan_id=plan.id, task_id=task_id, sending=sending
        ),
        title=_("Put it in the plan"),
        lead=_("%(what)s\n%(name)s, by %(day)s")
        % {
            "what": task.what,
            "name": task.owner.full_name,
            "day": dates.plain_date(task.due_on, parts.language()),
        },
        send=_("Put it in the plan"),
        receipt=_("It stands in the plan."),
        part="roles",
    )
