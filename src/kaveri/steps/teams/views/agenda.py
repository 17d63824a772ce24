"""The pages on which a case comes on an agenda and leaves it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.selectors import workers_near
from kaveri.steps.planning.selectors import can_take
from kaveri.steps.teams import presenters, selectors, services
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.forms import AgendaForm, SureForm

# A choice among more than so many meetings is no choice any more.
_MEETINGS = 60


@staff_page(TeamAction.OPEN_CASE, TeamAction.READ_ITEM)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """When the team talks about this case, and what was asked of it."""
    first = (asked_page(request) - 1) * PAGE_SIZE
    with looking(TeamAction.OPEN_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        found = look.rows(selectors.items_of_case(case_id), TeamAction.READ_ITEM)
        total = found.count()
        first = min(first, max(0, (total - 1) // PAGE_SIZE * PAGE_SIZE))
        rows = list(found[first : first + PAGE_SIZE])
        may_add = head.is_open and (
            policy.permitted(cases.cases(), TeamAction.ADD_ITEM, request.actor)
            .filter(pk=case_id)
            .exists()
        )
        decided = list(
            look.rows(selectors.decided_in(row.pk for row in rows), TeamAction.READ_DECISION)
        )
        page = presenters.case_page(
            head,
            rows,
            selectors.guests([row.pk for row in rows]),
            {row.pk: row for row in people.organisations()},
            pager(request, total),
            decided=presenters.decided_in(
                decided, case_id, can_take(look, case_id, [row.task_id for row in decided])
            ),
            may_add=may_add,
        )
    return show(request, "teams/of_case.html", page)


@staff_page(TeamAction.ADD_ITEM, methods=("GET", "POST"))
def put_on(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Put the case on the agenda of a meeting to come."""
    with looking(TeamAction.ADD_ITEM, actor=request.actor) as look:
        head = case_head(look, case_id)
        case = cases.cases().get(pk=case_id)
        to_come = list(selectors.meetings_to_come()[:_MEETINGS])
        form = AgendaForm.of(
            request,
            meetings=to_come,
            presenters=workers_near(case_id),
            initial={"presenter_id": str(case.case_manager_id)},
        )
    done = carried_out(
        request,
        form,
        lambda key: services.put_on_agenda(
            actor=request.actor, case_id=case_id, sending=key, **form.wanted()
        ),
        receipt=_("The case is on the agenda. The team sees it until two weeks after the meeting."),
        to=reverse("teams:of_case", args=[case_id]),
    )
    page = presenters.agenda_form_page(head, form, has_meetings=bool(to_come))
    return done or show(request, "teams/put_on.html", page)


@staff_page(TeamAction.TAKE_OFF, methods=("GET", "POST"))
def take_off(request: PersonRequest, item_id: UUID) -> HttpResponse:
    """Take the case off the agenda again."""
    with looking(TeamAction.TAKE_OFF, actor=request.actor) as look:
        row = look.row(selectors.items(), item_id)
        look.concerns([row.case.client_id])
        form = SureForm.of(request)
        page = presenters.off_page(row, form)
    done = carried_out(
        request,
        form,
        lambda key: services.take_off_agenda(actor=request.actor, item_id=item_id, sending=key),
        receipt=_("The case is taken off the agenda."),
        to=reverse("teams:of_case", args=[row.case_id]),
    )
    return done or show(request, "teams/take_off.html", page)
