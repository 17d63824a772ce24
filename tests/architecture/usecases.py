"""Checks over the use cases: each is declared, carried out somewhere, and proved by a test."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.architecture.tree import Module, modules

WRITING = frozenset({"acting"})
LOOKING = frozenset({"looking", "open_row", "open_list"})


@dataclass(frozen=True)
class UseCase:
    """A function of the product that opens an action."""

    action: str
    function: str
    where: str
    writes: bool


def spelled(action: StrEnum) -> str:
    """The action as the source spells it: `TaskAction.CREATE`."""
    return f"{type(action).__name__}.{action.name}"


def use_cases(tree: Path) -> list[UseCase]:
    """Every function that opens an act or a look, with the action it opens."""
    return [found for module in modules(tree) for found in _in_module(module)]


def _in_module(module: Module) -> list[UseCase]:
    found = []
    for function in module.syntax.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and node.args:
                opener = ast.unparse(node.func).rsplit(".", 1)[-1]
                if opener in WRITING | LOOKING:
                    action = ast.unparse(node.args[0])
                    where = module.where
                    found.append(UseCase(action, function.name, where, opener in WRITING))
    return found


def named_in(tree: Path) -> set[str]:
    """Every `Something.NAME` the source says outside the rooms where actions are declared."""
    return {
        ast.unparse(node)
        for module in modules(tree)
        if module.room != "actions"
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


def unused(actions: Iterable[StrEnum], tree: Path) -> list[str]:
    """Declared actions that nothing carries out."""
    named = named_in(tree)
    return sorted(spelled(action) for action in actions if spelled(action) not in named)


def unproved(found: Iterable[UseCase], tests: Path) -> list[str]:
    """Use cases that change something and have no test file of the same name."""
    files = {path.stem for path in tests.rglob("test_*.py")}
    return sorted(
        {
            f"{case.where} {case.function}"
            for case in found
            if case.writes and f"test_{case.function.lstrip('_')}" not in files
        }
    )
