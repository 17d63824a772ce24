"""Numbers about people in which nobody can be found: small groups are hidden, and so is what would give them away."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

# Fewer people than this are never shown as a number (Kaveri's default; the county decides).
LEAST = 5
K = TypeVar("K", bound=Hashable)


def shown(counts: Mapping[K, int], *, least: int = LEAST) -> dict[K, int | None]:
    """Each number, or None where it is hidden; one hidden number beside a total never stands alone."""
    hidden = {key for key, number in counts.items() if 0 < number < least}
    if len(hidden) == 1:
        others = [key for key, number in counts.items() if number >= least]
        if others:
            hidden.add(min(others, key=lambda key: counts[key]))
    return {key: None if key in hidden else number for key, number in counts.items()}


def shown_total(counts: Mapping[K, int], *, least: int = LEAST) -> int | None:
    """The sum, hidden when it is small itself or would give the only hidden number away."""
    total = sum(counts.values())
    parts = shown(counts, least=least)
    alone = sum(number is None for number in parts.values()) == 1
    return None if 0 < total < least or alone else total
