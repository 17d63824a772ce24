"""The meeting, one case at a time: the client's words first, then what is asked, then what is decided."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.selectors import workers_near
from kaveri.steps.teams import presenters, selectors, services
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import MeetingState
from kaveri.steps.teams.forms import DecisionForm


@staff_page(TeamAction.READ_ITEM, TeamAction.DECIDE, methods=("GET", "POST"))
def talk(request: PersonRequest, item_id: UUID) -> HttpResponse:
    """One case; each reader sees what their own ground shows, and the team writes down what it decides."""
    if posted(request):
        # Who may read but not write is told no before anything is looked at.
        with looking(TeamAction.DECIDE, actor=request.actor) as look:
            look.row(selectors.items(), item_id)
    with looking(TeamAction.READ_ITEM, actor=request.actor) as look:
        row = look.row(selectors.items(), item_id)
        look.concerns([row.case.client_id])
        here = selectors.items().filter(meeting_id=row.meeting_id, ground_lost_at=None)
        order = list(look.rows(here).order_by("number").values_list("pk", flat=True))
        decisions = list(look.rows(selectors.decisions_of(row.pk), TeamAction.READ_DECISION))
        opened = row.meeting.state == MeetingState.OPENED
        may_decide = (
            opened
            and row.ground_lost_at is None
            and policy.permitted(
                selectors.items().filter(pk=row.pk), TeamAction.DECIDE, request.actor
            ).exists()
        )
        form = DecisionForm.of(request, owners=workers_near(row.case_id)) if may_decide else None
    if form is None:
        if posted(request):
            raise Http404
        done = None
    else:
        data = form
        done = carried_out(
            request,
            data,
            lambda key: services.record_decision(
                actor=request.actor, item_id=item_id, sending=key, **data.cleaned_data
            ),
            receipt=_("The decision is written down and stands among the tasks."),
            to=reverse("teams:talk", args=[item_id]),
        )
    page = presenters.talk_page(
        row,
        order,
        decisions,
        form,
        minutes=presenters.minutes_of(row, {one.pk: one for one in selectors.were_there([row])}),
        is_opened=opened,
    )
    return done or show(request, "teams/talk.html", page)
