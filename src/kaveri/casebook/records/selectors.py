"""Reading what is kept and how long."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any


def amount_kept(key: str) -> int:
    """How many years or months this is kept by the rules in force."""
    return int(next(period["amount"] for period in _rules()["periods"] if period["key"] == key))


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    path = Path(__file__).resolve().parent / "retention.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
