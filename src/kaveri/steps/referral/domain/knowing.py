"""Is the person known already? When two names are the same, and how often one may ask.

ACCESS-4: the answer tells only whom to contact. What keeps the check from being an oracle is
bounded here: a contact is compared once by name and day of birth and once by code, and a worker
asks so many times a day. The rest (own open contact, protected people left out, the found
person's log) stands in the service that asks.
"""

import datetime as dt
from enum import StrEnum
from itertools import permutations

from kaveri.casebook.clients.domain import kind_of_code
from kaveri.foundation.base.names import folded

CHECKS_A_DAY = 20
# Shorter parts of a name must be spelt alike; longer ones may differ by a letter, long ones by two.
_MAY_DIFFER = ((8, 2), (5, 1), (0, 0))
_PARTS = 4


class CheckBy(StrEnum):
    """What the contact was compared by."""

    NAME = "name"
    CODE = "code"


class CheckObstacle(StrEnum):
    """Why the register is not asked."""

    CONTACT_NOT_OPEN = "contact_not_open"
    ASKED_ALREADY = "asked_already"
    TOO_MANY_TODAY = "too_many_today"
    NO_BIRTH_DATE = "no_birth_date"
    CODE_IS_WRONG = "code_is_wrong"


def obstacles_to_checking(
    *,
    by: CheckBy,
    contact_open: bool,
    asked_by: frozenset[str],
    asked_today: int,
    born_on: dt.date | None,
    code: str,
) -> list[CheckObstacle]:
    """Every reason not to ask the register about this contact."""
    checks = {
        CheckObstacle.CONTACT_NOT_OPEN: not contact_open,
        CheckObstacle.ASKED_ALREADY: by in asked_by,
        CheckObstacle.TOO_MANY_TODAY: asked_today >= CHECKS_A_DAY,
        CheckObstacle.NO_BIRTH_DATE: by is CheckBy.NAME and born_on is None,
        CheckObstacle.CODE_IS_WRONG: by is CheckBy.CODE and kind_of_code(code) is None,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def same_name(one: str, other: str) -> bool:
    """Whether two names may be the same person's, however spelt and in whatever order.

    Every part of the shorter name must be found in the longer one, at least two of them, so that
    a second first name or a double surname does not hide anybody.
    """
    few, many = sorted((_parts(one), _parts(other)), key=len)
    if len(few) < 2:
        return False
    return any(
        all(_alike(ours, theirs) for ours, theirs in zip(few, order, strict=True))
        for order in permutations(many, len(few))
    )


def distance(one: str, other: str) -> int:
    """Letters to change, add, take away or swap with the neighbour until the two are the same."""
    before, row = [], list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _parts(name: str) -> list[str]:
    return folded(name.replace("-", " ")).split()[:_PARTS]


def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    allowed = next(most for length, most in _MAY_DIFFER if shorter >= length)
    return abs(len(one) - len(other)) <= allowed and distance(one, other) <= allowed
