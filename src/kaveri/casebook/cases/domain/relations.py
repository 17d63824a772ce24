"""The kinds of relation of access.md §2 and the states of a case."""

from enum import StrEnum

# How long a former case manager still reads (access.md §2).
PREDECESSOR_DAYS = 28
# What a relation that an absence opened says as its source.
ABSENCE = "absence"


class CaseState(StrEnum):
    """A case is open or ended; waiting is a row of its own beside it."""

    OPEN = "open"
    ENDED = "ended"


class RelationKind(StrEnum):
    """How somebody stands to a case or a contact; nothing else opens one."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    CASE_MANAGER = "case_manager"
    PAIR = "pair"
    SUBSTITUTE = "substitute"
    PREDECESSOR = "predecessor"
    COACH = "coach"
    MEMBER = "member"
    TEAM = "team"
    SPECIAL_TEAM = "special_team"
    RECEIVER = "receiver"
    CONTACT_OWNER = "contact_owner"
    CONTACT_SENDER = "contact_sender"
    EXPERT = "expert"
