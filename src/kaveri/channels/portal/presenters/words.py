"""What the client's pages have in common: messages, addresses, the reader's language."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import get_language

from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.channels.portal.domain import Said
from kaveri.channels.portal.labels import SAID
from kaveri.foundation.ui import dates

if TYPE_CHECKING:
    from kaveri.casebook.timeline.models import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something written, by the client or to them."""

    at: dt.datetime
    by: str
    text: str
    own: bool


def message_of(entry: "Entry") -> Message:
    # What a worker wrote down after a call is told by the client, but in the worker's words.
    own = entry.source == Source.CLIENT and entry.in_own_words
    text = entry.text
    if own and not text and entry.about_type == Said.STEP_DOES_NOT_FIT:
        text = str(SAID[Said.STEP_DOES_NOT_FIT])
    writer = (
        entry.author.full_name if entry.author else capfirst(str(SOURCES[Source(entry.source)]))
    )
    return Message(at=entry.at, by="" if own else writer, text=text, own=own)


def address(name: str, case_id: UUID | None = None) -> str:
    for kwargs in ({"case_id": case_id}, {}) if case_id else ({},):
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return ""


def language() -> str:
    return dates.known_language(get_language())
