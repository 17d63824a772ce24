"""The pages of meetings, for workers and for the client."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.appointments import presenters, selectors, services
from kaveri.steps.appointments.actions import AppointmentAction
from kaveri.steps.appointments.domain import State
from kaveri.steps.appointments.forms import (
    BookForm,
    CannotComeForm,
    MeetingsFilter,
    MoveForm,
    OutcomeForm,
)
from kaveri.steps.appointments.models import Appointment

USUAL_MINUTES = 60


@staff_page(AppointmentAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The meetings that stand, or those that were."""
    form = MeetingsFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"when": "", "words": ""}
    with looking(AppointmentAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        # The page itself stands under its own row of the table, besides the head's.
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.appointments(case_id), AppointmentAction.READ)
        rows = selectors.wanted(rows, when=asked["when"], words=asked["words"])
        where = pager(request, rows.count())
        found = selectors.seen(look, head, rows[where.offset : where.offset + where.size])
        here = cases.cases().filter(pk=case_id)
        may_book = look.rows(here, AppointmentAction.BOOK).exists()
    page = presenters.meetings_page(form, found, where, head, may_book=may_book)
    return show(request, "appointments/of_case.html", page, head=head)


@staff_page(AppointmentAction.BOOK, methods=("GET", "POST"))
def book(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Agree on a meeting or a series."""
    with looking(AppointmentAction.BOOK, actor=request.actor) as look:
        head = case_head(look, case_id)
        near = selectors.can_take_part(case_id)
    form = BookForm.of(
        request,
        near=[account for account in near if account.pk != request.actor.account_id],
        initial={"minutes": USUAL_MINUTES},
    )
    back = reverse("appointments:of_case", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.book(
            actor=request.actor,
            case_id=case_id,
            agreed=form.agreed(),
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The meeting is agreed on."),
        to=back,
    )
    return done or _form_page(
        request,
        form,
        title=_("New meeting"),
        send=_("Agree on the meeting"),
        back=back,
        head=head,
    )


@staff_page(AppointmentAction.MOVE, AppointmentAction.OF_CASE, methods=("GET", "POST"))
def move(request: PersonRequest, appointment_id: UUID) -> HttpResponse:
    """Another time."""
    row, head = _opened(request, appointment_id, AppointmentAction.MOVE)
    at = row.starts_at.astimezone(clock.HELSINKI)
    form = MoveForm.of(
        request,
        initial={
            "on": at.date(),
            "time": dates.list_time(at, presenters.language()),
            "version": row.version,
        },
    )
    back = reverse("appointments:of_case", args=[head.case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.move(
            actor=request.actor,
            appointment_id=appointment_id,
            version=form.cleaned_data["version"],
            starts_at=form.starts_at(),
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The meeting is moved."),
        to=back,
        now={
            "on": at.date(),
            "time": dates.list_time(at, presenters.language()),
            "version": row.version,
        },
    )
    return done or _form_page(
        request,
        form,
        title=_("Move the meeting"),
        lead=_lead(row),
        send=_("Move the meeting"),
        back=back,
        head=head,
    )


@staff_page(AppointmentAction.NOTE_OUTCOME, AppointmentAction.OF_CASE, methods=("GET", "POST"))
def note(request: PersonRequest, appointment_id: UUID) -> HttpResponse:
    """They met, it did not come off, or it is called off."""
    row, head = _opened(request, appointment_id, AppointmentAction.NOTE_OUTCOME)
    begun = row.starts_at <= clock.now()
    form = OutcomeForm.of(request, has_begun=begun, initial={"version": row.version})
    back = reverse("appointments:of_case", args=[head.case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.note_outcome(
            actor=request.actor,
            appointment_id=appointment_id,
            version=form.cleaned_data["version"],
            outcome=State(form.cleaned_data["outcome"]),
            next_what=form.cleaned_data["next_what"],
            next_due_on=form.cleaned_data["next_due_on"],
            sending=sending,
        ),
        receipt=_("It is noted."),
        to=back,
        now={"version": row.version},
    )
    title = _("What came of the meeting") if begun else _("Call off the meeting")
    return done or _form_page(
        request,
        form,
        title=title,
        lead=_lead(row),
        more=_("A meeting that did not come off ends nothing: somebody gets in touch again."),
        send=_("Note it"),
        back=back,
        head=head,
    )


@client_page(AppointmentAction.MINE)
def mine(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """When, where, how to get there, with whom."""
    with looking(AppointmentAction.MINE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.appointments(case_id), AppointmentAction.READ)
        earlier = selectors.wanted(rows, when=selectors.PAST, words="")
        where = pager(request, earlier.count())
        standing = list(selectors.wanted(rows, when="", words=""))
        before = list(earlier[where.offset : where.offset + where.size])
        found = selectors.seen(look, head, [*standing, *before])
    page = presenters.mine_page(found[: len(standing)], found[len(standing) :], where, head)
    return show(request, "appointments/mine.html", page)


@client_page(AppointmentAction.CANNOT_COME, AppointmentAction.MINE, methods=("GET", "POST"))
def cannot_come(request: PersonRequest, case_id: UUID, appointment_id: UUID) -> HttpResponse:
    """The time does not suit: one question, then the case manager answers."""
    with looking(AppointmentAction.CANNOT_COME, actor=request.actor) as look:
        row = look.row(selectors.appointments(case_id), appointment_id)
        look.action = AppointmentAction.MINE
        head = case_head(look, case_id)
    form = CannotComeForm.of(request)
    back = reverse("appointments:mine", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.cannot_come(
            actor=request.actor,
            appointment_id=appointment_id,
            case_id=case_id,
            wish=form.cleaned_data["wish"],
            sending=sending,
        ),
        receipt=_("Thank you for telling. You get an answer within two working days."),
        to=back,
    )
    page = presenters.FormPage(
        title=_("I cannot come"),
        lead=_lead(row),
        more=_(
            "%(name)s gets in touch and agrees on another time. Nothing is taken from you for this."
        )
        % {"name": head.manager},
        send=_("Tell that I cannot come"),
        back=back,
        form=form,
    )
    return done or show(request, "appointments/cannot_come.html", page)


def _opened(
    request: PersonRequest, appointment_id: UUID, action: AppointmentAction
) -> tuple[Appointment, CaseHead]:
    """A meeting that stands, and its case."""
    with looking(AppointmentAction.OF_CASE, actor=request.actor) as look:
        row = _standing(look, appointment_id, action)
        return row, case_head(look, row.case_id)


def _standing(look: Look, appointment_id: UUID, action: AppointmentAction) -> Appointment:
    rows = selectors.appointments().filter(pk=appointment_id, state=State.AGREED)
    row = look.rows(rows, action).first()
    if row is None:
        raise Denied(action)
    return row


def _lead(row: Appointment) -> str:
    at = row.starts_at.astimezone(clock.HELSINKI)
    return f"{row.about}, {dates.date_and_time(at, presenters.language())}"


def _form_page(
    request: PersonRequest,
    form: KaveriForm,
    *,
    title: str,
    send: str,
    back: str,
    head: CaseHead,
    lead: str = "",
    more: str = "",
) -> HttpResponse:
    page = presenters.FormPage(title=title, lead=lead, more=more, send=send, back=back, form=form)
    return show(request, "appointments/case_form.html", page, head=head)
