"""The rules of access.md as filters; each step's actions stand on them."""

from kaveri.casebook.cases.actions.grounds import Allowed, own_ground, shown_of
from kaveri.casebook.cases.actions.relations import by_relation, current, with_ground
from kaveri.casebook.cases.actions.scope import within_scope

__all__ = [
    "Allowed",
    "by_relation",
    "current",
    "own_ground",
    "shown_of",
    "with_ground",
    "within_scope",
]
