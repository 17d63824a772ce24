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
    FILE_TOO_LARGE = "file_too_large"
    FILE_EMPTY = "file_empty"
    FILE_OF_ANOTHER_KIND = "file_of_another_kind"


LARGEST_FILE = 10 * 1024 * 1024
# How a file of each kind that is taken in begins; what its name says is not believed.
_BEGINNINGS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "docx": b"PK\x03\x04",
}


def obstacles_to_document(name: str, size: int, beginning: bytes) -> list[EntryObstacle]:
    """Every reason a file is not taken in."""
    expected = _BEGINNINGS.get(name.rpartition(".")[2].lower())
    checks = {
        EntryObstacle.FILE_EMPTY: size == 0,
        EntryObstacle.FILE_TOO_LARGE: size > LARGEST_FILE,
        EntryObstacle.FILE_OF_ANOTHER_KIND: size > 0
        and (expected is None or not beginning.startswith(expected)),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def safe_name(name: str) -> str:
    """The file's name without folders and signs that cannot be seen, short enough to keep."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in bare if sign.isprintable() and sign not in '"<>:|?*;')
    stem, dot, ending = seen.strip().rpartition(".")
    return f"{(stem or 'document')[:150]}{dot}{ending[:10]}"
