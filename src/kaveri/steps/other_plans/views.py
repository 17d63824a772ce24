"""What the law asks of the plan, and of the plans beside it."""

from uuid import UUID

from django.http import HttpResponse

from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.other_plans import presenters
from kaveri.steps.other_plans.actions import OtherPlansAction
from kaveri.steps.planning import selectors as planning


@staff_page(OtherPlansAction.CHECK)
def contents(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The support plan checked, and what each other kind of plan holds."""
    with looking(OtherPlansAction.CHECK, actor=request.actor) as look:
        head = case_head(look, case_id, besides=planning.page_columns(request.actor))
        plan = planning.plan_head(head.besides)
        parts = planning.plan_parts(look, plan.id) if plan else None
        whole = plan is None or parts is None or planning.shows_all(plan.id, parts)
    page = presenters.contents_page(plan, parts, whole=whole, has_coordinator=bool(head.manager_id))
    return show(request, "other_plans/contents.html", page, head=head)
