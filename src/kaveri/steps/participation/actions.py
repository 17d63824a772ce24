"""Use cases of participation and who may carry them out."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy


class ParticipationAction(policy.Action):
    """What can be done about peer support."""

    OPEN_PEER_SUPPORT = "participation.peer_support.open"
    READ = "participation.peer_support.read"
    NOTE_ANSWER = "participation.peer_support.note"


RULES = {
    ParticipationAction.OPEN_PEER_SUPPORT: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    ParticipationAction.READ: [by_relation(Act.CASE_ITEMS_READ)],
    ParticipationAction.NOTE_ANSWER: [by_relation(Act.CASE_NOTE_WRITE, case="pk")],
}
policy.declare(RULES)
