"""Waiting: what the client waits for, and the contact kept meanwhile."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as steps
from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import WaitOutcome
from kaveri.steps.coordination.forms import ContactForm, EndWaitForm, WaitForm
from kaveri.steps.coordination.models import Wait
from kaveri.steps.coordination.views.parts import carried_out, form_page


@staff_page(CoordinationAction.READ)
def waiting(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What the client waits for now and has waited for."""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(
            look.rows(selectors.waits().filter(case_id=case_id), CoordinationAction.READ_CASE_PARTS)
        )
        here = cases.cases().filter(pk=case_id)
        may_record = head.is_open and look.rows(here, CoordinationAction.BEGIN_WAIT).exists()
        ids = [row.id for row in rows if row.ended_at is None]
        following = steps.tasks().filter(source_id__in=ids, state=TaskState.OPEN)
        due = {pk: day for pk, day in following.values_list("source_id", "due_on") if pk}
    page = presenters.WaitingPage(
        now=presenters.wait_lines([row for row in rows if row.ended_at is None], due),
        earlier=presenters.wait_lines([row for row in rows if row.ended_at], {}),
        may_record=may_record,
    )
    return show(request, "coordination/waiting.html", page, head=head)


@staff_page(CoordinationAction.BEGIN_WAIT, methods=("GET", "POST"))
def wait_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client begins to wait for something."""
    with looking(CoordinationAction.BEGIN_WAIT, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = WaitForm.of(
        request,
        workers=selectors.workers_near(case_id),
        initial={
            "supporter": str(head.manager_id),
            "since_on": clock.today(),
            "category": Category.LIFE_SITUATION,
        },
    )
    back = reverse("coordination:waiting", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.begin_wait(
            actor=request.actor,
            case_id=case_id,
            what=form.cleaned_data["what"],
            since_on=form.cleaned_data["since_on"],
            category=Category(form.cleaned_data["category"]),
            supporter_id=form.person("supporter") or head.manager_id,
            every_days=form.cleaned_data["every_days"],
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The wait is noted."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("%(name)s waits for something") % {"name": head.first_name},
        send=_("Note the wait"),
        back=back,
        head=head,
    )


def _opened(
    request: PersonRequest, wait_id: UUID, action: CoordinationAction
) -> tuple[Wait, CaseHead]:
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        rows = selectors.waits().filter(pk=wait_id, ended_at=None)
        wait = look.rows(rows, action).first()
        if wait is None:
            raise Denied(action)
        return wait, case_head(look, wait.case_id)


@staff_page(CoordinationAction.CHANGE_WAIT, CoordinationAction.READ, methods=("GET", "POST"))
def wait_change(request: PersonRequest, wait_id: UUID) -> HttpResponse:
    """Another supporter or rhythm."""
    wait, head = _opened(request, wait_id, CoordinationAction.CHANGE_WAIT)
    now = {
        "what": wait.what,
        "supporter": str(wait.supporter_id),
        "every_days": wait.every_days,
        "version": wait.version,
    }
    form = WaitForm.of(
        request, workers=selectors.workers_near(head.case_id), changing=True, initial={**now}
    )
    back = reverse("coordination:waiting", args=[head.case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.change_wait(
            actor=request.actor,
            wait_id=wait_id,
            version=form.cleaned_data["version"] or 0,
            what=form.cleaned_data["what"],
            supporter_id=form.person("supporter") or wait.supporter_id,
            every_days=form.cleaned_data["every_days"],
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The wait is changed."),
        to=back,
        now=now,
    )
    return answer or form_page(
        request,
        form,
        title=_("Change how contact is kept"),
        lead=_("The next contact counts from the last one, also when it is late."),
        send=_("Change the wait"),
        back=back,
        head=head,
    )


@staff_page(CoordinationAction.END_WAIT, CoordinationAction.READ, methods=("GET", "POST"))
def wait_end(request: PersonRequest, wait_id: UUID) -> HttpResponse:
    """The wait is over."""
    wait, head = _opened(request, wait_id, CoordinationAction.END_WAIT)
    form = EndWaitForm.of(
        request,
        workers=selectors.workers_near(head.case_id),
        initial={"version": wait.version, "next_owner": str(wait.supporter_id)},
    )
    back = reverse("coordination:waiting", args=[head.case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.end_wait(
            actor=request.actor,
            wait_id=wait_id,
            version=form.cleaned_data["version"],
            outcome=WaitOutcome(form.cleaned_data["result"]),
            next_what=form.cleaned_data["next_what"],
            next_owner_id=form.person("next_owner"),
            next_due_on=form.cleaned_data["next_due_on"],
            told=form.told_how(),
            sending=sending,
        ),
        receipt=_("The wait is over."),
        to=back,
        now={"version": wait.version},
    )
    return answer or form_page(
        request,
        form,
        title=_("The wait is over"),
        lead=wait.what,
        send=_("End the wait"),
        back=back,
        head=head,
    )


@staff_page(CoordinationAction.KEEP_CONTACT, methods=("GET", "POST"))
def keep_contact(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Note a contact; one that came about sets the day of the next."""
    with looking(CoordinationAction.KEEP_CONTACT, actor=request.actor) as look:
        head = case_head(look, case_id)
        waits = selectors.waits().filter(case_id=case_id, ended_at=None).exists()
    form = ContactForm.of(request, initial={"on": clock.today()})
    # Somebody who waits for nothing has no use for the page about waiting.
    back = reverse("coordination:waiting" if waits else "workspace:timeline", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.keep_contact(
            actor=request.actor,
            case_id=case_id,
            way=Way(form.cleaned_data["way"]),
            reached=Reached(form.cleaned_data["reached"]),
            on=form.moment(),
            text=form.cleaned_data["text"],
            told_next=form.cleaned_data["told_next"],
            sending=sending,
        ),
        receipt=_("The contact is noted."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Contact with %(name)s") % {"name": head.first_name},
        lead=_("A contact that did not come about is noted too. It ends nothing."),
        send=_("Note the contact"),
        back=back,
        head=head,
    )
