"""Invented people by the published shapes: age, work ability, language (domain notes, §4.3).

Every share here is an assumption of the demo, not a fact about the county.
"""

import datetime as dt
import random
from dataclasses import dataclass

from kaveri.demo.names import (
    FINNISH_FIRST,
    FINNISH_LAST,
    OTHER_FIRST,
    OTHER_LAST,
    SWEDISH_FIRST,
    SWEDISH_LAST,
)

# Respondents by age, and by score 0–10 (n = 7,282; tyoelamatieto.fi, 12.3.2019).
AGES = {
    (18, 19): 359,
    (20, 29): 2010,
    (30, 39): 1484,
    (40, 49): 1395,
    (50, 59): 1717,
    (60, 64): 317,
}
SCORES = (197, 200, 366, 523, 539, 894, 808, 1166, 1286, 770, 533)
SWEDISH, OTHER = 0.06, 0.10
NON_DISCLOSURE = 0.01


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who is nobody."""

    first_name: str
    last_name: str
    language: str
    interpreter: str
    interpreter_language: str
    born_on: dt.date
    non_disclosure: bool


def invent(chance: random.Random, today: dt.date) -> Invented:
    """One person."""
    draw = chance.random()
    language, first, last, spoken = "fi", FINNISH_FIRST, FINNISH_LAST, ""
    if draw < SWEDISH:
        language, first, last = "sv", SWEDISH_FIRST, SWEDISH_LAST
    elif draw < SWEDISH + OTHER:
        first, last = OTHER_FIRST, OTHER_LAST
        spoken = chance.choice(["arabia", "somali", "venäjä", "ukraina", "persia"])
    return Invented(
        first_name=chance.choice(first),
        last_name=chance.choice(last),
        language=language,
        interpreter="spoken" if spoken else "none",
        interpreter_language=spoken,
        born_on=born(chance, today),
        non_disclosure=chance.random() < NON_DISCLOSURE,
    )


def born(chance: random.Random, today: dt.date) -> dt.date:
    """A birthday by the published ages."""
    low, high = chance.choices(list(AGES), weights=list(AGES.values()))[0]
    return today - dt.timedelta(days=int(chance.uniform(low, high + 0.99) * 365.2425))


def score(chance: random.Random) -> int:
    """A score by the published shape, half a point lower: these people sought help."""
    drawn = chance.choices(range(11), weights=SCORES)[0]
    return max(0, drawn - (1 if chance.random() < 0.5 else 0))
