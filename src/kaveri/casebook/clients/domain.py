"""Identity codes, languages and representatives: what is known of a person and how."""

import datetime as dt
from enum import StrEnum

from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

_CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}


class CodeKind(StrEnum):
    """A permanent code, or a temporary identifier (individual number 900–999) kept apart."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class RepresentativeKind(StrEnum):
    """On what footing somebody acts for the client."""

    GUARDIAN = "guardian"
    AUTHORISED = "authorised"
    CLOSE_PERSON = "close_person"


class Interpreter(StrEnum):
    """Whether a meeting needs an interpreter, and which kind."""

    NONE = "none"
    SPOKEN = "spoken"
    SIGN = "sign"


def kind_of_code(code: str) -> CodeKind | None:
    """Permanent, temporary, or None when it is no identity code at all."""
    text = normal_code(code)
    try:
        hetu.validate(text, allow_temporary=True)
    except ValidationError:
        return None
    return CodeKind.TEMPORARY if int(text[7:10]) >= 900 else CodeKind.PERMANENT


def normal_code(code: str) -> str:
    """The code as it is sealed and compared: no spaces, capitals."""
    return "".join(code.split()).upper()


def born_by_code(code: str) -> dt.date | None:
    """The day of birth an identity code carries."""
    text = normal_code(code)
    if kind_of_code(text) is None:
        return None
    return dt.date(_CENTURIES[text[6]] + int(text[4:6]), int(text[2:4]), int(text[0:2]))


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Full years on the day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
