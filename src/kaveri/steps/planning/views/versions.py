"""What was agreed: the versions, one against the one before, and on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation import documents
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.planning import presenters, selectors
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.forms import CompareForm
from kaveri.steps.planning.models import PlanVersion
from kaveri.steps.planning.services import print_plan
from kaveri.steps.planning.views import parts


@staff_page(PlanAction.READ_VERSION)
def versions(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Every version that was agreed, newest first."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = look.rows(selectors.versions().filter(case_id=case_id), PlanAction.READ_VERSION)
        paging = pager(request, rows.count())
        # One more than is shown: each is held against the one before it.
        found = list(rows[paging.offset : paging.offset + paging.size + 1])
        given = list(selectors.approvals([version.pk for version in found[: paging.size]]))
    page = presenters.VersionsPage(
        lines=presenters.version_lines(found, given)[: paging.size], pager=paging
    )
    return show(request, "planning/versions.html", page, head=head)


@staff_page(PlanAction.READ_VERSION)
def version(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """One version as it was agreed, and who knows it."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        found = _of_case(look, case_id, version_id)
        here = selectors.versions().filter(pk=version_id)
        items = selectors.shown(found, request.actor)
        page = presenters.version_page(
            found,
            items,
            known_as=head.client,
            form=selectors.content_of(found)["form"],
            services=selectors.service_names(items, parts.language()),
            approvals=selectors.approvals([version_id]),
            confirmations=selectors.confirmations([version_id]),
            others=list(selectors.versions_read_by(request.actor, found.plan_id)),
            reader=request.actor,
            may_confirm=head.is_open and look.rows(here, PlanAction.CONFIRM).exists(),
            may_record=head.is_open and look.rows(here, PlanAction.RECORD_CONFIRMATION).exists(),
            language=parts.language(),
        )
    return show(request, "planning/version.html", page, head=head)


@staff_page(PlanAction.READ_VERSION)
def compare(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """What changed since the version before, or between two that were chosen, in sentences."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        named = _of_case(look, case_id, version_id)
        by_number = {
            each.number: each for each in selectors.versions_read_by(request.actor, named.plan_id)
        }
        form = CompareForm(
            request.GET or {"old": str(named.number - 1), "new": str(named.number)},
            numbers=by_number,
        )
        chosen = form.cleaned_data if form.is_valid() else {}
        old, new = (by_number.get(int(chosen.get(each) or 0)) for each in ("old", "new"))
        if old is None or new is None:
            raise Denied(PlanAction.READ_VERSION)
        # What came later is what has changed, whichever was chosen first.
        old, new = sorted((old, new), key=lambda each: each.number)
        lines = selectors.change_lines(
            selectors.compared(old, new, request.actor), parts.language()
        )
    title = _("Version %(new)s compared with version %(old)s") % {
        "new": new.number,
        "old": old.number,
    }
    page = presenters.ComparePage(title=title, form=form, lines=lines)
    return show(request, "planning/compare.html", page, head=head)


def _of_case(look: Look, case_id: UUID, version_id: UUID) -> PlanVersion:
    rows = selectors.versions().filter(case_id=case_id, pk=version_id)
    found = look.rows(rows, PlanAction.READ_VERSION).first()
    if found is None:
        raise Denied(PlanAction.READ_VERSION)
    return found


@signed_in_page(PlanAction.PRINT)
def paper(request: PersonRequest, version_id: UUID, language: str) -> HttpResponse:
    """The plan as a PDF, in the language asked for."""
    made = print_plan(
        actor=request.actor, version_id=version_id, language=dates.known_language(language)
    )
    return documents.shown(made)
