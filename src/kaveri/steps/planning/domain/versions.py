"""What an agreed version holds, byte for byte, and how two of them differ."""

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaveri.steps.planning.domain.plans import Part

Item = Mapping[str, Any]
# Says whose the item is, or where it stands; not what it says.
_APART = frozenset(
    {"part", "id", "key", "controller_id", "register", "service_task", "category", "written_at"}
    | {"written_by", "version"}
    # The number of a place says nothing by itself: what is told is what comes before what.
    | {"place"}
)


class ChangeKind(StrEnum):
    """How an item differs from the version before."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an item, before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item that came, went or changed; the presenter makes a sentence of it."""

    part: Part
    kind: ChangeKind
    before: Item | None
    after: Item | None
    fields: tuple[FieldChange, ...] = ()


def canonical(content: Mapping[str, Any]) -> str:
    """The one way to write it down: keys in order, no room between, readable letters."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(content: str) -> str:
    """SHA-256 of the content as it is kept."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def organisation_of(row: Item, language: str) -> str:
    """Which organisation a row stands for: as it was written, or that of the account responsible."""
    named: str = row["organisation_name"]
    return named or (row.get("organisations") or {}).get(language, "")


def compare(old: Iterable[Item], new: Iterable[Item]) -> list[Change]:
    """What came, went and changed: by part, in the order of the new version, gone ones last.

    An item is the same one by its `key`: a goal that was put in other words is the same goal.
    """
    before = {(item["part"], item["key"]): item for item in old}
    after = {(item["part"], item["key"]): item for item in new}
    around = _moved(before, after)
    for place in before.keys() & after.keys():
        around.setdefault(place, []).extend(_led_to(before, after, place))
    found: list[Change] = []
    for part in Part:
        found += [
            change
            for place, item in after.items()
            if place[0] == part
            and (change := _between(part, before.get(place), item, around.get(place, ())))
            is not None
        ]
        found += [
            Change(part=part, kind=ChangeKind.WENT, before=item, after=None)
            for place, item in before.items()
            if place[0] == part and place not in after
        ]
    return found


def _between(
    part: Part, before: Item | None, after: Item, around: Sequence[FieldChange]
) -> Change | None:
    if before is None:
        return Change(part=part, kind=ChangeKind.CAME, before=None, after=after)
    fields = (*_fields(before, after), *around)
    if not fields:
        return None
    return Change(part=part, kind=ChangeKind.CHANGED, before=before, after=after, fields=fields)


def _fields(before: Item, after: Item) -> tuple[FieldChange, ...]:
    names: Sequence[str] = sorted((set(before) | set(after)) - _APART - {"leads_to"})
    return tuple(
        FieldChange(field=name, before=before.get(name), after=after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )


_Items = Mapping[tuple[str, str], Item]


def _led_to(before: _Items, after: _Items, place: tuple[str, str]) -> list[FieldChange]:
    """What a goal leads to, in the words of that goal; empty where the reader does not see it."""
    was, now = (items[place].get("leads_to") or "" for items in (before, after))
    if was == now:
        return []
    words = [
        items.get((Part.GOAL, key), {}).get("own_words", "")
        for items, key in ((before, was), (after, now))
    ]
    return [FieldChange(field="leads_to", before=words[0], after=words[1])]


def _moved(before: _Items, after: _Items) -> dict[tuple[str, str], list[FieldChange]]:
    """The fewest rows of which one can say that they moved, each with the row it comes after.

    Only rows that stand in both versions: what came or went moves nobody.
    """
    both = {place for place in before if place[0] == Part.ROW and place in after}
    was, now = (
        sorted(both, key=lambda place: (items[place].get("place", 0), place[1]))
        for items in (before, after)
    )
    stayed = _longest_rise([was.index(place) for place in now])
    moved = [place for at, place in enumerate(now) if at not in stayed]
    found = {}
    for place in moved:
        former, latter = (
            items[order[order.index(place) - 1]] if order.index(place) else None
            for order, items in ((was, before), (now, after))
        )
        found[place] = [FieldChange(field="place", before=former, after=latter)]
    return found


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Where the longest row of rising numbers stands among these."""
    ends: list[int] = []
    lead: dict[int, int] = {}
    for at, number in enumerate(numbers):
        place = bisect_left([numbers[end] for end in ends], number)
        if place:
            lead[at] = ends[place - 1]
        ends[place : place + 1] = [at]
    found: set[int] = set()
    at_last = ends[-1] if ends else None
    while at_last is not None:
        found.add(at_last)
        at_last = lead.get(at_last)
    return found
