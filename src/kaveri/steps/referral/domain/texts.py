"""What people write: ways to be reached."""

import re
from dataclasses import dataclass

_EMAIL = re.compile(r"[^\s,;<>()\"']+@[^\s,;<>()\"']+")


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
