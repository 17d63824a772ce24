"""Reads a text by the rules: codes, names, diagnoses; of protected people also where they can be found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kaveri.foundation.careful import names
from kaveri.foundation.careful.codes import identity_codes
from kaveri.foundation.careful.known import Known
from kaveri.foundation.careful.wordlists import words


class Kind(StrEnum):
    """What a finding is, and so why it is shown."""

    IDENTITY_CODE = "identity_code"
    NAME = "name"
    DIAGNOSIS = "diagnosis"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Finding:
    """A part of the text, as it is written there, and what it looks like."""

    kind: Kind
    words: str


_ICD = re.compile(r"(?<![\w.-])([A-TV-Z])(\d{2})(\.\d{1,2})?(?![\w-])(?!\.\d)")
_PHONE = re.compile(r"(?<![\w.])(?:\+358[\s-]?\d{1,2}|0\d{1,3})(?:[\s-]?\d){5,8}(?!\d)(?!\.\d)")
_BEFORE = re.compile(r"([^\W\d_]+)[\s:-]*$")
_AFTER = re.compile(r"^[\s-]*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def findings_in(text: str, known: Known) -> list[Finding]:
    """Everything the rules find, each once, in the order of the kinds."""
    found = [Finding(Kind.IDENTITY_CODE, part) for part in identity_codes(text)]
    found += [Finding(Kind.NAME, part) for part in names.strangers_in(text, known.names)]
    found += [Finding(Kind.DIAGNOSIS, part) for part in diagnoses(text)]
    if known.protected:
        in_codes = " ".join(each.words for each in found if each.kind is Kind.IDENTITY_CODE)
        phones = (part.group() for part in _PHONE.finditer(text))
        found += [Finding(Kind.PHONE, part) for part in phones if part not in in_codes]
        found += [Finding(Kind.ADDRESS, part) for part in addresses(text)]
    return list(dict.fromkeys(found))


def diagnoses(text: str) -> Iterator[str]:
    """Codes in the form of the classification of diseases, and words from our own list."""
    for code in _ICD.finditer(text):
        if code.group(3) or not _is_a_place(text, code):
            yield code.group()
    listed = words()
    for word in _WORD.finditer(text):
        written = word.group().casefold()
        if not _among(written, listed.diagnoses) or _is_an_organisation(written):
            continue
        following = _AFTER.match(text[word.end() :])
        if not (following and _is_an_organisation(following[1].casefold())):
            yield word.group()
    lowered = text.casefold()
    for phrase in listed.phrases:
        start = lowered.find(phrase)
        if start >= 0:
            yield text[start : start + len(phrase)]


def addresses(text: str) -> Iterator[str]:
    """A street with its number."""
    for found in words().street.finditer(text):
        yield found.group()


def _among(word: str, listed: Iterable[str]) -> bool:
    """A word with a star at its end stands for all that begin so."""
    return any(
        word.startswith(each[:-1]) if each.endswith("*") else word == each for each in listed
    )


def _is_an_organisation(word: str) -> bool:
    return any(part in word for part in words().organisations)


def _is_a_place(text: str, code: re.Match[str]) -> bool:
    """Room B12, road E18, vitamin B12 and the like: the word beside it says so."""
    if code.group() in words().roads:
        return True
    beside = [_BEFORE.search(text[: code.start()]), _AFTER.match(text[code.end() :])]
    return any(found and _among(found[1].casefold(), words().places) for found in beside)
