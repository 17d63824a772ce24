"""Absence and substitute: one's own, and for a manager those of the unit."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.forms import AbsenceForm, EndAbsenceForm, SubstituteForm
from kaveri.steps.coordination.views.parts import carried_out, form_page


@staff_page(CoordinationAction.READ_ABSENCES)
def absences(request: PersonRequest) -> HttpResponse:
    """Absences the reader may change, and those in which the reader stands in."""
    with looking(CoordinationAction.READ_ABSENCES, actor=request.actor) as look:
        look.allow()
        found = look.rows(selectors.absences())
        pages = pager(request, found.count())
        rows = list(found[pages.offset : pages.last])
    mine = people.stands_in(request.actor.account_id) if request.actor.account_id else []
    page = presenters.AbsencesPage(
        lines=presenters.absence_lines(rows, may_change=True),
        stands_in=presenters.absence_lines(mine, may_change=False),
        pager=pages,
    )
    return show(request, "coordination/absences.html", page)


@staff_page(CoordinationAction.RECORD_ABSENCE, methods=("GET", "POST"))
def absence_new(request: PersonRequest) -> HttpResponse:
    """Note that somebody will be away, and who stands in."""
    with looking(CoordinationAction.RECORD_ABSENCE, actor=request.actor) as look:
        look.allow()
        workers = list(look.rows(people.professionals()))
        colleagues = _colleagues(request)
    form = AbsenceForm.of(
        request,
        workers=workers,
        substitutes=colleagues,
        initial={"account": str(request.actor.account_id), "from_on": clock.today()},
    )
    back = reverse("coordination:absences")
    answer = carried_out(
        request,
        form,
        lambda sending: services.record_absence(
            actor=request.actor,
            account_id=form.person("account") or workers[0].id,
            substitute_id=form.person("substitute") or workers[0].id,
            from_on=form.cleaned_data["from_on"],
            until_on=form.cleaned_data["until_on"],
            sending=sending,
        ),
        receipt=_("The absence is noted, and the substitute sees what is to be done."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Note an absence"),
        lead=_("Everything stays with the one who is away; the substitute does it meanwhile."),
        send=_("Note the absence"),
        back=back,
    )


@staff_page(CoordinationAction.CHANGE_SUBSTITUTE, methods=("GET", "POST"))
def absence_substitute(request: PersonRequest, absence_id: UUID) -> HttpResponse:
    """Somebody else stands in for the rest."""
    absence = _opened(request, absence_id, CoordinationAction.CHANGE_SUBSTITUTE)
    form = SubstituteForm.of(request, substitutes=_colleagues(request))
    back = reverse("coordination:absences")
    answer = carried_out(
        request,
        form,
        lambda sending: services.change_substitute(
            actor=request.actor,
            absence_id=absence_id,
            substitute_id=form.person("substitute") or absence.account_id,
            sending=sending,
        ),
        receipt=_("Somebody else stands in."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Who stands in for %(name)s?") % {"name": absence.account.full_name},
        send=_("Change the substitute"),
        back=back,
    )


@staff_page(CoordinationAction.END_ABSENCE, methods=("GET", "POST"))
def absence_end(request: PersonRequest, absence_id: UUID) -> HttpResponse:
    """The worker is back."""
    absence = _opened(request, absence_id, CoordinationAction.END_ABSENCE)
    form = EndAbsenceForm.of(request)
    back = reverse("coordination:absences")
    answer = carried_out(
        request,
        form,
        lambda sending: services.end_absence(
            actor=request.actor, absence_id=absence_id, sending=sending
        ),
        receipt=_("The absence is ended."),
        to=back,
    )
    words = {"name": absence.account.full_name, "substitute": absence.substitute.full_name}
    return answer or form_page(
        request,
        form,
        title=_("%(name)s is back") % words,
        lead=_("%(substitute)s no longer sees what was done in the absence.") % words,
        send=_("End the absence"),
        back=back,
    )


def _opened(request: PersonRequest, absence_id: UUID, action: CoordinationAction) -> Absence:
    with looking(action, actor=request.actor) as look:
        return look.row(selectors.absences(), absence_id)


def _colleagues(request: PersonRequest) -> list[Account]:
    """Workers of the same controller and register; a manager of another register chooses there."""
    actor = request.actor
    if actor.organisation_id is None or actor.account_id is None:
        return []
    same = people.professionals().filter(
        organisation_id=actor.organisation_id, register=actor.register
    )
    return list(same) if Role.MANAGER in actor.roles else list(same.exclude(pk=actor.account_id))
