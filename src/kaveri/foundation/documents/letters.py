"""Which signs the bundled letters can show; a paper never fails because of a sign nobody has drawn."""

import struct
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent / "fonts"
# Stands where a sign cannot be shown, so that the reader sees that something was there.
MISSING = "◊"
_KEPT = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2028\u2029")
_LAST_OF_BMP = 0xFFFF


def showable(value: Any) -> Any:
    """The same data, with every sign no letter can show put as a lozenge."""
    if isinstance(value, str):
        return "".join(sign if _can_show(sign) else MISSING for sign in value.replace("\r\n", "\n"))
    if isinstance(value, dict):
        return {key: showable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [showable(each) for each in value]
    return value


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
