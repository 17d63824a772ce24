"""The quick ask before there is anything."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.identification import presenters, services
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import Asked, advice_for
from kaveri.steps.identification.forms import QuickAskForm, QuickContactForm, asked_of
from kaveri.steps.identification.selectors import bands, reference


@staff_page(
    IdentificationAction.OPEN_QUICK_ASK,
    IdentificationAction.ASK,
    IdentificationAction.MAKE_CONTACT,
    methods=("GET", "POST"),
)
def quick_ask(request: PersonRequest) -> HttpResponse:
    """Four questions; then what the answer means, and a contact when the person wants one."""
    typed: Any = getattr(request, "typed", None) or request.POST
    if typed.get("stage") == "contact":
        return _contact(request)
    form = QuickAskForm.of(request)
    if posted(request) and form.is_valid():
        asked = asked_of(form.cleaned_data)
        services.ask_work_ability(actor=request.actor, asked=asked)
        return _result(request, asked, _empty_contact(form.cleaned_data))
    with looking(IdentificationAction.OPEN_QUICK_ASK, actor=request.actor) as look:
        look.allow()
    return show(request, "identification/quick_ask.html", presenters.QuickAskPage(form=form))


def _contact(request: PersonRequest) -> HttpResponse:
    form = QuickContactForm.of(request, municipalities=_municipalities())
    if posted(request) and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            made = services.make_contact(
                actor=request.actor,
                asked=asked_of(data),
                municipality_id=UUID(data["municipality"]),
                sending=UUID(form.idempotency_key),
                **{name: data[name] for name in _SENT},
            )
        except AlreadyDone:
            return redirect("identification:quick_ask")
        except Refused as refused:
            form.show_refusal(refused)
        else:
            day = dates.due(made.due_on, clock.today(), presenters.language())  # type: ignore[arg-type]
            words = {"reference": made.reference, "owner": made.owner, "day": day}
            messages.success(
                request,
                _("The contact %(reference)s is made. %(owner)s gets in touch, %(day)s.") % words,
            )
            return redirect("identification:quick_ask")
    asked = _answers_of(form)
    if asked is None:
        return redirect("identification:quick_ask")
    return _result(request, asked, form)


_SENT = ("name", "phone", "email", "language", "agreed", "message")


def _answers_of(form: QuickContactForm) -> Asked | None:
    """The answers that go along unseen; None when somebody has tampered with them."""
    names = ("answer", "last_work", "now_words", "wished")
    source = form.data if form.is_bound else form.initial
    answers = QuickAskForm({name: source.get(name, "") for name in names})
    return asked_of(answers.cleaned_data) if answers.is_valid() else None


def _empty_contact(data: dict[str, Any]) -> QuickContactForm:
    return QuickContactForm(
        municipalities=_municipalities(),
        initial={**data, "stage": "contact", "language": presenters.language()},
    )


def _result(request: PersonRequest, asked: Asked, form: QuickContactForm) -> HttpResponse:
    band = advice_for(asked, *bands())
    page = presenters.QuickAskPage(
        form=form, advice=presenters.advice(band, asked.score, directory.services(), reference())
    )
    return show(request, "identification/quick_ask.html", page)


def _municipalities() -> list[tuple[str, str]]:
    now = presenters.language()
    return [(str(row.id), getattr(row, f"name_{now}")) for row in directory.municipalities()]
