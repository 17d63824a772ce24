"""The register of measures: what each is for, and whose permission its text needs."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedScale:
    """A scale whose results can be recorded."""

    key: str
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure, in each language."""

    key: str
    name: Mapping[str, str]
    what_for: Mapping[str, str]
    permission: Mapping[str, str]
    who: Mapping[str, str]
    link: str
    verified: bool
    scales: tuple[NamedScale, ...]
