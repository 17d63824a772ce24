"""Whose names belong on a page: asked only when a text holds a name, of the room that knows the people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kaveri.foundation.base.actor import Actor


@dataclass(frozen=True, slots=True)
class Known:
    """The names that may stand in a text here, and whether the person's whereabouts are to be kept."""

    names: frozenset[str] = frozenset()
    protected: bool = False


NOBODY = Known()
Finder = Callable[[Actor, Mapping[str, Any]], Known]
_FINDERS: list[Finder] = []


def who_is_known(finder: Finder) -> None:
    """Name the function that answers; the outer room that knows people does it once, at the start."""
    if finder not in _FINDERS:
        _FINDERS.append(finder)


def known_for(actor: Actor | None, place: Mapping[str, Any]) -> Known:
    """Who is known to this actor at this address; nobody where nothing leads to a person."""
    if actor is None:
        return NOBODY
    found = [finder(actor, place) for finder in _FINDERS]
    return Known(
        names=frozenset().union(*(each.names for each in found)),
        protected=any(each.protected for each in found),
    )
