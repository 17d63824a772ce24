"""The bands, and the lists of prompts: shipped with the product, or the county's own."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kaveri.casebook.measures.domain import Distribution
from kaveri.steps.identification.domain import LANGUAGES, BandAdvice, Limit, Prompts, Reference
from kaveri.steps.identification.models import PromptList

_FOLDER = Path(__file__).resolve().parent / "prompts"


@cache
def bands() -> tuple[tuple[BandAdvice, ...], BandAdvice]:
    """What each band means to do next, and what to do without an answer."""
    data = tomllib.loads((_FOLDER / "bands.toml").read_text(encoding="utf-8"))
    return (
        tuple(_band(data, band) for band in data["bands"]),
        _band(data, {"key": "", **data["no_answer"]}),
    )


@cache
def reference() -> Reference:
    """How others have answered about their work ability."""
    path = _FOLDER.parent / "reference" / "work_ability.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Reference(
        answers=Distribution(tuple(data["counts"])),
        name=_texts(data, "name"),
        source=data["source"],
        published_on=data["published_on"],
        limit=Limit(**data["limit"]),
    )


def _band(data: Mapping[str, Any], band: Mapping[str, Any]) -> BandAdvice:
    return BandAdvice(
        key=band["key"],
        lowest=band.get("lowest"),
        highest=band.get("highest"),
        name=_texts(band, "name"),
        next_step=_texts(band, "next_step"),
        client=_texts(band, "client"),
        turn_to=tuple(band["turn_to"]),
        label=_texts(data, "label"),
        source=data["limits_source"],
        verified=data["verified"],
    )


@cache
def shipped_lists() -> Mapping[str, Prompts]:
    """The lists that come with the product, by key."""
    found = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        if path.stem == "bands":
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found[data["key"]] = Prompts(
            key=data["key"],
            version=0,
            is_own=False,
            name=_texts(data, "name"),
            moment=_texts(data, "moment"),
            signals=_lines(data["signals"]),
            questions=_lines(data["questions"]),
            do_now=_lines(data["do_now"]),
            turn_to=tuple(data["turn_to"]),
            label=_texts(data, "label"),
            order=data["order"],
            verified=data["verified"],
        )
    return found


def prompt_lists() -> list[Prompts]:
    """Every front line's list as it holds now, in the order of the county."""
    own: dict[str, PromptList] = {}
    for row in PromptList.objects.order_by("version"):
        own[row.key] = row
    lists = [
        _from_row(own[key], shipped) if key in own else shipped
        for key, shipped in shipped_lists().items()
    ]
    return sorted(lists, key=lambda prompts: prompts.order)


def prompt_list(key: str, version: int | None = None) -> Prompts | None:
    """One list as it holds now, or as it stood in an older version; 0 is the shipped one."""
    shipped = shipped_lists().get(key)
    if shipped is None or version == 0:
        return shipped
    rows = PromptList.objects.filter(key=key).order_by("-version")
    row = (rows if version is None else rows.filter(version=version)).first()
    if row is None:
        return shipped if version is None else None
    return _from_row(row, shipped)


def versions(key: str) -> list[PromptList]:
    """The county's own versions of a list, newest first."""
    return list(PromptList.objects.filter(key=key).select_related("made_by").order_by("-version"))


def split_lines(text: str) -> tuple[str, ...]:
    """One item to a line; empty lines do not count."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _from_row(row: PromptList, shipped: Prompts) -> Prompts:
    def part(name: str) -> dict[str, tuple[str, ...]]:
        return {lang: split_lines(getattr(row, f"{name}_{lang}")) for lang in LANGUAGES}

    return Prompts(
        key=row.key,
        version=row.version,
        is_own=True,
        name={lang: getattr(row, f"name_{lang}") for lang in LANGUAGES},
        moment={lang: getattr(row, f"moment_{lang}") for lang in LANGUAGES},
        signals=part("signals"),
        questions=part("questions"),
        do_now=part("do_now"),
        turn_to=tuple(row.turn_to.split()),
        label={},
        order=shipped.order,
        verified=True,
    )


def _texts(data: Mapping[str, Any], name: str) -> dict[str, str]:
    return {lang: data.get(f"{name}_{lang}", "") for lang in LANGUAGES}


def _lines(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    items = list(rows)
    return {lang: tuple(item[f"text_{lang}"] for item in items) for lang in LANGUAGES}
