"""A status as every list and page shows it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tag:
    """A status: icon, word and colour."""

    kind: str
    icon: str
    word: Any
