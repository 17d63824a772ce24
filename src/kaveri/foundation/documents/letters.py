"""Which signs the bundled letters can show; a paper never fails because of a sign nobody has drawn."""

import re
import struct
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent / "fonts"
# Stands where a sign cannot be shown, so that the reader sees that something was there.
MISSING = "◊"
_KEPT = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2028\u2029")
_LAST_OF_BMP = 0xFFFF
# A word this long does not fit into a narrow column; it may be broken after so many letters.
_LONG = re.compile(r"[^\s\u00ad\u200b\u200c\u200d]{30,}")
_PIECE = 6
# How people type what the fonts have no picture of: the same in every language.
_TYPED = {
    **dict.fromkeys("\u263a\U0001f600\U0001f603\U0001f604\U0001f60a\U0001f642\U0001f970", ":)"),
    **dict.fromkeys("\U0001f601\U0001f606\U0001f602\U0001f923", ":D"),
    **dict.fromkeys("\u2639\U0001f61e\U0001f614\U0001f61f\U0001f641", ":("),
    **dict.fromkeys("\U0001f622\U0001f62d\U0001f625", ":'("),
    **dict.fromkeys("\U0001f609\U0001f61c", ";)"),
    **dict.fromkeys("\u2764\u2665\U0001f499\U0001f49a\U0001f49b\U0001f49c\U0001f495", "<3"),
    **dict.fromkeys("\U0001f44d\U0001f44f\U0001f64f\U0001f4aa\u2705\u2714", "\u2713"),
}
# Colour of skin and the way a sign is drawn: nothing by themselves.
_BESIDE = frozenset(map(chr, (0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400))))


def showable(value: Any) -> Any:
    """The same data: faces and hearts as they are typed, any other sign no letter can show as a lozenge."""
    if isinstance(value, str):
        return _shown_text(value.replace("\r\n", "\n"))
    if isinstance(value, dict):
        return {key: showable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [showable(each) for each in value]
    return value


def _shown_text(text: str) -> str:
    signs = "".join(_TYPED.get(sign, sign) for sign in text if sign not in _BESIDE)
    plain = "".join(sign if _can_show(sign) else MISSING for sign in signs)
    return _LONG.sub(lambda found: _broken(found.group()), plain)


def _broken(word: str) -> str:
    """The word with places where a line may end: with a hyphen between letters, else without a sign."""
    ends = "\u00ad" if word.isalpha() else "\u200b"
    return ends.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


def _can_show(sign: str) -> bool:
    return sign in _KEPT or ord(sign) in _signs()


@cache
def _signs() -> frozenset[int]:
    """What all the fonts have in common."""
    return frozenset.intersection(*(_signs_of(path) for path in sorted(FONTS.glob("*.ttf"))))


def _signs_of(path: Path) -> frozenset[int]:
    font = path.read_bytes()
    (tables,) = struct.unpack_from(">H", font, 4)
    for entry in range(tables):
        name, _sum, start, _length = struct.unpack_from(">4sLLL", font, 12 + 16 * entry)
        if name == b"cmap":
            return frozenset(_read_map(font, start))
    raise ValueError(path.name)


def _read_map(font: bytes, start: int) -> set[int]:
    found: set[int] = set()
    (count,) = struct.unpack_from(">H", font, start + 2)
    for entry in range(count):
        (offset,) = struct.unpack_from(">L", font, start + 4 + 8 * entry + 4)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            found |= _read_segments(font, start + offset)
        elif form == 12:
            found |= _read_groups(font, start + offset)
    return found


def _read_segments(font: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    found: set[int] = set()
    for segment in range(double // 2):
        place = at + 14 + 2 * segment
        (last,) = struct.unpack_from(">H", font, place)
        (first,) = struct.unpack_from(">H", font, place + double + 2)
        found.update(range(first, last + 1))
    return found - {_LAST_OF_BMP}


def _read_groups(font: bytes, at: int) -> set[int]:
    (groups,) = struct.unpack_from(">L", font, at + 12)
    found: set[int] = set()
    for group in range(groups):
        first, last, _glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
        found.update(range(first, last + 1))
    return found
