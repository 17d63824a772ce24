"""The gates in the database's wall: what a use case may reach beyond the relations of who acts, and why.

PostgreSQL shows each account the rows of the people it stands near and no others (docs/adr/0020). What must
reach further says so here, in one table, as narrowly as it can: which tables it reads, and which it writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

EVERYTHING = frozenset({"*"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """An opening in the wall; tables that are written are read as well."""

    because: str
    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()

    def joined(self, other: "Gate") -> "Gate":
        """Both at once: a use case inside another."""
        return Gate(
            because=f"{self.because}; {other.because}",
            reads=self.reads | other.reads,
            writes=self.writes | other.writes,
        )


SHUT = Gate(because="nothing beyond one's own relations")
_TABLE: dict[str, Gate] = {}


def declare(gates: Mapping[str, Gate]) -> None:
    """Add gates by use case or named job; the same one twice is a mistake."""
    for name, gate in gates.items():
        if name in _TABLE:
            raise ValueError(f"{name} has two gates")
        _TABLE[name] = gate


def tables(names: str) -> frozenset[str]:
    """The tables named, parted by spaces."""
    return frozenset(names.split())


def gate_of(name: str) -> Gate:
    """The gate of a use case or a named job; most have none."""
    return _TABLE.get(name, SHUT)


def table() -> Mapping[str, Gate]:
    """The whole declared table, for the printed list and the tests."""
    return dict(_TABLE)
