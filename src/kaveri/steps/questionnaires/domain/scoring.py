"""Scores, bands and change: only what is declared beside the questionnaire, with its source; nothing is guessed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import Enum, StrEnum
from typing import Any

from kaveri.steps.questionnaires.domain.enabling import Asked
from kaveri.steps.questionnaires.domain.items import Item, Questionnaire, Value, walk

LANGUAGES = ("sv", "fi", "en")
_ONE_TENTH = Decimal("0.1")


class Method(Enum):
    """How answers become a score."""

    SUM = "sum"
    MEAN = "mean"


class ScoringReason(StrEnum):
    """Why the declaration of scores cannot be used."""

    NOT_JSON = "scoring_not_json"
    NOT_READ = "scoring_not_read"
    ITEM_UNKNOWN = "scoring_item_unknown"
    ITEM_WITHOUT_WEIGHT = "scoring_item_without_weight"
    BANDS_OUTSIDE = "scoring_bands_outside"
    LANGUAGE_MISSING = "scoring_language_missing"
    SOURCE_MISSING = "scoring_source_missing"


class Change(StrEnum):
    """What the newest score says beside the one before."""

    FIRST = "first"
    NO_REAL_CHANGE = "no_real_change"
    NOT_KNOWN = "not_known"
    BETTER = "better"
    WORSE = "worse"


class CannotScore(Exception):
    """The declaration of scores does not fit the questionnaire; every reason at once."""

    def __init__(self, reasons: list[ScoringReason]) -> None:
        """With the reasons."""
        super().__init__(", ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of the scale from `lowest` up to the next band, and what it says to whom."""

    lowest: Decimal
    name: Mapping[str, str]
    professional: Mapping[str, str]
    person: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One declared score."""

    key: str
    name: Mapping[str, str]
    items: tuple[str, ...]
    method: Method
    lowest: Decimal
    highest: Decimal
    missing_allowed: int
    higher_is_better: bool
    # None: nobody has said how small a difference is real.
    smallest_real_difference: Decimal | None
    bands: tuple[Band, ...]
    source: Mapping[str, str]
    verified: bool

    def band_of(self, score: Decimal) -> Band | None:
        """The band a score falls in."""
        fitting = [band for band in self.bands if band.lowest <= score]
        return fitting[-1] if fitting else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Everything declared beside a questionnaire: its scales, what it is for, and words for the person."""

    scales: tuple[Scale, ...] = ()
    label: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    thanks: Mapping[str, str] = field(default_factory=dict)

    def scale(self, key: str) -> Scale | None:
        """The scale of this key."""
        return next((scale for scale in self.scales if scale.key == key), None)


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, or why there is none: how many of its questions are unanswered."""

    scale: Scale
    score: Decimal | None
    missing: int


def read_declared(text: str, questionnaire: Questionnaire) -> Declared:
    """The declaration in this text; raises CannotScore with every reason."""
    try:
        data = json.loads(text or "{}", parse_float=Decimal)
    except (ValueError, RecursionError):
        raise CannotScore([ScoringReason.NOT_JSON]) from None
    try:
        declared = Declared(
            scales=tuple(_scale(each) for each in data.get("scores", [])),
            label=_texts(data.get("label", {})),
            about=_texts(data.get("about", {})),
            thanks=_texts(data.get("thanks", {})),
        )
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation):
        raise CannotScore([ScoringReason.NOT_READ]) from None
    reasons = obstacles_to_scoring(declared, questionnaire)
    if reasons:
        raise CannotScore(reasons)
    return declared


def obstacles_to_scoring(declared: Declared, questionnaire: Questionnaire) -> list[ScoringReason]:
    """Every reason the declaration does not fit this questionnaire."""
    items = {item.link_id: item for item in questionnaire.walk()}
    named = [items.get(link_id) for scale in declared.scales for link_id in scale.items]
    texts = [
        text
        for scale in declared.scales
        for text in (
            scale.name,
            *(words for band in scale.bands for words in (band.name, band.person)),
        )
    ]
    checks = {
        ScoringReason.ITEM_UNKNOWN: None in named,
        ScoringReason.ITEM_WITHOUT_WEIGHT: any(
            item is not None and not _can_be_weighed(item) for item in named
        ),
        ScoringReason.BANDS_OUTSIDE: any(not _bands_fit(scale) for scale in declared.scales),
        ScoringReason.LANGUAGE_MISSING: any(
            not text.get(language) for text in texts for language in LANGUAGES
        ),
        ScoringReason.SOURCE_MISSING: any(
            not scale.source.get(language) for scale in declared.scales for language in LANGUAGES
        ),
    }
    return [reason for reason, stands in checks.items() if stands]


def scores_of(declared: Declared, asked: Asked) -> list[Scored]:
    """Every declared score of what has been answered."""
    items = {item.link_id: item for item in walk(asked.questionnaire.items)}
    return [_scored(scale, items, asked) for scale in declared.scales]


def change_between(scale: Scale, earlier: Decimal | None, later: Decimal) -> Change:
    """Whether the person's own score has really changed, by the declared smallest real difference."""
    if earlier is None:
        return Change.FIRST
    if scale.smallest_real_difference is None:
        return Change.NOT_KNOWN
    if abs(later - earlier) < scale.smallest_real_difference:
        return Change.NO_REAL_CHANGE
    return Change.BETTER if (later > earlier) == scale.higher_is_better else Change.WORSE


