"""Tasks of a case: the list, a new one, done, changed, told."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks import selectors as steps
from kaveri.casebook.tasks import services as task_services
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import WITH_A_WAY_OF_THEIR_OWN, Told
from kaveri.casebook.tasks.labels import step_words
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.forms import (
    ChangeStepForm,
    DoneForm,
    StepForm,
    StepsFilter,
    TellForm,
)
from kaveri.steps.coordination.forms.steps import CLIENT
from kaveri.steps.coordination.views.parts import carried_out, form_page

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task


@staff_page(CoordinationAction.READ, TaskAction.READ)
def tasks(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What is to be done in the case, and what has been."""
    chosen = StepsFilter(request.GET)
    state = chosen.cleaned_data["state"] if chosen.is_valid() else ""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = look.rows(steps.tasks().filter(case_id=case_id), TaskAction.READ)
        rows = rows.order_by("-state", "due_on", "id")
        if state:
            rows = rows.filter(state=state)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
        mine = look.rows(steps.tasks().filter(case_id=case_id), TaskAction.COMPLETE)
        finishable = set(mine.values_list("pk", flat=True))
        here = cases.cases().filter(pk=case_id)
        may_create = look.rows(here, TaskAction.CREATE).exists()
    page = presenters.TasksPage(
        filter=chosen,
        lines=presenters.task_lines(
            found, mine=finishable, client=head.first_name, language=head.language
        ),
        pager=where,
        may_create=may_create and head.is_open,
    )
    return show(request, "coordination/tasks.html", page, head=head)


@staff_page(TaskAction.CREATE, methods=("GET", "POST"))
def step_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Somebody is given something to do."""
    with looking(TaskAction.CREATE, actor=request.actor) as look:
        head = case_head(look, case_id)
        workers = selectors.workers_near(case_id)
        client_account = cases.cases().get(pk=case_id).client.account_id
    form = StepForm.of(
        request,
        workers=workers,
        client=_("%(name)s, as an own part") % {"name": head.first_name},
        initial={"owner": str(head.manager_id)},
    )

    def create(sending: UUID) -> "Task":
        own_part = form.cleaned_data["owner"] == CLIENT
        # A client without a sign-in has the part too; the case manager's name stands for it.
        owner_id = (client_account or head.manager_id) if own_part else form.person("owner")
        return task_services.create_task(
            actor=request.actor,
            case_id=case_id,
            what=form.cleaned_data["what"],
            owner_id=owner_id or head.manager_id,
            due_on=form.cleaned_data["due_on"],
            client_part=own_part,
            told=form.told_how(),
            sending=sending,
        )

    back = reverse("coordination:tasks", args=[case_id])
    answer = carried_out(request, form, create, receipt=_("The task is saved."), to=back)
    return answer or form_page(
        request, form, title=_("New task"), send=_("Save the task"), back=back, head=head
    )


def _opened(request: PersonRequest, task_id: UUID, action: TaskAction) -> tuple["Task", CaseHead]:
    """The task and its case; a task before there is a case has its page with the contact."""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        task = look.rows(steps.tasks().filter(pk=task_id), action).first()
        if task is None or task.case_id is None:
            raise Denied(action)
        return task, case_head(look, task.case_id)


@staff_page(TaskAction.COMPLETE, CoordinationAction.READ, methods=("GET", "POST"))
def step_done(request: PersonRequest, task_id: UUID) -> HttpResponse:
    """The step is done; what happens next is asked when nothing else stands."""
    task, head = _opened(request, task_id, TaskAction.COMPLETE)
    way = presenters.own_way(task)
    if way:
        return redirect(way)
    form = DoneForm.of(
        request,
        workers=selectors.workers_near(head.case_id),
        is_the_only_step=_is_the_only_step(task, head),
        initial={"next_owner": str(task.owner_id)},
    )
    back = reverse("coordination:tasks", args=[head.case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: task_services.complete_task(
            actor=request.actor,
            task_id=task_id,
            outcome=form.cleaned_data["outcome"],
            next_what=form.cleaned_data["next_what"],
            next_owner_id=form.person("next_owner"),
            next_due_on=form.cleaned_data["next_due_on"],
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The step is done."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("The step is done"),
        lead=_sentence(task, head),
        send=_("Note that it is done"),
        back=back,
        head=head,
    )


@staff_page(TaskAction.CHANGE, CoordinationAction.READ, methods=("GET", "POST"))
def step_change(request: PersonRequest, task_id: UUID) -> HttpResponse:
    """The step becomes another."""
    task, head = _opened(request, task_id, TaskAction.CHANGE)
    if task.kind in WITH_A_WAY_OF_THEIR_OWN and (way := presenters.own_way(task)):
        return redirect(way)
    now = {
        "what": task.what,
        "owner": str(task.owner_id),
        "due_on": task.due_on,
        "version": task.version,
    }
    form = ChangeStepForm.of(
        request, workers=selectors.workers_near(head.case_id), kind=task.kind, initial={**now}
    )
    back = reverse("coordination:tasks", args=[head.case_id])
    answer = carried_out(
        request,
        form,
        lambda _sending: task_services.change_step(
            actor=request.actor,
            task_id=task_id,
            version=form.cleaned_data["version"],
            what=form.cleaned_data["what"],
            owner_id=form.person("owner") or task.owner_id,
            due_on=form.cleaned_data["due_on"],
            told=form.told_how(),
        ),
        receipt=_("The step is changed."),
        to=back,
        now=now,
    )
    return answer or form_page(
        request,
        form,
        title=_("Change the step"),
        lead=_("Until the client is told, the page says that the client does not know."),
        send=_("Change the step"),
        back=back,
        head=head,
    )


@staff_page(TaskAction.TELL, CoordinationAction.READ, methods=("GET", "POST"))
def step_tell(request: PersonRequest, task_id: UUID) -> HttpResponse:
    """The client has been told of the step."""
    task, head = _opened(request, task_id, TaskAction.TELL)
    form = TellForm.of(request, initial={"on": clock.today()})
    back = reverse("coordination:tasks", args=[head.case_id])
    answer = carried_out(
        request,
        form,
        lambda _sending: task_services.tell_step(
            actor=request.actor,
            task_id=task_id,
            how=Told(form.cleaned_data["how"]),
            on=form.cleaned_data["on"],
        ),
        receipt=_("It is noted that %(name)s knows.") % {"name": head.first_name},
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("%(name)s has been told") % {"name": head.first_name},
        lead=_sentence(task, head),
        send=_("Note that %(name)s knows") % {"name": head.first_name},
        back=back,
        head=head,
    )


def _is_the_only_step(task: "Task", head: CaseHead) -> bool:
    """Whether an open case would stand without a next step when this one is done."""
    others = steps.open_tasks().filter(case_id=head.case_id).exclude(pk=task.pk)
    left = steps.next_steps({head.case_id: head.manager_id}, among=others.select_related("owner"))
    return head.is_open and left[head.case_id].is_fallback


def _sentence(task: "Task", head: CaseHead) -> str:
    who = head.first_name if task.client_part else task.owner.full_name
    return f"{who}: {step_words(task.kind, task.what)}"
