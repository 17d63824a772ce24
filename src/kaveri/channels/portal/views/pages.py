"""The client's own pages."""

from uuid import UUID

from django.contrib import messages as notes
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.channels.portal import presenters as shown
from kaveri.channels.portal import selectors, services
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.forms import DoesNotFitForm, MessageForm
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.ui.forms import IDEMPOTENCY_KEY, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import asked_page, pager


@client_page(PortalAction.HOME)
def home(request: PersonRequest) -> HttpResponse:
    """What happens next, my part, who takes care of it, what I have told."""
    return _home(request, None)


@client_page(PortalAction.CASE)
def home_of(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The same for one case: an earlier one, or that of somebody one acts for."""
    return _home(request, case_id)


def _home(request: PersonRequest, case_id: UUID | None) -> HttpResponse:
    view = selectors.home(request.actor, case_id)
    first_name = request.account.first_name
    return show(request, "portal/home.html", shown.home(view, first_name))


@client_page(PortalAction.ACCEPT_STEP, methods=("POST",))
def accept_step(request: PersonRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """The step fits."""
    try:
        services.accept_step(
            actor=request.actor,
            case_id=case_id,
            task_id=task_id,
            version=_number(request.POST.get("version")),
            sending=_key(request),
        )
    except AlreadyDone:
        pass
    except (Changed, Refused):
        notes.warning(request, _("The step has changed. Look at what happens now."))
    else:
        notes.success(request, _("Thank you. It is noted that this fits you."))
    return redirect("portal:home_of", case_id=case_id)


@client_page(PortalAction.DECLINE_STEP, methods=("GET", "POST"))
def decline_step(request: PersonRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """The step does not fit: one question, then the case manager answers."""
    head = selectors.head_for(PortalAction.CASE, request.actor, case_id)
    if head.step is None or head.step.task_id != task_id:
        selectors.look_at_former_step(request.actor, case_id, task_id)
        notes.warning(request, _("The step has changed. Look at what happens now."))
        return redirect("portal:home_of", case_id=case_id)
    version = _number(request.GET.get("version"))
    form = DoesNotFitForm.of(request, initial={"version": version})
    if posted(request) and form.is_valid():
        try:
            services.decline_step(
                actor=request.actor,
                task_id=task_id,
                version=form.cleaned_data["version"],
                wish=form.cleaned_data["wish"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            pass
        except (Changed, Refused):
            notes.warning(request, _("The step has changed. Look at what happens now."))
        else:
            notes.success(
                request, _("Thank you for telling. You get an answer within two working days.")
            )
        return redirect("portal:home_of", case_id=case_id)
    return show(request, "portal/does_not_fit.html", shown.does_not_fit(head, form))


@client_page(PortalAction.DO_PART, methods=("POST",))
def do_part(request: PersonRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """I have done my part."""
    try:
        services.do_part(
            actor=request.actor, case_id=case_id, task_id=task_id, sending=_key(request)
        )
    except (AlreadyDone, Refused):
        notes.info(request, _("This has been marked as done already."))
    else:
        notes.success(request, _("Marked as done."))
    to = "portal:tasks" if request.POST.get("back") == "tasks" else "portal:home_of"
    return redirect(to, case_id=case_id)


@client_page(PortalAction.MESSAGES, PortalAction.WRITE_MESSAGE, methods=("GET", "POST"))
def messages(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Writing to the case manager, and what has been written."""
    form = MessageForm.of(request)
    if posted(request) and form.is_valid():
        try:
            services.write_message(
                actor=request.actor,
                case_id=case_id,
                text=form.cleaned_data["text"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("portal:messages", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            notes.success(
                request, _("Your message was sent. You get an answer within two working days.")
            )
            return redirect("portal:messages", case_id=case_id)
    view = selectors.messages(request.actor, case_id, page=asked_page(request))
    page = shown.messages(view, form, pager(request, view.total))
    return show(request, "portal/messages.html", page)


@client_page(PortalAction.TOLD)
def told(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What I have told."""
    view = selectors.told(request.actor, case_id)
    return show(request, "portal/told.html", shown.told(view))


def _number(written: str | None) -> int:
    text = written or ""
    if text.isascii() and text.isdigit() and len(text) < 9:
        return int(text)
    return 0


def _key(request: PersonRequest) -> UUID:
    try:
        return UUID(request.POST.get(IDEMPOTENCY_KEY, ""))
    except ValueError as error:
        raise Denied(PortalAction.HOME) from error
