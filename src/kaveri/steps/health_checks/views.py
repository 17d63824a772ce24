"""The pages of health checks: for workers, for the client, and the figures."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.health_checks import presenters, selectors, services
from kaveri.steps.health_checks.actions import HealthCheckAction
from kaveri.steps.health_checks.forms import (
    BookForm,
    DeclineForm,
    DoneForm,
    QuarterForm,
    TellingForm,
)
from kaveri.steps.health_checks.models import HealthCheck


@staff_page(HealthCheckAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The health checks of a case."""
    with looking(HealthCheckAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.checks().filter(case_id=case_id), HealthCheckAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
        here = cases.cases().filter(pk=case_id)
        may_offer = (
            head.is_open
            and look.rows(here, HealthCheckAction.OFFER).exists()
            and not selectors.under_way(case_id)
        )
    page = presenters.of_case(found, where, case_id, may_offer=may_offer)
    return show(request, "health_checks/of_case.html", page, head=head)


@staff_page(HealthCheckAction.OFFER, methods=("GET", "POST"))
def offer(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Offer a check."""
    with looking(HealthCheckAction.OFFER, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = TellingForm.of(request)
    return _form_page(
        request,
        form,
        lambda sending: services.offer_check(
            actor=request.actor, case_id=case_id, told=form.told_how(), sending=sending
        ),
        head=head,
        receipt=_("The health check is offered. You ask within two weeks what the client decided."),
        title=_("Offer a health check"),
        lead=_(
            "For somebody without work and without occupational health care. It is free to say no."
        ),
        send=_("Offer the health check"),
        back=reverse("health_checks:of_case", args=[case_id]),
    )


@staff_page(HealthCheckAction.READ, HealthCheckAction.OF_CASE)
def check(request: PersonRequest, check_id: UUID) -> HttpResponse:
    """One check, and where it stands."""
    with looking(HealthCheckAction.READ, actor=request.actor) as look:
        row, head = _opened(look, check_id)
        here = selectors.checks().filter(pk=row.pk)
        may = {
            "book": head.is_open and look.rows(here, HealthCheckAction.BOOK).exists(),
            "done": head.is_open and look.rows(here, HealthCheckAction.NOTE_DONE).exists(),
            "decline": head.is_open and look.rows(here, HealthCheckAction.DECLINE).exists(),
        }
    return show(request, "health_checks/check.html", presenters.one_page(row, may=may), head=head)


@staff_page(HealthCheckAction.BOOK, HealthCheckAction.OF_CASE, methods=("GET", "POST"))
def book(request: PersonRequest, check_id: UUID) -> HttpResponse:
    """A time is booked, or moved."""
    with looking(HealthCheckAction.BOOK, actor=request.actor) as look:
        row, head = _opened(look, check_id)
    now = {"on": row.booked_for, "place": row.place, "version": row.version}
    form = BookForm.of(request, initial=now)
    return _form_page(
        request,
        form,
        lambda sending: services.book_check(
            actor=request.actor,
            check_id=check_id,
            on=form.cleaned_data["on"],
            place=form.cleaned_data["place"],
            version=form.cleaned_data["version"],
            told=form.told_how(),
            sending=sending,
        ),
        head=head,
        receipt=_("The time is noted. You ask afterwards what came of it."),
        title=_("A time for the health check"),
        send=_("Note the time"),
        back=reverse("health_checks:check", args=[check_id]),
        now=now,
    )


@staff_page(HealthCheckAction.NOTE_DONE, HealthCheckAction.OF_CASE, methods=("GET", "POST"))
def done(request: PersonRequest, check_id: UUID) -> HttpResponse:
    """The check has been made."""
    with looking(HealthCheckAction.NOTE_DONE, actor=request.actor) as look:
        row, head = _opened(look, check_id)
    passed = row.booked_for if row.booked_for and row.booked_for <= clock.today() else None
    form = DoneForm.of(request, initial={"on": passed, "version": row.version})
    return _form_page(
        request,
        form,
        lambda sending: services.note_check_done(
            actor=request.actor,
            check_id=check_id,
            on=form.cleaned_data["on"],
            outcome=form.cleaned_data["outcome"],
            words=form.cleaned_data["words"],
            next_=form.next_thing(),
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("What came of the health check is noted."),
        title=_("What came of the health check"),
        send=_("Note it"),
        back=reverse("health_checks:check", args=[check_id]),
        now={"version": row.version},
    )


@staff_page(HealthCheckAction.DECLINE, HealthCheckAction.OF_CASE, methods=("GET", "POST"))
def decline(request: PersonRequest, check_id: UUID) -> HttpResponse:
    """The client says no."""
    with looking(HealthCheckAction.DECLINE, actor=request.actor) as look:
        row, head = _opened(look, check_id)
    form = DeclineForm.of(request, initial={"version": row.version})
    return _form_page(
        request,
        form,
        lambda sending: services.decline_check(
            actor=request.actor,
            check_id=check_id,
            reason=form.cleaned_data["reason"],
            next_=form.next_thing(),
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("The client’s no is noted. A check can be offered again later."),
        title=_("The client does not want the health check"),
        send=_("Note it"),
        back=reverse("health_checks:check", args=[check_id]),
        now={"version": row.version},
    )


@client_page(HealthCheckAction.OWN)
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """My health checks: offered, when and where, what came of them."""
    with looking(HealthCheckAction.OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.checks().filter(case_id=case_id), HealthCheckAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.offset + where.size])
    return show(request, "health_checks/own.html", presenters.own_page(found, where, head))


@staff_page(HealthCheckAction.FIGURES)
def figures(request: PersonRequest) -> HttpResponse:
    """How many checks there were in each municipality, and what came of them."""
    form = QuarterForm(request.GET)
    with looking(HealthCheckAction.FIGURES, actor=request.actor) as look:
        look.allow()
        counts = selectors.counted(*form.period())
        outcomes = selectors.outcomes(*form.period())
        places = list(directory.municipalities())
    page = presenters.figures(form, counts, outcomes, places)
    return show(request, "health_checks/figures.html", page)


def _opened(look: Look, check_id: UUID) -> tuple[HealthCheck, CaseHead]:
    """The check by its own rule, then the head of its case."""
    row = look.rows(selectors.checks().filter(pk=check_id)).first()
    if row is None:
        raise Denied(look.action)
    look.action = HealthCheckAction.OF_CASE
    return row, case_head(look, row.case_id)


def _form_page(
    request: PersonRequest,
    form: KaveriForm,
    use_case: Callable[[UUID], Any],
    *,
    head: CaseHead,
    receipt: str,
    title: str,
    send: str,
    back: str,
    lead: str = "",
    now: dict[str, Any] | None = None,
) -> HttpResponse:
    carried = carried_out(request, form, use_case, receipt=receipt, to=back, now=now)
    if carried:
        return carried
    page = presenters.FormPage(title=title, lead=lead, more="", send=send, back=back, form=form)
    return show(request, "health_checks/case_form.html", page, head=head)
