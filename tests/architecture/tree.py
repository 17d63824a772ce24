"""The source tree as the checks read it: files, parsed modules, imports, places of an app."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "src" / "kaveri"
TESTS = ROOT / "tests"
RINGS = ("casebook", "steps", "channels")


@dataclass(frozen=True)
class Module:
    """A Python file of a tree that stands for the package `kaveri`."""

    tree: Path
    path: Path

    @property
    def where(self) -> str:
        return self.path.relative_to(self.tree).as_posix()

    @property
    def parts(self) -> tuple[str, ...]:
        return self.path.relative_to(self.tree).with_suffix("").parts

    @property
    def ring(self) -> str:
        return self.parts[0]

    @property
    def app(self) -> str:
        return ".".join(self.parts[:2])

    @property
    def room(self) -> str:
        return self.parts[2] if len(self.parts) > 2 else ""

    @property
    def syntax(self) -> ast.Module:
        return parsed(self.path)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def modules(tree: Path) -> Iterator[Module]:
    """Every Python file, migrations apart."""
    for path in sorted(tree.rglob("*.py")):
        if "migrations" not in path.parts:
            yield Module(tree, path)


def apps(tree: Path) -> Iterator[Path]:
    for ring in RINGS:
        for folder in sorted((tree / ring).glob("*/")):
            if folder.is_dir() and folder.name != "__pycache__":
                yield folder


def outside_type_checking(syntax: ast.Module) -> Iterator[ast.AST]:
    """Every node, but not what only the type checker reads."""
    waiting: list[ast.AST] = [syntax]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            waiting.extend(node.orelse)
        else:
            waiting.extend(ast.iter_child_nodes(node))


def imported(syntax: ast.Module) -> Iterator[tuple[int, str]]:
    """Each name a module imports, in full, with its line."""
    for node in outside_type_checking(syntax):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def plant(tree: Path, files: dict[str, str]) -> Path:
    """A tiny tree with these files: what a check must be seen to find."""
    for where, text in files.items():
        path = tree / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tree
