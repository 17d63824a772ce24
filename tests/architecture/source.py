"""Checks that read the source: rooms, imports, length, words that are banned in code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import apps, imported, modules

ROOMS = frozenset(
    [
        "domain",
        "labels",
        "models",
        "actions",
        "selectors",
        "services",
        "retention",
        "jobs",
        "forms",
        "presenters",
        "views",
        "urls",
        "apps",
    ]
)
PRIVATE = frozenset({"models", "forms", "presenters", "views"})
# The abstract home every record inherits.
SHARED_MODELS = "kaveri.casebook.records.models"
# Files of content: ours, and questionnaires in the form they travel in (docs/adr/0045).
CONTENT = (".toml", ".json")
LONGEST = 400
MEASURED = (".py", ".html", ".css", ".js")
NOT_OURS = ("vendor", "migrations", "__pycache__")


def strange_rooms(tree: Path) -> list[str]:
    """Whatever stands in an app and is none of the rooms."""
    return [
        entry.relative_to(tree).as_posix()
        for app in apps(tree)
        for entry in sorted(app.iterdir())
        if not _is_room(app, entry)
    ]


def _is_room(app: Path, entry: Path) -> bool:
    if entry.name in {"__pycache__", "__init__.py", "migrations"}:
        return True
    if entry.name == "templates":
        return all(inner.name == app.name for inner in entry.iterdir())
    if entry.suffix == ".toml":
        return True
    if entry.is_dir() and not (entry / "__init__.py").exists():
        files = [path for path in entry.rglob("*") if path.is_file()]
        return bool(files) and all(path.suffix in CONTENT for path in files)
    return entry.stem in ROOMS and (entry.is_dir() or entry.suffix == ".py")


def declared_too_late(tree: Path) -> list[str]:
    """Apps whose use cases are known only once a page of theirs has been opened."""
    found = []
    for app in apps(tree):
        declares = any(
            "policy.declare(" in path.read_text(encoding="utf-8")
            for path in [app / "actions.py", *(app / "actions").glob("*.py")]
            if path.exists()
        )
        start = app / "apps.py"
        at_start = start.exists() and "import actions" in start.read_text(encoding="utf-8")
        if declares and not at_start:
            found.append(app.relative_to(tree).as_posix())
    return found


def opened_private_rooms(tree: Path) -> list[str]:
    """Imports of another app's models, forms, presenters or views.

    Foundation is open to all, the demo makes people in bulk straight into the tables, and
    `config` knows everything.
    """
    found = []
    for module in modules(tree):
        if module.ring in ("demo", "config"):
            continue
        for line, name in imported(module.syntax):
            parts = name.split(".")
            if len(parts) < 4 or parts[0] != "kaveri" or parts[1] == "foundation":
                continue
            if name.startswith(SHARED_MODELS) or parts[3] not in PRIVATE:
                continue
            if ".".join(parts[1:3]) != module.app:
                found.append(f"{module.where}:{line} {name}")
    return found


def too_long(tree: Path) -> list[str]:
    """Files nobody reads to their end."""
    found = []
    for path in sorted(tree.rglob("*")):
        if path.suffix not in MEASURED or set(NOT_OURS) & set(path.parts):
            continue
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            found.append(f"{path.relative_to(tree).as_posix()}: {lines} lines")
    return found


# --- what code may not say ------------------------------------------------------------------

OWN_PLACE = {
    "atomic": (
        "foundation/usecase/acting.py",
        "foundation/usecase/looking.py",
        "foundation/usecase/context.py",
    ),
    "clock": ("foundation/base/clock.py",),
}
CLOCKS = frozenset(
    [
        "datetime.datetime.now",
        "dt.datetime.now",
        "datetime.now",
        "dt.datetime.today",
        "datetime.today",
        "dt.datetime.utcnow",
        "datetime.utcnow",
        "dt.date.today",
        "date.today",
        "datetime.date.today",
        "timezone.now",
        "timezone.localdate",
        "timezone.localtime",
        "time.time",
        "Now",
        "functions.Now",
    ]
)
CLOCK_IMPORTS = frozenset(
    {"django.utils.timezone.now", "django.utils.timezone.localdate", "time.time"}
)


def banned_words(tree: Path) -> list[str]:
    """Transactions, signals, clocks and broad nets outside the one place each may stand in."""
    return [
        f"{module.where}:{line} {what}"
        for module in modules(tree)
        for line, what, kind in _banned(module.syntax)
        if module.where not in OWN_PLACE.get(kind, ())
    ]


def _banned(syntax: ast.Module) -> Iterator[tuple[int, str, str]]:
    for line, name in imported(syntax):
        if name.startswith(("django.db.models.signals", "django.dispatch", "django.core.signals")):
            yield line, f"signal: {name}", "signal"
        elif name in CLOCK_IMPORTS:
            yield line, f"clock: {name}", "clock"
        elif name == "django.db.transaction.atomic":
            yield line, f"transaction: {name}", "atomic"
    for node in ast.walk(syntax):
        yield from _banned_node(node)


def _banned_node(node: ast.AST) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, ast.Attribute) and node.attr in {"atomic", "set_autocommit"}:
        yield node.lineno, f"transaction: {ast.unparse(node)}", "atomic"
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS:
        yield node.lineno, f"clock: {ast.unparse(node.func)}", "clock"
    elif isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
        yield node.value.lineno, f"clock: {node.arg}", "clock"
    elif isinstance(node, ast.ExceptHandler):
        nets = {"", "Exception", "BaseException"}
        caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
        if any((ast.unparse(each) if each else "") in nets for each in caught):
            yield node.lineno, "except: everything", "except"
    elif isinstance(node, ast.ClassDef) and any(
        ast.unparse(base).endswith("ModelForm") for base in node.bases
    ):
        yield node.lineno, f"model form: {node.name}", "form"


# --- services -------------------------------------------------------------------------------

OPENERS = frozenset({"acting", "looking", "open_row", "open_list"})
FIRST_ARGUMENTS = frozenset({"act", "_act", "look", "_look"})
WRITES = frozenset(
    ["save", "create", "bulk_create", "get_or_create", "update_or_create", "update", "delete"]
)


def services_outside_acts(tree: Path) -> list[str]:
    """Functions of a services room that ask an actor or change a row, without a use case around them."""
    found = []
    for module in modules(tree):
        if module.ring not in {"casebook", "steps"} or module.room != "services":
            continue
        beside = {node.name: node for node in module.syntax.body if isinstance(node, _FUNCTION)}
        found += [
            f"{module.where} {name}"
            for name, function in beside.items()
            if not name.startswith("_")
            and _asks_or_writes(function)
            and not _within_act(function, beside)
        ]
    return found


_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def _arguments(function: ast.FunctionDef) -> list[str]:
    given = function.args
    return [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]


def _asks_or_writes(function: ast.FunctionDef) -> bool:
    if "actor" in _arguments(function):
        return True
    written = {
        inner.func.attr
        for inner in ast.walk(function)
        if isinstance(inner, ast.Call)
        and isinstance(inner.func, ast.Attribute)
        # A dictionary may be updated by anybody.
        and not (inner.func.attr == "update" and isinstance(inner.func.value, ast.Name))
    }
    return bool(written & WRITES)


def _within_act(function: ast.FunctionDef, beside: dict[str, ast.FunctionDef]) -> bool:
    if FIRST_ARGUMENTS & set(_arguments(function)[:1]):
        return True
    called = _calls(function)
    if called & OPENERS:
        return True
    # A use case may hand over to a function beside it that opens one.
    return any(name in beside and _calls(beside[name]) & OPENERS for name in called)


def _calls(node: ast.AST) -> set[str]:
    return {
        ast.unparse(inner.func).rsplit(".", 1)[-1]
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
    }
