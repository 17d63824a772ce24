"""My day, the list of cases, search."""

from typing import Any

from django.http import HttpResponse

from kaveri.casebook.cases.domain import CaseState
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.forms.lists import CasesFilter, SearchForm
from kaveri.channels.workspace.presenters import lists as shown
from kaveri.channels.workspace.presenters import my_day as day_shown
from kaveri.channels.workspace.presenters.words import language
from kaveri.channels.workspace.selectors.case_list import Narrowing, cases_near
from kaveri.channels.workspace.selectors.my_day import day_of
from kaveri.channels.workspace.selectors.search import find
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import asked_page, pager


@staff_page(WorkspaceAction.MY_DAY)
def my_day(request: PersonRequest) -> HttpResponse:
    """What hurts a client first, then the rest of the day."""
    day = day_of(request.actor, language())
    return show(request, "workspace/my_day.html", day_shown.my_day(day, request.actor.account_id))


@staff_page(WorkspaceAction.CASES)
def cases(request: PersonRequest) -> HttpResponse:
    """The cases one stands near."""
    form = CasesFilter(request.GET)
    asked = _asked(form)
    state = asked["state"] or CaseState.OPEN
    narrowing = Narrowing(
        state="" if state == "all" else state,
        role=asked["role"],
        language=asked["language"],
        only=asked["only"],
    )
    found = cases_near(request.actor, narrowing, asked_page(request))
    page = shown.cases_page(found, form, pager(request, found.total), narrowed=any(asked.values()))
    return show(request, "workspace/cases.html", page)


@staff_page(WorkspaceAction.SEARCH, methods=("GET", "POST"))
def search(request: PersonRequest) -> HttpResponse:
    """A person is looked for; what was written stands in no address."""
    form = SearchForm.of(request)
    found = None
    if posted(request) and form.is_valid():
        found = find(request.actor, form.cleaned_data["q"])
    response = show(request, "workspace/search.html", shown.search_page(form, found))
    response["Cache-Control"] = "no-store"
    return response


def _asked(form: CasesFilter) -> dict[str, Any]:
    valid = form.is_valid() or form.cleaned_data
    return {
        name: form.cleaned_data.get(name, "") if valid else ""
        for name in ("state", "role", "language", "only")
    }
