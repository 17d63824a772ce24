"""Writes the documents that are made from the code: `scripts/generate`, or with `--check` only compares.

Each document is a function; a test compares what it gives with the file in `docs/`.
"""

import ast
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MADE = "<!-- Made by scripts/generate; do not edit. -->\n\n"
_ROW = re.compile(r"^\| ([A-Z]+-\d+) \| (.+?) \|$", re.MULTILINE)
_AREA = re.compile(r"^## (.+)$", re.MULTILINE)

# Where each promise lives, by the prefix of its id.
APPS: Mapping[str, str] = {
    "ACCESS": "contacts, referral, public",
    "IDENTIFY": "measures, identification",
    "ASSESS": "assessment",
    "COORDINATE": "cases, tasks, timeline, coordination, appointments, referral_out, ending, workspace",
    "CONSENT": "(not built yet)",
    "PLAN": "(not built yet)",
    "TEAM": "(not built yet)",
    "COACH": "(not built yet)",
    "PARTICIPATE": "participation, insight, portal",
    "DIRECTORY": "directory",
    "INFORM": "public",
    "LEAD": "(not built yet)",
    "TRUST": "access, audit, accounts, records, insight",
}


# --- requirements and their proofs ----------------------------------------------------------


def requirements(text: str | None = None) -> dict[str, str]:
    """Every promise: id -> its words."""
    return dict(_ROW.findall(text or (DOCS / "requirements.md").read_text(encoding="utf-8")))


def proofs(tests: Path = ROOT / "tests") -> dict[str, list[str]]:
    """Every promise a test names: id -> the tests, as `file::test`."""
    found: dict[str, set[str]] = {}
    for path in sorted(tests.rglob("test_*.py")):
        where = path.relative_to(tests.parent).as_posix()
        for requirement, test in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(requirement, set()).add(f"{where}::{test}")
    return {requirement: sorted(names) for requirement, names in found.items()}


def _marked(syntax: ast.Module) -> Iterator[tuple[str, str]]:
    whole = [
        requirement
        for node in syntax.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
        for requirement in _named_in(node.value)
    ]
    for node in ast.walk(syntax):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            own = [each for mark in node.decorator_list for each in _named_in(mark)]
            yield from ((requirement, node.name) for requirement in [*whole, *own])


def _named_in(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("mark.requirement"):
            yield from (each.value for each in call.args if isinstance(each, ast.Constant))


def requirement_map() -> str:
    """Each promise, where it lives, and the tests that prove it."""
    proved = proofs()
    known = requirements()
    count = sum(1 for each in known if each in proved)
    tests = {test for named in proved.values() for test in named}
    lines = [
        "# Which tests prove which promise",
        "",
        f"{count} of {len(known)} promises are proved by {len(tests)} tests.",
        "The promises in words: [requirements.md](requirements.md).",
    ]
    prefix = ""
    for requirement, words in known.items():
        if requirement.split("-")[0] != prefix:
            prefix = requirement.split("-")[0]
            lines += ["", f"## {prefix}", "", f"Lives in: {APPS[prefix]}"]
        lines += ["", f"**{requirement}** {words}", ""]
        lines += [f"- {_readable(test)}" for test in proved.get(requirement, [])] or [
            "- no test yet"
        ]
    return MADE + "\n".join(lines) + "\n"


def _readable(test: str) -> str:
    file, _, name = test.partition("::")
    return f"`{file}`: {name.removeprefix('test_').replace('_', ' ')}"


# --- access ---------------------------------------------------------------------------------


def access_matrix() -> str:
    """What each relation grants, and by which rule each use case is open."""
    from kaveri.casebook.cases.domain import GRANTS, RelationKind  # noqa: PLC0415 - after set-up
    from kaveri.foundation.access import policy  # noqa: PLC0415

    letters = {"y": "yes", "o": "own", "n": "–"}
    kinds = list(RelationKind)
    lines = [
        "# Who may see and do what",
        "",
        "yes: with the relation and a ground",
        "· own: only what one wrote, is responsible for or was asked",
        "· –: no. Without a relation: nothing.",
        "",
        "| act | " + " | ".join(kind.replace("_", " ") for kind in kinds) + " |",
        "| --- |" + " --- |" * len(kinds),
    ]
    lines += [
        f"| {act} | " + " | ".join(letters[row[kind]] for kind in kinds) + " |"
        for act, row in GRANTS.items()
    ]
    lines += ["", "## Use cases and their rules", "", "| use case | open to |", "| --- | --- |"]
    lines += [
        f"| {action} | {'; or '.join(rule.says for rule in rules)} |"
        for action, rules in sorted(policy.table().items())
    ]
    return MADE + "\n".join(lines) + "\n"


def address_list() -> str:
    """Every address, its door and the use cases it opens."""
    from tests.architecture.addresses import DOORS_OF_OTHERS, addresses  # noqa: PLC0415

    ours = [row for row in addresses() if not row.module.startswith(DOORS_OF_OTHERS)]
    lines = [
        "# Addresses",
        "",
        "| page | address | door | use cases |",
        "| --- | --- | --- | --- |",
    ]
    lines += sorted(
        f"| {row.name} | /{row.route.replace('|', '')} | {row.door or 'open'} |"
        f" {', '.join(map(str, row.actions)) or '–'} |"
        for row in ours
    )
    return MADE + "\n".join(lines) + "\n"


def plan_contents() -> str:
    """Every line of every kind of plan, with its law, its source and its mark."""
    from kaveri.steps.other_plans.selectors import contents  # noqa: PLC0415

    lines = [
        "# What a plan should hold",
        "",
        "Only a verified line may say that something is missing; the others say check.",
    ]
    for each in sorted(contents(), key=lambda file: (file.order, file.effective_from)):
        lines += [
            "",
            f"## {each.names['en']}, from {each.effective_from.isoformat()}, version {each.version}",
            "",
            f"{each.laws['en']}. Source: {each.source}.",
            "",
            "| line | source | mark |",
            "| --- | --- | --- |",
        ]
        lines += [
            f"| {line.names['en']} | {line.source} | {'verified' if line.verified else 'check'} |"
            for line in each.lines
        ]
    return MADE + "\n".join(lines) + "\n"


DOCUMENTS: Mapping[str, Callable[[], str]] = {
    "requirement-map.md": requirement_map,
    "generated/access.md": access_matrix,
    "generated/addresses.md": address_list,
    "generated/plan-contents.md": plan_contents,
}


def stale(folder: Path = DOCS) -> list[str]:
    """Documents that no longer say what the code says."""
    return [
        name
        for name, make in DOCUMENTS.items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != make()
    ]


def main(arguments: list[str]) -> int:
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    if "--check" in arguments:
        behind = stale()
        for name in behind:
            sys.stderr.write(f"docs/{name} is behind the code: run scripts/generate.\n")
        return 1 if behind else 0
    for name, make in DOCUMENTS.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