def _scored(scale: Scale, items: Mapping[str, Item], asked: Asked) -> Scored:
    found = [_weigh(items[link_id], asked.values(link_id)) for link_id in scale.items]
    given = [weight for weight in found if weight is not None]
    missing = len(found) - len(given)
    if missing > scale.missing_allowed or not given:
        return Scored(scale, None, missing)
    mean = sum(given, Decimal(0)) / len(given)
    # What is missing counts as the person's own mean, where the declaration lets anything be missing.
    whole = mean if scale.method is Method.MEAN else mean * len(found)
    rounded = whole.quantize(_ONE_TENTH, ROUND_HALF_UP)
    return Scored(scale, rounded, missing)


def _weigh(item: Item, values: Iterable[Value]) -> Decimal | None:
    weights = [weight for value in values if (weight := _weight_of(item, value)) is not None]
    return sum(weights, Decimal(0)) if weights else None


def _weight_of(item: Item, value: Value) -> Decimal | None:
    for option in item.options:
        if option.value == value:
            return option.weight
    [(name, content)] = value.items()
    numbers = {"valueInteger", "valueDecimal"}
    return Decimal(str(content)) if name in numbers else None


def _can_be_weighed(item: Item) -> bool:
    if item.options:
        return all(option.weight is not None for option in item.options)
    return item.type in {"integer", "decimal"}


def _bands_fit(scale: Scale) -> bool:
    if scale.lowest >= scale.highest:
        return False
    limits = [band.lowest for band in scale.bands]
    return not limits or (
        limits[0] == scale.lowest and limits == sorted(set(limits)) and limits[-1] <= scale.highest
    )


def _scale(data: Mapping[str, Any]) -> Scale:
    difference = data.get("smallest_real_difference")
    return Scale(
        key=str(data["key"]),
        name=_texts(data["name"]),
        items=tuple(map(str, data["items"])),
        method=Method(data.get("method", "sum")),
        lowest=Decimal(data["lowest"]),
        highest=Decimal(data["highest"]),
        missing_allowed=int(data.get("missing_allowed", 0)),
        higher_is_better=data.get("higher_is_better", True) is True,
        smallest_real_difference=None if difference is None else Decimal(difference),
        bands=tuple(
            Band(
                lowest=Decimal(each["from"]),
                name=_texts(each["name"]),
                professional=_texts(each.get("professional", {})),
                person=_texts(each["person"]),
            )
            for each in data.get("bands", [])
        ),
        source=_source(data.get("source", "")),
        verified=data.get("verified") is True,
    )


def _texts(data: Mapping[str, Any]) -> dict[str, str]:
    return {language: str(data.get(language, "")) for language in LANGUAGES}


def _source(said: Any) -> dict[str, str]:
    """Where it comes from: the same in every language, or in each."""
    return _texts(said) if isinstance(said, dict) else dict.fromkeys(LANGUAGES, str(said))
