"""The workers' pages."""

from kaveri.channels.workspace.views.case import case, duties
from kaveri.channels.workspace.views.entries import (
    document,
    document_add,
    message_write,
    note_write,
    timeline,
)
from kaveri.channels.workspace.views.lists import cases, my_day, search
from kaveri.channels.workspace.views.persons import code_show, person, person_change, sign_in

__all__ = [
    "case",
    "cases",
    "code_show",
    "document",
    "document_add",
    "duties",
    "message_write",
    "my_day",
    "note_write",
    "person",
    "person_change",
    "search",
    "sign_in",
    "timeline",
]
