"""The rules of access.md as filters; each step's actions stand on them."""

from kaveri.casebook.cases.actions.relations import by_relation, current, own_ground

__all__ = ["by_relation", "current", "own_ground"]
