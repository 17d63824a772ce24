"""The manager's list of what has risen, and giving it to somebody else; by reference only."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.contacts import selectors as contacts
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.forms import ReceiverForm
from kaveri.steps.coordination.views.parts import carried_out, form_page

SIZE = 25


@staff_page(CoordinationAction.READ_RISEN)
def risen(request: PersonRequest) -> HttpResponse:
    """Overdue steps of the units the reader manages."""
    first = (asked_page(request) - 1) * SIZE
    with looking(CoordinationAction.READ_RISEN, actor=request.actor) as look:
        look.allow()
        lines, total = selectors.risen(look, part=slice(first, first + SIZE))
        soon = selectors.erased_soon(request.actor)
    page = presenters.RisenPage(
        rows=presenters.risen_rows(lines),
        pager=pager(request, total, SIZE),
        erased_soon=presenters.erased_soon(soon),
    )
    return show(request, "coordination/risen.html", page)


@staff_page(CoordinationAction.REASSIGN_CASE, methods=("GET", "POST"))
def reassign_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Give a case to another worker of the unit."""
    with looking(CoordinationAction.REASSIGN_CASE, actor=request.actor) as look:
        case = look.row(cases.cases(), case_id)
        look.concerns([case.client_id])
        unit = people.professionals(unit_id=case.unit_id).values("pk")
        workers = selectors.receivers(case, but=[case.case_manager_id]).filter(pk__in=unit)
    form = ReceiverForm.of(request, workers=workers)
    back = reverse("coordination:risen")
    answer = carried_out(
        request,
        form,
        lambda sending: services.reassign_case(
            actor=request.actor,
            case_id=case_id,
            to_id=form.person("to") or case.case_manager_id,
            sending=sending,
        ),
        receipt=_("%(reference)s has another case manager.") % {"reference": case.reference},
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Give %(reference)s to somebody else") % {"reference": case.reference},
        lead=_("%(name)s is the case manager now. Everything to be done keeps its day.")
        % {"name": case.case_manager.full_name},
        send=_("Give the case"),
        back=back,
    )


@staff_page(CoordinationAction.REASSIGN_CONTACT, methods=("GET", "POST"))
def reassign_contact(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    """Give a contact to another worker of the unit."""
    with looking(CoordinationAction.REASSIGN_CONTACT, actor=request.actor) as look:
        contact = look.row(contacts.contacts(), contact_id)
        unit = people.professionals(unit_id=contact.unit_id).values("pk")
        workers = selectors.receivers(contact, but=[contact.owner_id]).filter(pk__in=unit)
    form = ReceiverForm.of(request, workers=workers)
    back = reverse("coordination:risen")
    answer = carried_out(
        request,
        form,
        lambda sending: services.reassign_contact(
            actor=request.actor,
            contact_id=contact_id,
            to_id=form.person("to") or contact.owner_id,
            sending=sending,
        ),
        receipt=_("%(reference)s has another owner.") % {"reference": contact.reference},
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Give %(reference)s to somebody else") % {"reference": contact.reference},
        lead=_("%(name)s answers for it now. The day to answer by stands.")
        % {"name": contact.owner.full_name},
        send=_("Give the contact"),
        back=back,
    )
