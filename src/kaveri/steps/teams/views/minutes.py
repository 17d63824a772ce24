"""Writing the minutes of a case, and what the client reads of the team's meetings."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.teams import presenters, selectors, services
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.forms import MinutesForm


@staff_page(TeamAction.WRITE_MINUTES, methods=("GET", "POST"))
def minutes(request: PersonRequest, item_id: UUID) -> HttpResponse:
    """Who was there, what was said, and what the client is told in plain words."""
    with looking(TeamAction.WRITE_MINUTES, actor=request.actor) as look:
        row = look.row(selectors.items(), item_id)
        look.concerns([row.case.client_id])
        now = {
            "version": row.version,
            "outcome": row.outcome,
            "said": row.said,
            "client_came": row.client_came,
            "present": row.present,
        }
        form = MinutesForm.of(request, came=selectors.may_have_come(row), initial=now)
    done = carried_out(
        request,
        form,
        lambda key: services.write_minutes(
            actor=request.actor, item_id=item_id, sending=key, **form.cleaned_data
        ),
        receipt=_("The minutes are written. The client can read what the team came to."),
        to=reverse("teams:talk", args=[item_id]),
        now=now,
    )
    return done or show(request, "teams/minutes.html", presenters.minutes_page(row, form))


@client_page(TeamAction.OWN)
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """When the team talks about me, what it came to, and who does what."""
    with looking(TeamAction.OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.outcomes_of(case_id), TeamAction.READ_ITEM)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
        there = {one.pk: one for one in selectors.were_there(found)}
    return show(request, "teams/own.html", presenters.own_page(found, there, where, head))
