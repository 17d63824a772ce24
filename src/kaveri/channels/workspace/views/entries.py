"""The timeline and everything that is written on it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline import services as timeline_services
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import Source
from kaveri.channels.workspace import services
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.forms.entries import (
    DocumentForm,
    MessageForm,
    NoteForm,
    TimelineFilter,
)
from kaveri.channels.workspace.presenters import case as shown
from kaveri.channels.workspace.selectors.case_page import (
    document_of,
    head_of,
    timeline_view,
)
from kaveri.foundation.access.policy import Action
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.documents.uploads import LARGEST_FILE, as_download
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import asked_page, pager


@staff_page(WorkspaceAction.TIMELINE)
def timeline(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What has happened, newest first."""
    form = TimelineFilter(request.GET)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("kind", "source")}
    view = timeline_view(request.actor, case_id, **asked, page=asked_page(request))
    page = shown.timeline_page(view, form, pager(request, view.total), narrowed=any(asked.values()))
    return show(request, "workspace/timeline.html", page)


@staff_page(TimelineAction.WRITE, methods=("GET", "POST"))
def note_write(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Something is written down."""
    form = NoteForm.of(request)

    def save(found: dict[str, Any]) -> str:
        timeline_services.write_note(
            actor=request.actor,
            case_id=case_id,
            text=found["text"],
            source=Source(found["source"]),
            category=Category(found["category"]),
            in_own_words=found["in_own_words"],
            not_to_others=found["not_to_others"],
            sending=UUID(form.idempotency_key),
        )
        return _("The note was written down.")

    words = _("Write a note"), _("Write down")
    return _written(request, case_id, form, save, TimelineAction.WRITE, words)


@staff_page(TimelineAction.ADD_DOCUMENT, methods=("GET", "POST"))
def document_add(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A document comes to the case."""
    form = DocumentForm.of(request)

    def save(found: dict[str, Any]) -> str:
        file = found["document"]
        # One sign more than fits is enough to know that it does not.
        content = file.read(LARGEST_FILE + 1)
        timeline_services.add_document(
            actor=request.actor,
            case_id=case_id,
            name=file.name,
            content=content,
            source=Source(found["source"]),
            category=Category(found["category"]),
            text=found["text"],
            not_to_others=found["not_to_others"],
            sending=UUID(form.idempotency_key),
        )
        return _("The document was added.")

    words = _("Add a document"), _("Add the document")
    return _written(request, case_id, form, save, TimelineAction.ADD_DOCUMENT, words)


@staff_page(WorkspaceAction.WRITE_TO_CLIENT, methods=("GET", "POST"))
def message_write(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A message to the client."""
    form = MessageForm.of(request)

    def save(found: dict[str, Any]) -> str:
        services.write_to_client(
            actor=request.actor,
            case_id=case_id,
            text=found["text"],
            next_what=found["next_what"],
            next_due_on=found["next_due_on"],
            sending=UUID(form.idempotency_key),
        )
        return _("The message was sent.")

    words = _("Write to the client"), _("Send the message")
    return _written(request, case_id, form, save, WorkspaceAction.WRITE_TO_CLIENT, words)


@staff_page(TimelineAction.OPEN_DOCUMENT)
def document(request: PersonRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """A document is opened: always as a file to keep, never inside our own pages."""
    entry = document_of(request.actor, case_id, entry_id)
    with entry.document.open("rb") as file:
        return as_download(file.read(), name=entry.document_name)


def _written(
    request: PersonRequest,
    case_id: UUID,
    form: KaveriForm,
    save: Callable[[dict[str, Any]], str],
    action: Action,
    words: tuple[str, str],
) -> HttpResponse:
    if posted(request) and form.is_valid():
        try:
            said = save(form.cleaned_data)
        except AlreadyDone:
            return redirect("workspace:timeline", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, said)
            return redirect("workspace:timeline", case_id=case_id)
    head = head_of(action, request.actor, case_id)
    page = {"head": head, "form": form, "title": words[0], "send": words[1]}
    return show(request, "workspace/write.html", page)
