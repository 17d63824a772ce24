"""One's own calendar, and the file that calendar programs read."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, public_page, signed_in_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Denied
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import IDEMPOTENCY_KEY, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.appointments import presenters, selectors, services
from kaveri.steps.appointments.actions import AppointmentAction
from kaveri.steps.appointments.forms import AddressForm, RemindersForm
from kaveri.steps.appointments.models import Calendar


@signed_in_page(
    AppointmentAction.CALENDAR, AppointmentAction.CHOOSE_REMINDERS, methods=("GET", "POST")
)
@never_cache
def calendar(request: PersonRequest) -> HttpResponse:
    """One's own calendar: the address that other programs read, and whether a reminder comes."""
    row = _calendar(request)
    form = RemindersForm.of(request, initial={"wanted": bool(row and row.wants_reminders)})
    done = carried_out(
        request,
        form,
        lambda sending: services.choose_reminders(
            actor=request.actor, wanted=form.cleaned_data["wanted"], sending=sending
        ),
        receipt=_("Your choice is saved."),
        to=reverse("appointments:calendar"),
    )
    return done or _calendar_page(request, row, reminders=form)


@signed_in_page(AppointmentAction.MAKE_ADDRESS, AppointmentAction.CALENDAR, methods=("GET", "POST"))
@never_cache
def address(request: PersonRequest) -> HttpResponse:
    """A new address, shown once."""
    form = AddressForm.of(request)
    secret = ""
    if posted(request) and form.is_valid():
        try:
            secret = services.make_address(
                actor=request.actor,
                with_place=form.cleaned_data["with_place"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("appointments:calendar")
    path = reverse("appointments:feed", args=[secret]) if secret else ""
    return _calendar_page(
        request,
        _calendar(request),
        asks=None if secret else form,
        address=request.build_absolute_uri(path) if path else "",
    )


@signed_in_page(AppointmentAction.STOP_ADDRESS, methods=("POST",))
def address_stop(request: PersonRequest) -> HttpResponse:
    """The address leads nowhere any more."""
    try:
        services.stop_address(actor=request.actor, sending=_key(request))
    except AlreadyDone:
        pass
    else:
        messages.success(
            request, _("The address is stopped. Nobody reads your times by it any more.")
        )
    return redirect("appointments:calendar")


@public_page(AppointmentAction.FEED)
@never_cache
def feed(request: PersonRequest, secret: str) -> HttpResponse:
    """The times behind an address, for a calendar program; a wrong and a stopped address look the same."""
    row = selectors.behind(secret)
    if row is None:
        raise Denied(AppointmentAction.FEED)
    actor = people.actor_of(row.account, request_id=request.actor.request_id)
    first_today = services.note_fetched(actor=actor, calendar_id=row.pk)
    with looking(AppointmentAction.FEED, actor=actor) as look:
        look.row(selectors.calendars(), row.pk)
        found = list(look.listed(selectors.in_calendar(row.account_id), AppointmentAction.READ))
        # A program asks many times a day; once is enough for the client's log.
        if first_today:
            look.shows(found, "case.client_id")
    answer = HttpResponse(
        presenters.calendar_file(row, found), content_type="text/calendar; charset=utf-8"
    )
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _calendar(request: PersonRequest) -> Calendar | None:
    with looking(AppointmentAction.CALENDAR, actor=request.actor) as look:
        look.allow()
        return selectors.calendars().filter(account_id=request.actor.person_id).first()


def _calendar_page(
    request: PersonRequest,
    row: Calendar | None,
    *,
    address: str = "",
    asks: AddressForm | None = None,
    reminders: RemindersForm | None = None,
) -> HttpResponse:
    works = bool(request.actor.roles - {Role.CLIENT})
    page = presenters.CalendarPage(
        frame="frames/staff.html" if works else "frames/client.html",
        back="" if works else reverse("portal:home"),
        address=address,
        made_on=row.made_at.astimezone(clock.HELSINKI).date() if row and row.made_at else None,
        fetched_on=row.fetched_on if row else None,
        with_place=bool(row and row.with_place),
        address_form=asks,
        has_address=row is not None and row.fingerprint is not None,
        reminders_form=reminders,
    )
    return show(request, "appointments/calendar.html", page)


def _key(request: PersonRequest) -> UUID:
    try:
        return UUID(request.POST.get(IDEMPOTENCY_KEY, ""))
    except ValueError as error:
        raise Denied(AppointmentAction.STOP_ADDRESS) from error
