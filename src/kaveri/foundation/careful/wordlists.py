"""The dated lists of words that the rules stand on."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "words.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All lists of all languages together: people write in the one they like."""

    first_names: frozenset[str]
    also_words: frozenset[str]
    surname_endings: tuple[str, ...]
    surnames: frozenset[str]
    titles: frozenset[str]
    relations: tuple[str, ...]
    not_names: tuple[str, ...]
    after_names: tuple[str, ...]
    diagnoses: tuple[str, ...]
    phrases: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    roads: frozenset[str]
    street: re.Pattern[str]


@cache
def words() -> Words:
    """Read once; the file is part of the program."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    listed = {name: tuple(_all(rows[name])) for name in rows if isinstance(rows[name], dict)}
    joined, apart = ("|".join(listed[name]) for name in ("streets", "streets_apart"))
    street = rf"[A-ZÅÄÖ][\w-]*(?:{joined})\s+\d+(?:\s?[A-Za-z]\b)?"
    english = rf"\d+\s+[A-Z]\w+\s+(?:{apart})\b|[A-Z]\w+\s+(?:{apart})\s+\d+"
    return Words(
        first_names=frozenset(listed["first_names"]),
        also_words=frozenset(listed["also_words"]),
        surname_endings=listed["surname_endings"],
        surnames=frozenset(listed["surnames"]),
        titles=frozenset(listed["titles"]),
        relations=listed["relations"],
        not_names=listed["not_names"],
        after_names=listed["after_names"],
        diagnoses=tuple(word for word in listed["diagnoses"] if " " not in word),
        phrases=tuple(word for word in listed["diagnoses"] if " " in word),
        organisations=listed["organisations"],
        places=listed["places"],
        roads=frozenset(word.upper() for word in listed["roads"]),
        street=re.compile(f"{street}|{english}"),
    )


def _all(table: Mapping[str, str]) -> list[str]:
    """The words of every language of one list, in small letters."""
    return [word.replace("_", " ").casefold() for text in table.values() for word in text.split()]
