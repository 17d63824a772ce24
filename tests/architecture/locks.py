"""Checks over the lock files: versions and hashes, no addresses, and everything we say we need."""

import re
import tomllib
from collections.abc import Iterable

_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^]]*\])?==(?P<version>[^\s;]+)")
_NAME = re.compile(r"^[A-Za-z0-9._-]+")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(text: str) -> list[str]:
    """Each requirement with its hashes, on one line."""
    joined = text.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def versions(text: str) -> dict[str, str]:
    """Name and version of what is pinned."""
    found = (_PINNED.match(line) for line in entries(text))
    return {_plain(each["name"]): each["version"] for each in found if each}


def loose(text: str) -> list[str]:
    """Requirements without an exact version, without a hash, or from an address."""
    return [
        line.split()[0]
        for line in entries(text)
        if not _PINNED.match(line) or "--hash=sha256:" not in line or "://" in line
    ]


def wanted(project: str) -> set[str]:
    """What pyproject.toml says the product needs."""
    names = (_NAME.match(each) for each in tomllib.loads(project)["project"]["dependencies"])
    return {_plain(each[0]) for each in names if each}


def missing(project: str, text: str) -> set[str]:
    """Needed, but not locked."""
    return wanted(project) - set(versions(text))


def apart(product: str, development: str) -> Iterable[str]:
    """Packages that developers would have in another version than the county, or not at all."""
    here = versions(development)
    return [name for name, version in versions(product).items() if here.get(name) != version]
