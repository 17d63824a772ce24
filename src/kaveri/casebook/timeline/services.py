"""Writing on the timeline."""

import datetime as dt
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import Homed, home_of
from kaveri.casebook.records.selectors import home_for
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import (
    EntryKind,
    EntryObstacle,
    Reached,
    Source,
    Way,
)
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.documents.uploads import take_upload
from kaveri.foundation.usecase.acting import Act, acting


def add_entry(act: Act, case: Homed, *, kind: EntryKind, source: Source, **known: Any) -> Entry:
    """An entry on the case's timeline, inside the use case that makes it."""
    category = known.pop("category", Category.LIFE_SITUATION)
    # What happened to the case stands in its record; what somebody wrote, in the writer's.
    written = kind is not EntryKind.EVENT
    home = home_for(act.actor, case, category) if written else home_of(case, category)
    known.setdefault("at", clock.now())
    known.setdefault("author_id", act.actor.account_id)
    return Entry.objects.create(
        case_id=case.pk,
        kind=kind,
        source=source,
        written_at=clock.now(),
        **home,
        **known,
    )


def write_note(
    *,
    actor: Actor,
    case_id: UUID,
    text: str,
    source: Source,
    category: Category,
    in_own_words: bool = False,
    not_to_others: bool = False,
    sending: UUID | None = None,
) -> Entry:
    """Somebody near the case writes something down, with whose information it is."""
    with acting(TimelineAction.WRITE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if([] if text.strip() else [EntryObstacle.NOTHING_WRITTEN])
        entry = add_entry(
            act,
            case,
            kind=EntryKind.NOTE,
            source=source,
            text=text,
            category=category,
            in_own_words=in_own_words,
            not_to_others=not_to_others,
        )
        act.record(entry, subjects=[case.client_id], facts={"category": category})
    return entry


def record_contact(
    *,
    actor: Actor,
    case_id: UUID,
    way: Way,
    reached: Reached,
    on: dt.datetime,
    text: str = "",
    sending: UUID | None = None,
) -> Entry:
    """A contact with the client, also one that did not come about."""
    with acting(TimelineAction.RECORD_CONTACT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if([EntryObstacle.IN_THE_FUTURE] if on > clock.now() else [])
        entry = add_entry(
            act,
            case,
            kind=EntryKind.CONTACT,
            source=Source.CLIENT,
            text=text,
            way=way,
            reached=reached,
            at=on,
        )
        act.record(entry, subjects=[case.client_id], facts={"reached": reached})
    return entry


def add_document(
    *,
    actor: Actor,
    case_id: UUID,
    name: str,
    content: bytes,
    source: Source,
    category: Category,
    text: str = "",
    not_to_others: bool = False,
    sending: UUID | None = None,
) -> Entry:
    """A file comes to the case; it is kept under a name that tells nothing."""
    with acting(TimelineAction.ADD_DOCUMENT, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        taken = take_upload(name, content)
        entry = add_entry(
            act,
            case,
            kind=EntryKind.DOCUMENT,
            source=source,
            text=text,
            category=category,
            not_to_others=not_to_others,
            document_name=taken.name,
            document=taken.file(),
        )
        act.record(entry, subjects=[case.client_id], facts={"category": category})
    return entry
