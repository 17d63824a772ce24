"""Names of people in a text: a listed first name, a surname by its shape, a name after "her son"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kaveri.foundation.careful.wordlists import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:[.!?:;\n•–\"”“»(]|\n\s*[-*])\s*$")
# How much before a word tells whether it begins a sentence; a long text is not read again for each word.
_NEAR = 8
_VOWELS = "aeiouyåäö"
_GRADES = {"kk": "k", "pp": "p", "tt": "t"}
_FRONT = frozenset("äöy")


class _Word:
    """A word of the text: how it is written, where it stands."""

    def __init__(self, text: str, found: re.Match[str]) -> None:
        self.written = found.group()
        self.low = re.sub(r"['’]s?$", "", self.written).casefold()
        self.start, self.end = found.span()
        self.capital = self.written[0].isupper() and not self.written.isupper()
        near = text[max(0, self.start - _NEAR) : self.start]
        is_first = self.start <= _NEAR and not near.strip()
        self.begins = is_first or bool(_BEGINS.search(near))


def strangers_in(text: str, known: Iterable[str]) -> Iterator[str]:
    """The names that are nobody's among the known ones."""
    mine = forms_of_all(part for name in known for part in _parts(name))
    for name in names_in(text):
        if not all(part in mine for part in _parts(name)):
            yield name


def names_in(text: str) -> Iterator[str]:
    """Every name the rules see, first name and surname together where they stand together."""
    found = [_Word(text, each) for each in _TOKEN.finditer(text)]
    number = 0
    while number < len(found):
        taken = _name_at(text, found, number)
        if taken:
            yield text[found[number].start : found[number + taken - 1].end]
        number += taken or 1


def _name_at(text: str, found: list[_Word], number: int) -> int:
    """How many words from here are a name: none, one, or first name and surname."""
    word = found[number]
    if not word.capital or _listed(word.low, words().not_names):
        return 0
    following = _beside(text, found, number, number + 1)
    if following and _listed(following.low, words().after_names):
        return 0
    before = _beside(text, found, number - 1, number, reverse=True)
    second = following and following.capital and not _listed(following.low, words().not_names)
    if _is_first_name(word.low):
        alone = 0 if word.begins and _also_a_word(word.low) else 1
        return 2 if second else alone
    # At the beginning of a sentence any word has a capital: there the surname is found by itself.
    if second and following and not word.begins and _has_shape_of_surname(following.low):
        return 2
    is_said = before and (_is_title(before.low) or _is_relation(before.low))
    return int(bool(is_said) or (not word.begins and _has_shape_of_surname(word.low)))


def _beside(
    text: str, found: list[_Word], left: int, right: int, *, reverse: bool = False
) -> _Word | None:
    """The neighbour, when only a space stands between."""
    if left < 0 or right >= len(found):
        return None
    between = text[found[left].end : found[right].start]
    return (
        (found[left] if reverse else found[right])
        if between in {" ", ". "} and (between == " " or _is_title(found[left].low))
        else None
    )


def _is_first_name(low: str) -> bool:
    return any(part in _first_names() for part in (low, *low.split("-")))


def _also_a_word(low: str) -> bool:
    return low in _also_words()


def _has_shape_of_surname(low: str) -> bool:
    return low in _surnames() or (
        len(low) > 4
        and any(low.endswith(ending) and low != ending for ending in words().surname_endings)
    )


def _is_title(low: str) -> bool:
    return low in words().titles


def _is_relation(low: str) -> bool:
    return _listed(low, words().relations)


def _listed(low: str, listed: Iterable[str]) -> bool:
    return any(low.startswith(each[:-1]) if each.endswith("*") else low == each for each in listed)


def _parts(name: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", part).casefold() for part in _TOKEN.findall(name)]


# --- how names are inflected --------------------------------------------------------------------


@cache
def _first_names() -> frozenset[str]:
    return forms_of_all(words().first_names)


@cache
def _also_words() -> frozenset[str]:
    return forms_of_all(words().also_words)


@cache
def _surnames() -> frozenset[str]:
    return forms_of_all(words().surnames)


def forms_of_all(names: Iterable[str]) -> frozenset[str]:
    """Every form of every name."""
    return frozenset(form for name in names for form in forms_of(name))


def forms_of(name: str) -> Iterator[str]:
    """A name as it stands in Finnish sentences, and with the Swedish and English ending of ownership."""
    yield from (name, f"{name}s")
    if "-" in name:
        yield from name.split("-")
    if name.endswith("nen"):
        yield from _endings(f"{name[:-3]}se", partitive=f"{name[:-3]}sta")
        yield f"{name[:-3]}stä"
    elif name.endswith(("as", "äs", "es", "is", "us", "os")):
        yield from _endings(f"{name[:-1]}kse", partitive=f"{name}ta")
    elif name[-1] in _VOWELS:
        weak = next(
            (
                f"{name[:-3]}{soft}{name[-1]}"
                for hard, soft in _GRADES.items()
                if name[-3:-1] == hard
            ),
            name,
        )
        yield from _endings(weak, partitive=f"{name}a")
        yield from (f"{name}ä", f"{name}{name[-1]}n")
    else:
        yield from _endings(f"{name}i", partitive=f"{name}ia")


def _endings(stem: str, *, partitive: str) -> Iterator[str]:
    a = "ä" if not set(stem) & set("aou") and set(stem) & _FRONT else "a"
    yield from (f"{stem}{end}" for end in ("n", "lle", "ksi", f"{stem[-1]}n"))
    for end in ("ll", "lt", "ss", "st", "n", "tt"):
        yield from (f"{stem}{end}a", f"{stem}{end}ä") if a == "a" else (f"{stem}{end}ä",)
    yield partitive
