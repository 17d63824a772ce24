"""Two offices doing the same: noticed neutrally, for the ones who carry to decide about.

The handbook asks those around the client to avoid overlapping work (domain.md §2.1, story 15).
"""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations
from uuid import UUID

# Small words that say nothing of what is to be done: Swedish, Finnish, English.
_SMALL = frozenset(
    {
        "och",
        "att",
        "en",
        "ett",
        "till",
        "med",
        "om",
        "av",
        "i",
        "på",
        "ja",
        "tai",
        "sekä",
        "the",
        "a",
        "an",
        "to",
        "for",
        "with",
        "of",
        "and",
        "on",
        "at",
    }
)
# How alike two words are when one is the other misspelt or inflected, and how much of two tasks must agree.
_SAME_WORD = 0.8
_SAME_TASK = 0.8


class Undertaken(StrEnum):
    """What somebody does for the client."""

    SERVICE = "service"
    TASK = "task"
    COORDINATING = "coordinating"
    # The same goal in several plans is as it should be: they pull the same way.
    GOAL = "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One thing done for the client. `what` is a service's kind, or a task in somebody's words.

    `until` is the day it ends: what begins that day follows it, and is not done at once.
    """

    id: UUID
    kind: Undertaken
    what: str
    holder: UUID
    organisation: UUID
    since: dt.date
    until: dt.date | None = None


def overlaps(
    undertakings: Iterable[Undertaking], *, today: dt.date
) -> list[tuple[Undertaking, Undertaking]]:
    """Every two that are done twice, now or in time to come; what has ended is left alone."""
    going_on = [each for each in undertakings if each.until is None or each.until > today]
    return [(one, other) for one, other in combinations(going_on, 2) if _doubled(one, other)]


def _doubled(one: Undertaking, other: Undertaking) -> bool:
    if one.kind != other.kind or not _at_once(one, other):
        return False
    if one.kind == Undertaken.SERVICE:
        return one.what == other.what and one.organisation != other.organisation
    if one.kind == Undertaken.TASK:
        return one.holder != other.holder and same_task(one.what, other.what)
    return one.kind == Undertaken.COORDINATING and one.holder != other.holder


def _at_once(one: Undertaking, other: Undertaking) -> bool:
    first, second = sorted((one, other), key=lambda each: each.since)
    return first.until is None or second.since < first.until


def same_task(one: str, other: str) -> bool:
    """Whether two say the same, whatever the spelling, the endings and the order of the words."""
    ours, theirs = _words(one), _words(other)
    longest = max(len(ours), len(theirs))
    if not ours or not theirs:
        return False
    left, matched = list(theirs), 0
    for word in ours:
        best = max(left, key=lambda each: _likeness(word, each), default="")
        if best and _likeness(word, best) >= _SAME_WORD:
            left.remove(best)
            matched += 1
    return matched / longest >= _SAME_TASK


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        each if each.isalnum() else " " for each in plain if not unicodedata.combining(each)
    )
    return [word for word in kept.split() if word not in _SMALL_PLAIN]


_SMALL_PLAIN = _SMALL | {"for", "pa", "seka"}
