"""Use cases of the timeline and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor


class TimelineAction(policy.Action):
    """What can be done on the timeline."""

    READ = "timeline.entry.read"
    WRITE = "timeline.note.write"
    RECORD_CONTACT = "timeline.contact.record"
    ADD_DOCUMENT = "timeline.document.add"
    OPEN_DOCUMENT = "timeline.document.open"


def written_by(actor: Actor) -> Q:
    """What the actor wrote."""
    return Q(author_id=actor.account_id)


RULES = {
    TimelineAction.READ: [by_relation(Act.CASE_ITEMS_READ, own=written_by)],
    TimelineAction.OPEN_DOCUMENT: [by_relation(Act.CASE_ITEMS_READ, own=written_by)],
    TimelineAction.WRITE: [
        by_relation(Act.CASE_NOTE_WRITE, case="pk", own=lambda _actor: policy.EVERYTHING)
    ],
    TimelineAction.RECORD_CONTACT: [by_relation(Act.CASE_NOTE_WRITE, case="pk")],
    TimelineAction.ADD_DOCUMENT: [
        by_relation(Act.CASE_DOCUMENT_ADD, case="pk", own=lambda _actor: policy.EVERYTHING)
    ],
}
policy.declare(RULES)
