"""Reading questionnaires: what can be asked, what has been asked, and scores over time."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kaveri.foundation.base import clock
from kaveri.steps.questionnaires.domain import (
    LANGUAGES,
    Asked,
    Declared,
    Questionnaire,
    read_declared,
    read_questionnaire,
)
from kaveri.steps.questionnaires.domain.asking import fingerprint
from kaveri.steps.questionnaires.domain.register import Measure, NamedScale
from kaveri.steps.questionnaires.models import Asking, Instrument, ScaleResult

_PACKS = Path(__file__).resolve().parent / "packs"
_REGISTER = _PACKS.parent / "register" / "measures.toml"
# The measure whose results are recorded scale by scale.
KYKYVIISARI = "kykyviisari"
_QUESTIONS, _SCORES = ".questionnaire.json", ".scores.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A questionnaire that can be asked now: shipped, or loaded by the county."""

    key: str
    name: Mapping[str, str]
    questionnaire: str
    declared: str
    # Of a loaded one, its row; what ships gets one when it is asked the first time.
    row: Instrument | None = None


@cache
def shipped() -> Mapping[str, Pack]:
    """What comes with the product: our own texts only."""
    found = {}
    for path in sorted(_PACKS.glob(f"*{_QUESTIONS}")):
        key = path.name.removesuffix(_QUESTIONS)
        text = path.read_text(encoding="utf-8")
        title = read_questionnaire(text).title
        found[key] = Pack(
            key=key,
            name={language: title.in_language(language) for language in LANGUAGES},
            questionnaire=text,
            declared=(_PACKS / f"{key}{_SCORES}").read_text(encoding="utf-8"),
        )
    return found


def packs() -> list[Pack]:
    """Everything that can be asked now, the county's own last."""
    newest: dict[str, Instrument] = {}
    for row in Instrument.objects.filter(shipped=False).order_by("key", "number"):
        newest[row.key] = row
    loaded = [
        Pack(
            key=row.key,
            name={language: getattr(row, f"name_{language}") for language in LANGUAGES},
            questionnaire=row.questionnaire,
            declared=row.declared,
            row=row,
        )
        for row in newest.values()
        if row.closed_at is None
    ]
    return [*shipped().values(), *loaded]


def pack(key: str) -> Pack | None:
    """The questionnaire of this key, as it is asked now."""
    return next((each for each in packs() if each.key == key), None)


def instruments() -> QuerySet[Instrument]:
    """Everything the county has loaded, every version."""
    return Instrument.objects.filter(shipped=False).select_related("loaded_by")


def askings(case_id: UUID | None = None) -> QuerySet[Asking]:
    """Every asking, or those of one case, newest first; narrow by permission before use."""
    rows = Asking.objects.select_related("instrument", "asked_by", "finished_by", "case")
    rows = rows.order_by("-asked_at", "id")
    return rows.filter(case_id=case_id) if case_id else rows


def is_open(row: Asking) -> bool:
    """Whether it can be answered."""
    return row.finished_at is None and row.taken_back_at is None


def open_ones() -> Q:
    """Those that can be answered."""
    return Q(finished_at=None, taken_back_at=None)


def results(case_id: UUID) -> QuerySet[ScaleResult]:
    """Scores of a case, oldest first; narrow by permission before use."""
    rows = ScaleResult.objects.filter(case_id=case_id).select_related("recorded_by")
    return rows.order_by("measured_on", "recorded_at", "id")


def behind(secret: str) -> Q:
    """What a link opens: alive, not handed in, not taken back."""
    return open_ones() & Q(
        link_fingerprint=fingerprint(secret), link_until__gt=clock.now(), case__state="open"
    )


@lru_cache(maxsize=64)
def read(questionnaire: str, declared: str) -> tuple[Questionnaire, Declared]:
    """The questions and what is declared beside them, read once."""
    questions = read_questionnaire(questionnaire)
    return questions, read_declared(declared, questions)


def read_of(row: Instrument) -> tuple[Questionnaire, Declared]:
    """What an asking asks."""
    return read(row.questionnaire, row.declared)


def asked_of(row: Asking) -> Asked:
    """An asking with the answers so far; what the file says at first counts until something is answered."""
    questionnaire, _declared = read_of(row.instrument)
    at_first = {item.link_id: list(item.initial) for item in questionnaire.walk() if item.initial}
    answers: dict[str, Sequence[Any]] = {**at_first, **row.answers}
    return Asked(questionnaire, answers)


def seen_of(values: Mapping[str, Any]) -> str:
    """A mark of what stood on a screen: two who answer at once are told apart by it."""
    return fingerprint(json.dumps(values, sort_keys=True))[:16]


def declared_of(rows: Sequence[Asking]) -> dict[str, Declared]:
    """What is declared for each measure, by the newest asking; shipped ones also before anybody is asked."""
    found = {key: read(each.questionnaire, each.declared)[1] for key, each in shipped().items()}
    for row in reversed(rows):
        found[row.instrument.key] = read_of(row.instrument)[1]
    return found


@cache
def measures() -> tuple[Measure, ...]:
    """The register of measures that comes with the product."""
    data = tomllib.loads(_REGISTER.read_text(encoding="utf-8"))
    return tuple(
        Measure(
            key=each["key"],
            name=_texts(each, "name"),
            what_for=_texts(each, "what_for"),
            permission=_texts(each, "permission"),
            who=_texts(each, "who"),
            link=each["link"],
            verified=each["verified"],
            scales=tuple(
                NamedScale(scale["key"], _texts(scale, "name")) for scale in each.get("scales", [])
            ),
        )
        for each in data["measures"]
    )


def measure(key: str) -> Measure:
    """One measure of the register."""
    return next(each for each in measures() if each.key == key)


def scale_names(key: str) -> dict[str, str]:
    """Each scale by everything a file may call it."""
    found: dict[str, str] = {}
    for scale in measure(key).scales:
        found |= dict.fromkeys((name.casefold() for name in scale.name.values()), scale.key)
        found[scale.key] = scale.key
    return found


def _texts(data: Mapping[str, Any], name: str) -> dict[str, str]:
    return {language: data[f"{name}_{language}"] for language in LANGUAGES}
