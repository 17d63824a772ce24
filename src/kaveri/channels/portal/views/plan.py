"""My plan, read: in short, whole, on paper, what has changed; my tasks and my answers."""

from uuid import UUID

from django.contrib import messages as notes
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.channels.portal import presenters as shown
from kaveri.channels.portal import selectors
from kaveri.channels.portal.actions import PortalAction
from kaveri.foundation import documents
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import IDEMPOTENCY_KEY
from kaveri.foundation.ui.pages import show
from kaveri.steps.planning import services as planning
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import RowState
from kaveri.steps.planning.services import see_answers


@client_page(PortalAction.PLAN)
def plan(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The plan in short and plain words."""
    view = selectors.plan(request.actor, case_id)
    return show(request, "portal/plan.html", shown.my_plan(view))


@client_page(PortalAction.PLAN)
def plan_whole(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The whole plan."""
    view = selectors.plan_whole(request.actor, case_id)
    if view.plan is not None and view.has_unread_answers and request.method != "HEAD":
        see_answers(actor=request.actor, plan_id=view.plan.pk)
    return show(request, "portal/plan_whole.html", shown.whole_plan(view))


@client_page(PortalAction.PLAN)
def plan_keeping(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Where the plan is kept and who may see it."""
    code = dates.known_language(get_language())
    view = selectors.plan_keeping(request.actor, case_id, code)
    return show(request, "portal/plan_keeping.html", shown.keeping(view))


@client_page(PlanAction.PRINT)
def plan_pdf(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """A version on paper; the name of the file tells nothing."""
    selectors.approval(PlanAction.PRINT, request.actor, case_id, version_id)
    code = dates.known_language(get_language())
    made = planning.print_plan(actor=request.actor, version_id=version_id, language=code)
    return documents.shown(made)


@client_page(PlanAction.READ_VERSION)
def plan_changes(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """What has changed since the version that was approved before."""
    view = selectors.plan_changes(request.actor, case_id, version_id)
    return show(request, "portal/plan_changes.html", shown.changes(view))


@client_page(PlanAction.READ_VERSION)
def plan_receipt(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """What was approved, by whom and when."""
    view = selectors.approval(PlanAction.READ_VERSION, request.actor, case_id, version_id)
    if not view.approvals:
        return redirect("portal:plan", case_id=case_id)
    return show(request, "portal/plan_receipt.html", shown.approving(view, None))


@client_page(PlanAction.MARK_ROW, methods=("POST",))
def plan_row_mark(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """I have done what stands in the plan as mine, or I take that back."""
    wanted = request.POST.get("state")
    state = RowState.PLANNED if wanted == RowState.PLANNED else RowState.DONE
    try:
        planning.mark_row(
            actor=request.actor,
            case_id=case_id,
            row_id=row_id,
            version=int(request.POST.get("version", "")),
            state=state,
            sending=UUID(request.POST.get(IDEMPOTENCY_KEY, "")),
        )
    except ValueError as error:
        raise Denied(PlanAction.MARK_ROW) from error
    except AlreadyDone:
        pass
    except (Changed, Refused):
        notes.warning(request, _("This has been changed meanwhile. Look at it again."))
    else:
        undone = state is RowState.PLANNED
        notes.success(request, _("Marked as not done yet.") if undone else _("Marked as done."))
    return redirect("portal:tasks", case_id=case_id)


@client_page(PortalAction.TASKS)
def tasks(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What I do, and what I have done."""
    view = selectors.tasks_of(request.actor, case_id)
    return show(request, "portal/tasks.html", shown.my_tasks(view))


@client_page(PortalAction.ANSWERS)
def answers(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """My answers over time."""
    view = selectors.answers(request.actor, case_id)
    return show(request, "portal/answers.html", shown.answers(view))
