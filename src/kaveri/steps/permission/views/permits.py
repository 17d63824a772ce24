"""Permits and prohibitions as staff take them down."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.permission import forms, selectors, services
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.presenters import pages, words
from kaveri.steps.permission.views.common import one_of
from kaveri.steps.permission.views.consents import changed


@staff_page(PermissionAction.RECORD_PERMIT, methods=("GET", "POST"))
def permit(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A permit inside one sector."""
    with looking(PermissionAction.RECORD_PERMIT, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = forms.PermitForm.of(request, initial=forms.fresh_paper(head.language))

    def carry_out() -> None:
        services.record_permit(
            actor=request.actor,
            case_id=case_id,
            sector=form.cleaned_data["sector"],
            said=form.said(),
            sending=UUID(form.idempotency_key),
        )

    line = words.Line(
        icon="eye", text=_("Others in the same sector see what is recorded about the client.")
    )
    return _taken_down(
        request,
        head,
        form,
        carry_out,
        title=_("Record a permit"),
        send=_("Record the permit"),
        lines=(line,),
    )


@staff_page(PermissionAction.RECORD_PROHIBITION, methods=("GET", "POST"))
def prohibition(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Something the client forbids to be passed on."""
    with looking(PermissionAction.RECORD_PROHIBITION, actor=request.actor) as look:
        head = case_head(look, case_id)
    form = forms.ProhibitionForm.of(
        request, sides=selectors.sides(), initial=forms.fresh_paper(head.language)
    )

    def carry_out() -> None:
        data = form.cleaned_data
        services.record_prohibition(
            actor=request.actor,
            case_id=case_id,
            said=form.said(),
            controller_id=UUID(data["controller"]) if data["controller"] else None,
            register=data["register"],
            service_task=data["service_task"],
            sending=UUID(form.idempotency_key),
        )

    line = words.Line(
        icon="ban",
        text=_("What is forbidden is not shown to others, whatever consents and permits say."),
    )
    return _taken_down(
        request,
        head,
        form,
        carry_out,
        title=_("Record a prohibition"),
        send=_("Record the prohibition"),
        lines=(line,),
    )


def _taken_down(
    request: PersonRequest,
    head: CaseHead,
    form: Any,
    carry_out: Callable[[], None],
    *,
    title: str,
    send: str,
    lines: tuple[words.Line, ...],
) -> HttpResponse:
    """Looked at once more, then done."""
    looked = False
    if posted(request) and form.is_valid():
        if form.to_look_at():
            looked = "change" not in form.data
        else:
            try:
                carry_out()
            except AlreadyDone:
                return redirect("permission:consents", case_id=head.case_id)
            except Refused as refused:
                form.show_refusal(refused)
            else:
                messages.success(request, _("It is recorded."))
                return redirect("permission:consents", case_id=head.case_id)
    facts = _facts(form) if looked else ()
    if looked:
        form.hide()
    page = pages.FormPage(
        head=head,
        case_id=head.case_id,
        title=title,
        form=form,
        send=send,
        looking=looked,
        facts=facts,
        lines=lines,
    )
    return show(request, "permission/form.html", page)


def _facts(form: Any) -> tuple[words.Fact, ...]:
    found = []
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        if not field.widget.is_hidden and value:
            choices = {str(code): text for code, text in getattr(field, "choices", None) or ()}
            text = choices.get(str(value)) or (
                words.day(value) if hasattr(value, "year") else value
            )
            found.append(words.Fact(name=field.label, text=text))
    return tuple(found)


@staff_page(PermissionAction.WITHDRAW_PERMIT, PermissionAction.OPEN, methods=("GET", "POST"))
def permit_withdraw(request: PersonRequest, case_id: UUID, permit_id: UUID) -> HttpResponse:
    """The client takes a permit back."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        row = one_of(
            look,
            selectors.permits_of(head.client_id),
            permit_id,
            PermissionAction.WITHDRAW_PERMIT,
        )
        form = forms.WithdrawForm.of(request, initial={"version": row.version})
    line = words.Line(
        icon="eye-off",
        text=_("Other providers in the sector no longer see what is recorded here."),
    )
    return _taken_back(
        request,
        head,
        form,
        lambda known: services.withdraw_permit(actor=request.actor, permit_id=permit_id, **known),
        title=_("The client takes a permit back"),
        line=line,
    )


@staff_page(PermissionAction.WITHDRAW_PROHIBITION, PermissionAction.OPEN, methods=("GET", "POST"))
def prohibition_withdraw(
    request: PersonRequest, case_id: UUID, prohibition_id: UUID
) -> HttpResponse:
    """The client no longer forbids it."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        row = one_of(
            look,
            selectors.prohibitions_of(head.client_id),
            prohibition_id,
            PermissionAction.WITHDRAW_PROHIBITION,
        )
        form = forms.WithdrawForm.of(request, initial={"version": row.version})
    line = words.Line(
        icon="eye",
        text=_(
            "What was forbidden can be seen again by those to whom a consent or a permit opens it."
        ),
    )
    return _taken_back(
        request,
        head,
        form,
        lambda known: services.withdraw_prohibition(
            actor=request.actor, prohibition_id=prohibition_id, **known
        ),
        title=_("The client takes a prohibition back"),
        line=line,
    )


def _taken_back(
    request: PersonRequest,
    head: CaseHead,
    form: Any,
    carry_out: Callable[[dict[str, Any]], Any],
    *,
    title: str,
    line: words.Line,
) -> HttpResponse:
    if posted(request) and form.is_valid():
        known = {
            "version": form.cleaned_data["version"],
            "words": form.cleaned_data["words"],
            "sending": UUID(form.idempotency_key),
        }
        try:
            carry_out(known)
        except AlreadyDone:
            return redirect("permission:consents", case_id=head.case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            return changed(request, head.case_id)
        else:
            messages.success(request, _("It is taken back. It took effect at once."))
            return redirect("permission:consents", case_id=head.case_id)
    page = pages.FormPage(
        head=head,
        case_id=head.case_id,
        title=title,
        form=form,
        send=_("Record that it is taken back"),
        lines=(line,),
    )
    return show(request, "permission/withdraw.html", page)
