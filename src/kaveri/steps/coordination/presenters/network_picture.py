"""The client's network as a picture: worked out in whole numbers, the same data stands in the table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LINE = 18
# From so many on, every other one stands nearer the middle.
ONE_RING = 10
WIDE_WORDS, NARROW_WORDS = 20, 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody to be drawn: how near, and who they are."""

    name: str
    words: str
    # manager · worker · partner · supporter
    who: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text in the drawing."""

    x: int
    y: int
    text: str
    name: bool
    # Beginning here, not standing in the middle.
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody in the drawing: a sign, a line to the client, two lines of text."""

    x: int
    y: int
    who: str
    line: tuple[int, int, int, int]
    is_sure: bool
    words: list[Word]

    @property
    def corners(self) -> str:
        """A square for a partner's worker, a diamond for somebody close; circles are drawn as circles."""
        r = 9
        around = (
            [(-r, -r), (r, -r), (r, r), (-r, r)]
            if self.who == "partner"
            else [(0, -r - 3), (r + 3, 0), (0, r + 3), (-r - 3, 0)]
        )
        return " ".join(f"{self.x + x},{self.y + y}" for x, y in around)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The picture at one width."""

    size: str
    width: int
    height: int
    x: int
    y: int
    label: str
    nodes: list[Node]
    # On a phone all branch off one line, so that no line runs over a name.
    trunk: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPicture:
    """The client in the middle, the case manager near, the others around."""

    sentence: Any
    wide: Drawing
    narrow: Drawing

    @property
    def drawings(self) -> tuple[Drawing, Drawing]:
        """Both; the style sheet shows one."""
        return self.wide, self.narrow


def network_picture(
    middle: str, manager: Person, others: Sequence[Person], *, sentence: Any
) -> NetworkPicture:
    """Draw it for a wide page and for a phone; who belongs together stands together."""
    order = ("worker", "partner", "supporter")
    rows = sorted(others, key=lambda person: order.index(person.who))
    return NetworkPicture(
        sentence=sentence,
        wide=_wide(middle, manager, rows),
        narrow=_narrow(middle, manager, rows),
    )


def _wide(middle: str, manager: Person, rows: Sequence[Person]) -> Drawing:
    width, height = 740, 480
    x, y = width // 2, height // 2 - 10
    nodes = [_node(x, y - 84, manager, (x, y), WIDE_WORDS, side=1)]
    for place, person in enumerate(rows):
        angle = -math.pi / 2 + 2 * math.pi * (place + 0.5) / len(rows)
        far = 0.66 if len(rows) > ONE_RING and place % 2 else 1
        nodes.append(
            _node(
                x + round(290 * far * math.cos(angle)),
                y + round(185 * far * math.sin(angle)),
                person,
                (x, y),
                WIDE_WORDS,
            )
        )
    return Drawing(
        size="wide", width=width, height=height, x=x, y=y, label=_short(middle, 14), nodes=nodes
    )


def _narrow(middle: str, manager: Person, rows: Sequence[Person]) -> Drawing:
    """A phone: the client on top, the case manager beneath, the rest in two columns."""
    width, top, step = 320, 40, 84
    x = width // 2
    nodes = [_node(x, top + 76, manager, (x, top), NARROW_WORDS, side=1)]
    down = top + 76
    for place, person in enumerate(rows):
        across = 76 if place % 2 == 0 else width - 76
        down = top + 76 + 72 + step * (place // 2)
        nodes.append(_node(across, down, person, (x, down), NARROW_WORDS))
    return Drawing(
        size="narrow",
        width=width,
        height=down + 64,
        x=x,
        y=top,
        label=_short(middle, 14),
        nodes=nodes,
        trunk=(top, down),
    )


def _node(
    x: int, y: int, person: Person, middle: tuple[int, int], longest: int, side: int = 0
) -> Node:
    below = y + 30
    at = x + 16 if side else x
    first = y + 5 if side else below
    words = [Word(at, first, _short(person.name, longest), name=True, beside=bool(side))]
    if person.words:
        role = _short(person.words, longest + 2)
        words.append(Word(at, first + LINE, role, name=False, beside=bool(side)))
    return Node(
        x=x,
        y=y,
        who=person.who,
        line=(*middle, x, y),
        is_sure=person.is_sure,
        words=words,
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
