"""Checks over the words people see: labels, catalogues, templates, texts in files."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import polib

import kaveri
from tests.architecture.tree import modules

# --- labels ---------------------------------------------------------------------------------


def rooms_named(room: str) -> list[ModuleType]:
    """Every module of the product that is this room, or a part of it."""
    names = [
        info.name
        for info in pkgutil.walk_packages(kaveri.__path__, "kaveri.")
        if info.name.split(".")[3:4] == [room]
    ]
    return [importlib.import_module(name) for name in names]


def enums_in(rooms: Iterable[ModuleType]) -> list[type[StrEnum]]:
    """The codes defined in these modules."""
    found = {
        value
        for room in rooms
        for value in vars(room).values()
        if isinstance(value, type)
        and issubclass(value, StrEnum)
        and value.__module__ == room.__name__
    }
    return sorted(found, key=lambda enum: f"{enum.__module__}.{enum.__qualname__}")


def name_of(enum: type[StrEnum]) -> str:
    app = enum.__module__.split(".")[2]
    return f"{app}.{enum.__qualname__}"


def unlabelled(enums: Iterable[type[StrEnum]], labels: Iterable[ModuleType]) -> list[str]:
    """Codes without words: no mapping in a labels room has them all."""
    mappings = [
        {key for key in value if isinstance(key, StrEnum)}
        for room in labels
        for value in vars(room).values()
        if isinstance(value, dict)
    ]
    return [
        name_of(enum) for enum in enums if not any(set(enum) <= mapping for mapping in mappings)
    ]


# --- catalogues -----------------------------------------------------------------------------


def incomplete(catalogue: Path) -> list[str]:
    """Texts of a catalogue that are missing, unsure, or have lost a placeholder."""
    return [
        entry.msgid
        for entry in polib.pofile(str(catalogue))
        if not entry.obsolete
        and ("fuzzy" in entry.flags or not entry.translated() or _lost_placeholder(entry))
    ]


_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def _lost_placeholder(entry: polib.POEntry) -> bool:
    asked = set(_PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    given = [entry.msgstr, *entry.msgstr_plural.values()]
    return any(set(_PLACEHOLDER.findall(text)) - asked for text in given) or (
        bool(asked) and asked != set(_PLACEHOLDER.findall(" ".join(given)))
    )


# --- source texts ---------------------------------------------------------------------------

GETTEXT = frozenset(
    [
        "_",
        "_lazy",
        "_n",
        "_p",
        "gettext",
        "gettext_lazy",
        "ngettext",
        "ngettext_lazy",
        "pgettext",
        "pgettext_lazy",
        "npgettext",
        "npgettext_lazy",
    ]
)
_NAMELESS = re.compile(r"(?<!%)%[sd]|\{\}|\{\d+\}")


def glued(tree: Path) -> list[str]:
    """Sentences put together from pieces, which no other language can put together so."""
    found = [
        f"{module.where}:{node.lineno} {what}"
        for module in modules(tree)
        for node, what in _glued_in_code(module.syntax)
    ]
    for template in sorted(tree.rglob("*.html")):
        text = template.read_text(encoding="utf-8")
        found += [
            f"{template.relative_to(tree).as_posix()} {match.group(0)}"
            for match in _GLUED_TAGS.finditer(text)
        ]
    return found


# A translated piece, a value, and another translated piece with nothing but space between.
_GLUED_TAGS = re.compile(
    r"\{%\s*(?:translate|trans)\s[^%]*%\}\s*\{\{[^}]*\}\}\s*\{%\s*(?:translate|trans)\s[^%]*%\}"
)


def _glued_in_code(syntax: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(syntax):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            if any(_is_text(side) for side in (node.left, node.right)):
                yield node, "added"
        elif isinstance(node, ast.FormattedValue) and _is_text(node.value):
            yield node, "in an f-string"
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_text(node.left):
            if not isinstance(node.right, ast.Dict | ast.Name | ast.Call):
                yield node, "nameless placeholder"
        elif _is_text(node):
            yield from _doubtful_source(node)


def _doubtful_source(call: ast.Call) -> Iterator[tuple[ast.AST, str]]:
    for argument in call.args:
        if isinstance(argument, ast.JoinedStr):
            yield call, "an f-string for a source text"
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            if argument.value != argument.value.strip():
                yield call, "space at an end"
            if _NAMELESS.search(argument.value):
                yield call, "nameless placeholder"


def _is_text(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func).rsplit(".", 1)[-1] in GETTEXT
    )


# --- what is never said ---------------------------------------------------------------------

# What the law orders is not done because somebody consented (access.md §5).
NEVER_SAID = re.compile(
    r"because (?:you|of your|they|the client) (?:have )?consent"
    r"|based on your consent|on the basis of your consent|rests? on your consent"
    r"|thanks to your consent|with your consent,? we|since you (?:have )?consented"
    r"|(?:as|because|since) you (?:gave|have given) (?:us )?(?:your )?consent"
    r"|eftersom du (?:har )?(?:samtyckt|gett ditt samtycke)|för att du (?:har )?samtyckt"
    r"|(?:eftersom|för att|då) du (?:gav|gett|har gett|har givit) (?:ditt |oss )*samtycke"
    r"|grundar sig på ditt samtycke|tack vare ditt samtycke|med ditt samtycke (?:behandlar|sparar)"
    r"|med stöd av ditt samtycke|på grund av ditt samtycke|på basis av ditt samtycke"
    r"|koska (?:olet )?(?:suostunut|annoit suostumuksen)|suostumuksesi (?:perusteella|vuoksi)"
    r"|koska suostuit|koska (?:olet antanut|annoit) (?:meille )?(?:suostumuksen|luvan)"
    r"|perustuu suostumukseesi|suostumukseesi perustuen|suostumuksellasi (?:käsittelemme|tallennamme)"
    r"|suostumuksesi ansiosta",
    re.IGNORECASE,
)
TEXTS = (".html", ".po", ".toml", ".txt", ".py", ".typ")


def said_though_never(tree: Path, pattern: re.Pattern[str] = NEVER_SAID) -> list[str]:
    """Texts that give a consent as the ground of what the law orders."""
    found = []
    for path in sorted(tree.rglob("*")):
        if path.suffix in TEXTS and "vendor" not in path.parts:
            text = " ".join(path.read_text(encoding="utf-8").replace('"\n"', "").split())
            found += [
                f"{path.relative_to(tree).as_posix()}: {match.group(0)}"
                for match in pattern.finditer(text)
            ]
    return found


# --- templates ------------------------------------------------------------------------------

_INLINE = {
    "style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
}
_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}", re.DOTALL)


def inline(tree: Path) -> list[str]:
    """Style, script or unescaped text inside a template, which the page's policy forbids."""
    found = []
    for template in sorted(tree.rglob("*.html")):
        text = _COMMENT.sub("", template.read_text(encoding="utf-8"))
        where = template.relative_to(tree).as_posix()
        found += [f"{where}: {what}" for what, pattern in _INLINE.items() if pattern.search(text)]
    return found
