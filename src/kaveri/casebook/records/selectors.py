"""Reading what is kept and how long."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any


def is_verified(key: str) -> bool:
    """Whether somebody has read the period in its source."""
    return bool(_period(key)["verified"])


def amount_kept(key: str) -> int:
    """How many years or months this is kept by the rules in force."""
    return int(_period(key)["amount"])


def _period(key: str) -> dict[str, Any]:
    return next(period for period in _rules()["periods"] if period["key"] == key)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    path = Path(__file__).resolve().parent / "retention.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
