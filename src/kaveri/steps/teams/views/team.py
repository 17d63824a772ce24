"""The pages of the teams."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.teams import presenters, selectors, services
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.forms import SeatForm, SureForm, WaysForm


@staff_page(TeamAction.LIST)
def teams(request: PersonRequest) -> HttpResponse:
    """The local teams of the county."""
    with looking(TeamAction.LIST, actor=request.actor) as look:
        look.allow()
        units = list(look.rows(selectors.teams()))
        ids = [unit.pk for unit in units]
        page = presenters.teams_page(units, selectors.pages_of(ids), selectors.numbers_of(ids))
    return show(request, "teams/teams.html", page)


@staff_page(TeamAction.READ, TeamAction.DESCRIBE)
def team(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """One team: who sits in it, when it meets and how it works."""
    with looking(TeamAction.READ, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        may_change = (
            policy.permitted(selectors.teams(), TeamAction.DESCRIBE, request.actor)
            .filter(pk=unit.pk)
            .exists()
        )
        page = presenters.team_page(
            unit,
            selectors.seated(unit.pk),
            selectors.versions(unit.pk).first(),
            may_change=may_change,
        )
    return show(request, "teams/team.html", page)


@staff_page(TeamAction.READ)
def versions(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """What the team's page said before."""
    first = (asked_page(request) - 1) * PAGE_SIZE
    with looking(TeamAction.READ, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        rows = selectors.versions(unit.pk)[1:]
        total = max(0, selectors.versions(unit.pk).count() - 1)
        first = min(first, max(0, (total - 1) // PAGE_SIZE * PAGE_SIZE))
        page = presenters.versions_page(unit, rows[first : first + PAGE_SIZE])
    return show(request, "teams/versions.html", page, pager=pager(request, total))


@staff_page(TeamAction.DESCRIBE, methods=("GET", "POST"))
def describe(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """Write the team's page anew."""
    with looking(TeamAction.DESCRIBE, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        now = selectors.versions(unit.pk).first()
    stands = {
        "version": now.number if now else 0,
        "rhythm": now.rhythm if now else "",
        "weekday": now.weekday if now else "",
        "place": now.place if now else "",
        "text": now.text if now else "",
    }
    form = WaysForm.of(request, initial=stands)
    done = carried_out(
        request,
        form,
        lambda key: services.describe_team(
            actor=request.actor, unit_id=unit_id, sending=key, **form.cleaned_data
        ),
        receipt=_("The team’s page is saved. The former version is kept."),
        to=reverse("teams:team", args=[unit_id]),
        now=stands,
    )
    return done or show(request, "teams/describe.html", presenters.form_page(unit, form))


@staff_page(TeamAction.ADD_SEAT, methods=("GET", "POST"))
def seat_new(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """Somebody comes into the team."""
    with looking(TeamAction.ADD_SEAT, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        form = SeatForm.of(request, unit_id=unit.pk)
    done = carried_out(
        request,
        form,
        lambda key: services.add_seat(
            actor=request.actor, unit_id=unit_id, sending=key, **form.cleaned_data
        ),
        receipt=_("The team has a new member."),
        to=reverse("teams:team", args=[unit_id]),
    )
    return done or show(request, "teams/seat_new.html", presenters.form_page(unit, form))


@staff_page(TeamAction.END_SEAT, methods=("GET", "POST"))
def seat_end(request: PersonRequest, unit_id: UUID, seat_id: UUID) -> HttpResponse:
    """Somebody leaves the team."""
    with looking(TeamAction.END_SEAT, actor=request.actor) as look:
        seat = look.row(selectors.seats(), seat_id)
        if seat.unit_id != unit_id:
            raise Http404
    form = SureForm.of(request)
    done = carried_out(
        request,
        form,
        lambda key: services.end_seat(actor=request.actor, seat_id=seat_id, sending=key),
        receipt=_("The team’s members are changed."),
        to=reverse("teams:team", args=[unit_id]),
    )
    page = presenters.form_page(seat.unit, form, seat.account.full_name)
    return done or show(request, "teams/seat_end.html", page)
