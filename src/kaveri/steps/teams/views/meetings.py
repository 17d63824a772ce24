"""The pages of a team's meetings."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.teams import presenters, selectors, services
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.forms import CallOffForm, MeetingForm, SureForm

# So many meetings to come are enough to choose among.
_LATER = 12


@staff_page(TeamAction.LIST_MEETINGS)
def meetings(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """The meetings of a team, to come and gone."""
    first = (asked_page(request) - 1) * PAGE_SIZE
    with looking(TeamAction.LIST_MEETINGS, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        found = selectors.meetings().filter(unit=unit)
        total = found.count()
        first = min(first, max(0, (total - 1) // PAGE_SIZE * PAGE_SIZE))
        may_set = policy.permitted(
            selectors.teams().filter(pk=unit.pk), TeamAction.SET_MEETING, request.actor
        ).exists()
        page = presenters.meetings_page(
            unit, found[first : first + PAGE_SIZE], pager(request, total), may_set=may_set
        )
    return show(request, "teams/meetings.html", page)


@staff_page(TeamAction.SET_MEETING, methods=("GET", "POST"))
def meeting_new(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """Set a meeting."""
    with looking(TeamAction.SET_MEETING, actor=request.actor) as look:
        unit = look.row(selectors.teams(), unit_id)
        form = MeetingForm.of(request)
    done = carried_out(
        request,
        form,
        lambda key: services.set_meeting(
            actor=request.actor,
            unit_id=unit_id,
            starts_at=form.starts_at(),
            place=form.cleaned_data["place"],
            sending=key,
        ),
        receipt=_("The meeting is set."),
        to=reverse("teams:meetings", args=[unit_id]),
    )
    return done or show(request, "teams/meeting_new.html", presenters.form_page(unit, form))


@staff_page(TeamAction.READ_MEETING, TeamAction.READ_ITEM)
def meeting(request: PersonRequest, meeting_id: UUID) -> HttpResponse:
    """The agenda: each reader sees what their own ground shows."""
    with looking(TeamAction.READ_MEETING, actor=request.actor) as look:
        row = look.row(selectors.meetings(), meeting_id)
        rows = list(look.listed(selectors.items().filter(meeting=row), TeamAction.READ_ITEM))
        look.shows(rows, client="case.client_id")
        sits = selectors.seated(row.unit_id).filter(account_id=request.actor.person_id).exists()
        may_move = policy.permitted(
            selectors.meetings().filter(pk=row.pk), TeamAction.MOVE_MEETING, request.actor
        ).exists()
        page = presenters.meeting_page(
            row,
            rows,
            selectors.guests([item.pk for item in rows]),
            may_open=sits,
            may_move=may_move,
            sits=sits,
        )
    return show(request, "teams/meeting.html", page)


@staff_page(TeamAction.OPEN_MEETING, methods=("GET", "POST"))
def meeting_open(request: PersonRequest, meeting_id: UUID) -> HttpResponse:
    """The meeting begins."""
    with looking(TeamAction.OPEN_MEETING, actor=request.actor) as look:
        row = look.row(selectors.meetings(), meeting_id)
    form = SureForm.of(request)
    done = carried_out(
        request,
        form,
        lambda key: services.open_meeting(actor=request.actor, meeting_id=meeting_id, sending=key),
        receipt=_("The meeting is opened. Every case has been checked once more."),
        to=reverse("teams:meeting", args=[meeting_id]),
    )
    page = presenters.form_page(row.unit, form)
    return done or show(request, "teams/meeting_open.html", page, meeting=row)


@staff_page(TeamAction.MOVE_MEETING, methods=("GET", "POST"))
def meeting_move(request: PersonRequest, meeting_id: UUID) -> HttpResponse:
    """The meeting gets another time or place."""
    with looking(TeamAction.MOVE_MEETING, actor=request.actor) as look:
        row = look.row(selectors.meetings(), meeting_id)
        at = row.starts_at.astimezone(clock.HELSINKI)
        form = MeetingForm.of(
            request,
            initial={"meets_on": at.date(), "time": f"{at:%H.%M}", "place": row.place},
        )
    done = carried_out(
        request,
        form,
        lambda key: services.move_meeting(
            actor=request.actor,
            meeting_id=meeting_id,
            starts_at=form.starts_at(),
            place=form.cleaned_data["place"],
            sending=key,
        ),
        receipt=_("The meeting is moved. Everybody who was to come gets a mail."),
        to=reverse("teams:meeting", args=[meeting_id]),
    )
    page = presenters.form_page(row.unit, form)
    return done or show(request, "teams/meeting_move.html", page, meeting=row)


@staff_page(TeamAction.CALL_OFF, methods=("GET", "POST"))
def meeting_call_off(request: PersonRequest, meeting_id: UUID) -> HttpResponse:
    """The team does not meet; what was to be talked about is not lost."""
    with looking(TeamAction.CALL_OFF, actor=request.actor) as look:
        row = look.row(selectors.meetings(), meeting_id)
        later = selectors.meetings_to_come().filter(unit_id=row.unit_id).exclude(pk=row.pk)
        form = CallOffForm.of(request, meetings=list(later[:_LATER]))
    done = carried_out(
        request,
        form,
        lambda key: services.call_off_meeting(
            actor=request.actor, meeting_id=meeting_id, to_id=form.later_id(), sending=key
        ),
        receipt=_("The meeting is called off. Everybody who was to come gets a mail."),
        to=reverse("teams:meeting", args=[meeting_id]),
    )
    page = presenters.form_page(row.unit, form)
    return done or show(request, "teams/meeting_call_off.html", page, meeting=row)
