"""A language in which every text of ours bears a mark, and what on a page does not bear it."""

import gettext as python_gettext
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
from django.apps import apps
from django.db import models
from django.utils.translation import trans_real

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.ui import dates
from tests.architecture.tree import PRODUCT
from tests.reading import Element, read, texts

OPEN, CLOSE = "⟦", "⟧"
SPOKEN = ("aria-label", "title", "alt", "placeholder", "aria-description")
BUTTONS = frozenset({"submit", "button", "reset"})
# The name of the product, and each language by its own name.
NAMES = frozenset({"Kaveri", "Svenska", "Suomi", "English", "svenska", "suomi"})


def build(folder: Path) -> None:
    """The marked catalogue, under the name of Swedish."""
    source = polib.pofile(str(PRODUCT / "locale" / "sv" / "LC_MESSAGES" / "django.po"))
    marked = polib.POFile()
    marked.metadata = source.metadata
    for entry in source:
        if entry.obsolete:
            continue
        made = polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt)
        if entry.msgid_plural:
            made.msgid_plural = entry.msgid_plural
            made.msgstr_plural = {0: _mark(entry.msgid), 1: _mark(entry.msgid_plural)}
        else:
            made.msgstr = _mark(entry.msgid)
        marked.append(made)
    place = folder / "sv" / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    marked.save_as_mofile(str(place / "django.mo"))


def _mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def forget_catalogues() -> None:
    """Let the next text be looked up anew."""
    trans_real._translations = {}  # noqa: SLF001 - Django has no other way
    trans_real._default = None  # noqa: SLF001
    python_gettext._translations.clear()  # noqa: SLF001


# --- what needs no mark ---------------------------------------------------------------------

_CODE = re.compile(r"^[a-z0-9_.\-]*$")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MARKED = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def _of_dates() -> Iterator[str]:
    """The words of days and times, which the frame writes out itself in each language."""
    yield from (*dates.WEEKDAYS["sv"], *dates.WEEKDAYS_SHORT["sv"], *dates.NEAR["sv"].values())
    for shape in (dates.DUE, dates.SINCE, dates.AT, dates.YEARS, dates.DAYS):
        yield from _WORDS.findall(
            " ".join([shape["sv"]] if isinstance(shape["sv"], str) else shape["sv"])
        )
    yield from (month.lower() for month in SWEDISH_MONTHS)


SWEDISH_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
)
_DAYS = re.compile(
    r"\b("
    + "|".join(sorted(set(_of_dates()) - {"day", "time", "n"}, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)


def kept_words() -> list[str]:
    """What people wrote, and the content of the county: every text in the database and in files."""
    found: set[str] = set()
    for model in apps.get_models():
        names = [
            field.name
            for field in model._meta.fields
            if isinstance(field, models.CharField | models.TextField)
        ]
        for row in model.objects.values_list(*names) if names else ():
            found.update(value for value in row if isinstance(value, str))
    found.update(_in_files())
    found = {" ".join(value.split()) for value in found if not _CODE.match(value)}
    found |= NAMES | set(_initials())
    return sorted((value for value in found if value), key=len, reverse=True)


def _initials() -> Iterator[str]:
    for first, last in Account.objects.values_list("first_name", "last_name"):
        yield f"{first[:1]}{last[:1]}"


def _in_files() -> Iterator[str]:
    for path in PRODUCT.rglob("*.toml"):
        yield from _texts_in(tomllib.loads(path.read_text(encoding="utf-8")))
    # Questionnaires, in the form they travel in.
    for path in PRODUCT.glob("*/*/packs/*.json"):
        yield from _texts_in(json.loads(path.read_text(encoding="utf-8")))


# A text of a file is shown line by line, and with numbers in its places.
_PIECES = re.compile(r"\n|\{\w+\}|%\(\w+\)s")


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from (piece.strip() for piece in _PIECES.split(value) if piece.strip())
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)


# --- reading a page -------------------------------------------------------------------------


def unmarked(html: str, kept: list[str]) -> list[str]:
    """Every text of the page that neither bears the mark nor is somebody's own words."""
    return list(dict.fromkeys(_unmarked(read(html), kept)))


def _unmarked(page: Element, kept: list[str]) -> Iterator[str]:
    for element, text in texts(page):
        if _own_words(element) or not left_over(text, kept):
            continue
        # One marked sentence may run through a link or a strong word.
        if left_over(_block(element).text, kept):
            yield text
    for element in page.all():
        if not _own_words(element):
            yield from (text for text in _attributes(element) if left_over(text, kept))


INLINE = frozenset(
    "a abbr b bdi code em i mark q s small span strong sub sup time".split()  # noqa: SIM905
)


def _block(element: Element) -> Element:
    return next(each for each in element.outwards() if each.name not in INLINE)


def left_over(text: str, kept: list[str]) -> str:
    """What remains of a text when marked parts, people's words, days and numbers are taken away."""
    while (shorter := _MARKED.sub(" ", text)) != text:
        text = shorter
    if not _WORDS.search(text):
        return ""
    for value in kept:
        if value in text:
            text = text.replace(value, " ")
    return " ".join(_WORDS.findall(_DAYS.sub(" ", text)))


def _attributes(element: Element) -> Iterator[str]:
    yield from (element.attributes[name] for name in SPOKEN if element.attributes.get(name))
    if element.name == "input" and element.attributes.get("type") in BUTTONS:
        yield element.attributes.get("value", "")


def _own_words(element: Element) -> bool:
    return any(
        around.attributes.get("translate") == "no"
        or "k-voice" in around.classes
        or around.name == "textarea"
        for around in element.outwards()
    )
