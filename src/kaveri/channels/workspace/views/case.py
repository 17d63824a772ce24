"""The case on one page."""

from uuid import UUID

from django.http import HttpResponse

from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.presenters import case as shown
from kaveri.channels.workspace.presenters.plan import duties_page
from kaveri.channels.workspace.selectors.case_page import case_view, duties_view
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.pages import show


@staff_page(WorkspaceAction.CASE)
def case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The case on one page."""
    view = case_view(request.actor, case_id)
    return show(request, "workspace/case.html", shown.case_page(view))


@staff_page(WorkspaceAction.DUTIES)
def duties(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What the case manager owes, with what each duty still lacks."""
    page = duties_page(duties_view(request.actor, case_id))
    return show(request, "workspace/duties.html", page)
