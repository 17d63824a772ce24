"""The quick ask: four answers, the band they fall in, and what the band means to do next.

One measure says how the person sees their own work ability today. It says nothing of why, and it
decides nothing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaveri.casebook.measures.domain import HIGHEST, LOWEST, Answer, Distribution

LANGUAGES = ("sv", "fi", "en")


class PromptObstacle(StrEnum):
    """Why a list of prompts cannot stand like this."""

    LANGUAGE_MISSING = "language_missing"
    LINES_DIFFER = "lines_differ"


class QuickAskObstacle(StrEnum):
    """Why a quick ask cannot become a contact like this."""

    PERSON_HAS_NOT_AGREED = "person_has_not_agreed"
    NO_WAY_TO_REACH = "no_way_to_reach"
    NOBODY_ON_DUTY = "nobody_on_duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person answered: a score or why there is none, and the line in their own words."""

    answer: Answer
    score: int | None = None
    last_work: str = ""
    now_words: str = ""
    wished: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandAdvice:
    """What one band means to do next, in each language; `key` is empty when there was no answer."""

    key: str
    lowest: int | None
    highest: int | None
    name: Mapping[str, str]
    next_step: Mapping[str, str]
    client: Mapping[str, str]
    turn_to: tuple[str, ...]
    label: Mapping[str, str]
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a limit found in a group that was followed: shares in per cent, never a person's risk."""

    highest: int
    persons: int
    youngest: int
    oldest: int
    sensitivity: float
    specificity: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How others have answered the same question, with its source and day."""

    answers: Distribution
    name: Mapping[str, str]
    source: str
    published_on: dt.date
    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts:
    """One front line's list, shipped or the county's own, in each language."""

    key: str
    version: int
    is_own: bool
    name: Mapping[str, str]
    moment: Mapping[str, str]
    signals: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, tuple[str, ...]]
    do_now: Mapping[str, tuple[str, ...]]
    turn_to: tuple[str, ...]
    label: Mapping[str, str]
    order: int
    verified: bool


def read_answer(code: str) -> tuple[Answer, int | None]:
    """The one input of the score: a number from 0 to 10, or why there is none."""
    if code in {Answer.DOES_NOT_WANT, Answer.CANNOT_SAY}:
        return Answer(code), None
    return Answer.SCORE, int(code)


def answer_codes() -> list[str]:
    """Everything that can be answered in that one input."""
    return [*map(str, range(LOWEST, HIGHEST + 1)), Answer.DOES_NOT_WANT, Answer.CANNOT_SAY]


def advice_for(asked: Asked, bands: Iterable[BandAdvice], no_answer: BandAdvice) -> BandAdvice:
    """What the answer means to do next; every score falls in exactly one band."""
    if asked.score is None:
        return no_answer
    for band in bands:
        if (
            band.lowest is not None
            and band.highest is not None
            and band.lowest <= asked.score <= band.highest
        ):
            return band
    raise ValueError(asked.score)


def obstacles_to_contact(
    *, agreed: bool, phone: str, email: str, owner_id: Any
) -> list[QuickAskObstacle]:
    """Every reason the answer cannot become a contact: nobody is contacted who has not agreed."""
    checks = {
        QuickAskObstacle.PERSON_HAS_NOT_AGREED: not agreed,
        QuickAskObstacle.NO_WAY_TO_REACH: not phone and not email,
        QuickAskObstacle.NOBODY_ON_DUTY: owner_id is None,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_prompts(parts: Iterable[Mapping[str, Iterable[str]]]) -> list[PromptObstacle]:
    """Every part in every language, line by line the same number: nobody reads half a list."""
    counted = [{language: len(list(part[language])) for language in LANGUAGES} for part in parts]
    checks = {
        PromptObstacle.LANGUAGE_MISSING: any(0 in count.values() for count in counted),
        PromptObstacle.LINES_DIFFER: any(
            len(set(count.values())) > 1 and 0 not in count.values() for count in counted
        ),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
