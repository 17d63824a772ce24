"""Finnish identity codes as people write them: with spaces, points, other signs, or a misspelt end."""

import re
from collections.abc import Iterator

from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

_CODE = re.compile(
    r"(?<![0-9])(\d{2})[. ]?(\d{2})[. ]?((?:18|19|20)?\d{2})\s?([-–—+/._A-FU-Ya-fu-y]?)\s?(\d{3})\s?([0-9A-Ya-y])"
    r"(?![0-9A-Za-zÅÄÖåäö])"
)
_USUAL = frozenset("-–+")
_LAST_DAY, _LAST_MONTH = 31, 12


def identity_codes(text: str) -> Iterator[str]:
    """The parts of the text that may be an identity code, also a misspelt one.

    A telephone number written as 040123-4567 has the same shape; it counts only when the last
    sign is the one a code would have, or when a letter gives it away.
    """
    for found in _CODE.finditer(text):
        day, month, year, sign, number, last = found.groups()
        if not (1 <= int(day) <= _LAST_DAY and 1 <= int(month) <= _LAST_MONTH):
            continue
        given_away = sign.isalpha() or sign == "+" or (sign in _USUAL and last.isalpha())
        if (sign and given_away) or _is_code(day, month, year, number, last):
            yield found.group()


def looks_like_identity_code(text: str) -> bool:
    """Whether some part of the text may be a Finnish identity code, also a misspelt one."""
    return next(identity_codes(text), None) is not None


def _is_code(day: str, month: str, year: str, number: str, last: str) -> bool:
    """Whether the last sign is the one that the rest asks for; every century has the same."""
    try:
        hetu.validate(f"{day}{month}{year[-2:]}-{number}{last}".upper(), allow_temporary=True)
    except ValidationError:
        return False
    return True
