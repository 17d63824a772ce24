"""What an agreed version holds, byte for byte, and how two of them differ."""

import hashlib
import json
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


def compare(old: Iterable[Item], new: Iterable[Item]) -> list[Change]:
    """What came, went and changed: by part, in the order of the new version, gone ones last.

    An item is the same one by its `key`: a goal that was put in other words is the same goal.
    """
    before = {(item["part"], item["key"]): item for item in old}
    after = {(item["part"], item["key"]): item for item in new}
    found: list[Change] = []
    for part in Part:
        found += [
            change
            for place, item in after.items()
            if place[0] == part and (change := _between(part, before.get(place), item)) is not None
        ]
        found += [
            Change(part=part, kind=ChangeKind.WENT, before=item, after=None)
            for place, item in before.items()
            if place[0] == part and place not in after
        ]
    return found


def _between(part: Part, before: Item | None, after: Item) -> Change | None:
    if before is None:
        return Change(part=part, kind=ChangeKind.CAME, before=None, after=after)
    fields = _fields(before, after)
    if not fields:
        return None
    return Change(part=part, kind=ChangeKind.CHANGED, before=before, after=after, fields=fields)


def _fields(before: Item, after: Item) -> tuple[FieldChange, ...]:
    names: Sequence[str] = sorted((set(before) | set(after)) - _APART)
    return tuple(
        FieldChange(field=name, before=before.get(name), after=after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )
