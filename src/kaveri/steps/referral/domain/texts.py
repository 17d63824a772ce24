"""What people write: ways to be reached, and identity codes that do not belong in a text."""

import re
from dataclasses import dataclass

from kaveri.casebook.clients.domain import kind_of_code

_EMAIL = re.compile(r"[^\s,;<>()\"']+@[^\s,;<>()\"']+")
_CODE = re.compile(
    r"(?<![0-9])(\d{2})[. ]?(\d{2})[. ]?(\d{2})\s?([-–+A-FU-Ya-fu-y])\s?(\d{3})\s?([0-9A-Ya-y])(?![0-9A-Za-zÅÄÖåäö])"
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to reach somebody, taken apart: an e-mail address, and what is left of the text."""

    email: str
    rest: str


def ways_in(text: str) -> Ways:
    """Telephone and e-mail out of one line, in any order; either may be missing."""
    found = _EMAIL.search(text)
    if found is None:
        return Ways("", text.strip())
    rest = text[: found.start()] + " " + text[found.end() :]
    return Ways(found.group().strip(".,;:"), rest.strip(" ,;/|"))


def looks_like_identity_code(text: str) -> bool:
    """Whether some part of the text may be a Finnish identity code, also a misspelt one.

    A telephone number written as 040123-4567 has the same shape; it counts only when the last
    sign is the one a code would have, or when a letter gives it away.
    """
    for day, month, year, sign, number, last in _CODE.findall(text):
        if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
            continue
        if sign.isalpha() or sign == "+" or last.isalpha():
            return True
        if kind_of_code(f"{day}{month}{year}-{number}{last}") is not None:
            return True
    return False
