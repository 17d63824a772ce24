"""Lists of prompts, and the county's editing of them."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation import documents
from kaveri.foundation.access.policy import may
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Refused
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.identification import presenters, services
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import LANGUAGES, Prompts
from kaveri.steps.identification.forms import PromptsForm
from kaveri.steps.identification.selectors import prompt_list, prompt_lists, versions

_CARD = Path(__file__).resolve().parent.parent / "templates" / "identification" / "card.typ"


@staff_page(IdentificationAction.READ_PROMPTS)
def prompts(request: PersonRequest) -> HttpResponse:
    """The front lines, each with its list."""
    with looking(IdentificationAction.READ_PROMPTS, actor=request.actor) as look:
        look.allow()
        lists = prompt_lists()
    return show(
        request, "identification/prompts.html", [presenters.list_link(each) for each in lists]
    )


@staff_page(IdentificationAction.READ_PROMPTS)
def prompt(request: PersonRequest, key: str, version: int | None = None) -> HttpResponse:
    """One list as it holds now, or as it stood in an older version."""
    with looking(IdentificationAction.READ_PROMPTS, actor=request.actor) as look:
        look.allow()
        found, now = prompt_list(key, version), prompt_list(key)
    if found is None or now is None:
        raise Http404
    page = presenters.prompts_page(
        found,
        directory.services(),
        newest=now.version,
        may_edit=may(IdentificationAction.EDIT_PROMPTS, request.actor),
        versions=versions(key),
    )
    return show(request, "identification/prompt.html", page)


@staff_page(IdentificationAction.READ_PROMPTS)
def prompt_card(request: PersonRequest, key: str, language: str) -> HttpResponse:
    """The list that holds now as a card for the pocket, in the language asked for."""
    with looking(IdentificationAction.READ_PROMPTS, actor=request.actor) as look:
        look.allow()
        found = prompt_list(key)
    if found is None:
        raise Http404
    with translation.override(dates.known_language(language)):
        data = presenters.prompts_card(found, directory.services())
    return documents.shown(make_pdf(_CARD, data, made_at=clock.now().astimezone(dt.UTC)))


@staff_page(IdentificationAction.EDIT_PROMPTS, methods=("GET", "POST"))
def prompt_edit(request: PersonRequest, key: str) -> HttpResponse:
    """The county's own version of a list."""
    with looking(IdentificationAction.EDIT_PROMPTS, actor=request.actor) as look:
        look.allow()
        now = prompt_list(key)
    if now is None:
        raise Http404
    form = PromptsForm.of(request, services=_services(), initial=_initial(now))
    changed = False
    if posted(request) and form.is_valid():
        try:
            services.edit_prompts(
                actor=request.actor,
                key=key,
                version=form.cleaned_data["version"],
                texts=form.texts,
                turn_to=form.cleaned_data["turn_to"],
            )
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            changed = True
        else:
            messages.success(
                request, _("The list is saved. The earlier version can still be read.")
            )
            return redirect("identification:prompt", key=key)
    name = now.name[presenters.language()]
    return show(
        request,
        "identification/prompt_edit.html",
        {"form": form, "name": name, "changed": changed, "newest": now.version, "key": key},
    )


def _services() -> list[tuple[str, str]]:
    now = presenters.language()
    return [(row.key, getattr(row, f"name_{now}")) for row in directory.services()]


def _initial(now: Prompts) -> dict[str, Any]:
    known: dict[str, Any] = {"version": now.version, "turn_to": list(now.turn_to)}
    for language in LANGUAGES:
        known[f"name_{language}"] = now.name[language]
        known[f"moment_{language}"] = now.moment[language]
        for part in ("signals", "questions", "do_now"):
            known[f"{part}_{language}"] = "\n".join(getattr(now, part)[language])
    return known
