"""The rows are put in order, one step at a time; also without JavaScript."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.planning import presenters, selectors, services
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import PlanObstacle, moved
from kaveri.steps.planning.forms import MoveForm
from kaveri.steps.planning.labels import OBSTACLES
from kaveri.steps.planning.views import parts


@staff_page(PlanAction.REORDER_ROWS, methods=("GET", "POST"))
def order(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A row goes up or down; the button that was pressed has the focus again, or its other one."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        plan = parts.current(look, case_id, PlanAction.REORDER_ROWS)
        if plan is None:
            raise Denied(PlanAction.REORDER_ROWS)
        whole = selectors.plan_rows().filter(plan=plan)
        rows = list(look.rows(whole, PlanAction.READ))
        before = list(whole.values_list("pk", flat=True))
    seen = [row.pk for row in rows]
    form = MoveForm.of(request, rows=seen)
    if posted(request) and form.is_valid():
        row, up = UUID(form.cleaned_data["row"]), form.cleaned_data["way"] == "up"
        after = moved(before, row, up=up, among=seen)
        try:
            services.reorder_rows(
                actor=request.actor,
                plan_id=plan.id,
                row_ids=after,
                version=form.cleaned_data["version"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            pass
        except Changed:
            # Nothing was typed that could be lost: the rows are looked at again as they stand.
            messages.warning(request, str(OBSTACLES[PlanObstacle.ROWS_NOT_ALL_NAMED]))
            return redirect(request.path)
        except Refused as refused:
            messages.warning(
                request, " ".join(str(OBSTACLES[PlanObstacle(each)]) for each in refused.obstacles)
            )
            return redirect(request.path)
        else:
            messages.success(request, _("The order is saved."))
        now = [each for each in after if each in seen]
        # At the end it can only go back.
        way = ("down" if now[0] == row else "up") if up else "up" if now[-1] == row else "down"
        return redirect(f"{request.path}#{way}-{row}")
    page = presenters.order_page(form, rows, plan.version, parts.language())
    return show(request, "planning/order.html", page, head=head)
