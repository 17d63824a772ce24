"""The plans of picture 1 as a tree, worked out in whole numbers; the same stands in the table."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, STEP, LINE, GAP = 330, 30, 18, 14
# So many letters of a name fit in a picture of this width, by how far in it stands.
LETTERS = (36, 32, 28, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A plan to be drawn: how far in, its name, who holds it."""

    depth: int
    name: str
    words: str = ""
    # root · held · none · support
    what: str = "none"


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text in the drawing."""

    x: int
    y: int
    text: str
    name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A plan in the drawing: a sign, the lines that lead to it, its words."""

    x: int
    y: int
    what: str
    # Down from the one above, then across.
    corner: tuple[int, int, int] | None
    words: list[Word]

    @property
    def corners(self) -> str:
        """A square for a plan, a diamond for the support plan."""
        r = 8
        around = (
            [(0, -r - 3), (r + 3, 0), (0, r + 3), (-r - 3, 0)]
            if self.what == "support"
            else [(-r, -r), (r, -r), (r, r), (-r, r)]
        )
        return " ".join(f"{self.x + x},{self.y + y}" for x, y in around)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansPicture:
    """The tree, one drawing for every width."""

    sentence: Any
    width: int
    height: int
    nodes: list[Node]


def plans_picture(leaves: Sequence[Leaf], *, sentence: Any) -> PlansPicture:
    """Draw it from top to bottom; each plan stands further in than the one it belongs to."""
    nodes: list[Node] = []
    above: dict[int, Node] = {}
    y = 20
    for leaf in leaves:
        x = 16 + STEP * leaf.depth
        parent = above.get(leaf.depth - 1)
        names = textwrap.wrap(leaf.name, LETTERS[leaf.depth]) or [leaf.name]
        words = [
            Word(x + 20, y + 5 + LINE * place, text, name=True) for place, text in enumerate(names)
        ]
        if leaf.words:
            held = textwrap.shorten(leaf.words, LETTERS[leaf.depth] + 2, placeholder="…")
            words.append(Word(x + 20, y + 5 + LINE * len(names), held, name=False))
        node = Node(
            x=x,
            y=y,
            what=leaf.what,
            corner=(parent.x, parent.y, y) if parent else None,
            words=words,
        )
        nodes.append(node)
        above[leaf.depth] = node
        y += LINE * len(words) + GAP
    return PlansPicture(sentence=sentence, width=WIDTH, height=y, nodes=nodes)
