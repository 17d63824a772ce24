"""What can stand on the timeline."""

from enum import StrEnum


class EntryKind(StrEnum):
    """A note, a contact with the client, a message, a document, or a thing that happened."""

    NOTE = "note"
    CONTACT = "contact"
    MESSAGE = "message"
    DOCUMENT = "document"
    EVENT = "event"


class Way(StrEnum):
    """How a contact was made."""

    MEETING = "meeting"
    HOME_VISIT = "home_visit"
    PHONE = "phone"
    VIDEO = "video"
    TEXT_MESSAGE = "text_message"
    LETTER = "letter"
    PORTAL = "portal"


class Reached(StrEnum):
    """How the contact went; a missed one is normal and ends nothing."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Source(StrEnum):
    """Where the information comes from."""

    CLIENT = "client"
    CLOSE_PERSON = "close_person"
    OWN_OBSERVATION = "own_observation"
    HEALTH_CARE = "health_care"
    SOCIAL_CARE = "social_care"
    EMPLOYMENT_SERVICES = "employment_services"
    KELA = "kela"
    PENSION_INSURER = "pension_insurer"
    OTHER_AUTHORITY = "other_authority"
    ORGANISATION = "organisation"


class EntryObstacle(StrEnum):
    """Why an entry cannot stand like this."""

    NOTHING_WRITTEN = "nothing_written"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_THE_CASE = "before_the_case"
