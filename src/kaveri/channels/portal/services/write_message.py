"""The client writes to the case manager."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source, Way
from kaveri.casebook.timeline.services import add_entry
from kaveri.channels.portal.actions import PortalAction
from kaveri.channels.portal.domain import obstacles_to_writing
from kaveri.channels.portal.services.answering import ask_for_answer
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting

if TYPE_CHECKING:
    from kaveri.casebook.timeline.models import Entry


def write_message(
    *, actor: Actor, case_id: UUID, text: str, sending: UUID | None = None
) -> "Entry":
    """What the client writes is kept in their own words and gets an answer by a day."""
    with acting(PortalAction.WRITE_MESSAGE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        refuse_if(obstacles_to_writing(text=text, is_open=case.state == CaseState.OPEN))
        entry = add_entry(
            act,
            case,
            kind=EntryKind.MESSAGE,
            source=Source.CLIENT,
            text=text.strip(),
            in_own_words=True,
            way=Way.PORTAL,
        )
        ask_for_answer(act, case)
        require_next_step(case)
        act.record(entry, subjects=[case.client_id])
    return entry
