"""What speaks for the service: support for judgement beside the form, never a gate (ACCESS-2)."""

import datetime as dt
from enum import StrEnum

from kaveri.casebook.clients.domain import age_on

# Working age as the service package means it; nobody outside is turned away.
WORKING_AGE = range(18, 68)


class Point(StrEnum):
    """What the worker weighs together with the person; benefit and diagnosis are not among them."""

    WORKING_AGE = "working_age"
    WITHOUT_WORK = "without_work"
    WORK_ABILITY = "work_ability"
    LIVES_IN_COUNTY = "lives_in_county"
    WANTS_WORK = "wants_work"


class Weighs(StrEnum):
    """What is known of a point."""

    YES = "yes"
    ASK = "ask"
    TALK = "talk"


def points(
    *, born_on: dt.date | None, lives_in_county: bool, today: dt.date
) -> dict[Point, Weighs]:
    """Every point with what is known; what is not known is asked, what speaks against is talked about."""
    weighed = dict.fromkeys(Point, Weighs.ASK)
    if born_on is not None:
        of_age = age_on(born_on, today) in WORKING_AGE
        weighed[Point.WORKING_AGE] = Weighs.YES if of_age else Weighs.TALK
    if lives_in_county:
        weighed[Point.LIVES_IN_COUNTY] = Weighs.YES
    return weighed
