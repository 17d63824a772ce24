"""Checks over the addresses of the product: every page names what it is for, ids tell nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import UUIDConverter

from kaveri.foundation.accounts.views import closed


@dataclass(frozen=True)
class Address:
    """One address of the product and what answers there."""

    name: str
    route: str
    view: Callable[..., Any]
    converters: dict[str, Any]

    @property
    def module(self) -> str:
        return getattr(self.view, "__module__", "")

    @property
    def door(self) -> str:
        return getattr(self.view, "door", "")

    @property
    def actions(self) -> tuple[Any, ...]:
        return tuple(getattr(self.view, "actions", ()))


def addresses(resolver: URLResolver | None = None) -> list[Address]:
    """Every address, those of other packages too."""
    return list(_walk(resolver or get_resolver(), "", "", {}))


def _walk(
    resolver: URLResolver, space: str, route: str, converters: dict[str, Any]
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        kinds = {**converters, **getattr(entry.pattern, "converters", {})}
        # A closed door of another package is no address: nothing answers there.
        if isinstance(entry, URLPattern) and entry.callback is closed:
            continue
        if isinstance(entry, URLPattern):
            yield Address(f"{space}{entry.name or ''}", here, entry.callback, kinds)
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry, inner, here, kinds)


# --- what is asked of each ------------------------------------------------------------------

# Doors of another package: signing in and second factors; their acts are logged by our adapter.
DOORS_OF_OTHERS = ("allauth.",)
# Words in an address that are no ids: a secret somebody was handed, or the key of a public text.
SECRETS = frozenset({"token", "secret"})
WORDS = frozenset({"language", "kind", "key", "part", "page", "version"})


def unnamed(rows: Iterable[Address], *, known: Iterable[str] = ()) -> list[str]:
    """Pages that say neither who may come in nor which use case they open."""
    return [
        row.name or row.route
        for row in rows
        if not row.module.startswith(DOORS_OF_OTHERS)
        and row.name not in set(known)
        and not (row.door and row.actions)
    ]


def telling_ids(rows: Iterable[Address]) -> list[str]:
    """Addresses with an id that is neither a UUID nor a secret."""
    return [
        f"{row.name} <{argument}>"
        for row in rows
        if not row.module.startswith(DOORS_OF_OTHERS)
        for argument, converter in row.converters.items()
        if not isinstance(converter, UUIDConverter) and argument not in SECRETS | WORDS
    ]


def shadowed(rows: Iterable[Address]) -> list[str]:
    """Pages that nobody reaches, because another one answers at their address."""
    first: dict[str, str] = {}
    found = []
    for row in rows:
        if row.module.startswith(DOORS_OF_OTHERS):
            continue
        shape = re.sub(r"<[^>]*>", "<>", row.route)
        if first.setdefault(shape, row.name) != row.name:
            found.append(f"{row.name} behind {first[shape]}")
    return found


def undeclared(rows: Iterable[Address], table: Iterable[Any]) -> list[str]:
    """Pages that name a use case no table declares."""
    declared = {str(action) for action in table}
    return [
        f"{row.name} {action}"
        for row in rows
        for action in row.actions
        if str(action) not in declared
    ]
