"""Builds the translations a server reads (`.mo`) from those people write (`.po`), without gettext."""

import os
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def build_catalogues() -> None:
    """Makes each `.mo` that is missing or older than its source."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        built = source.with_suffix(".mo")
        if built.exists() and built.stat().st_mtime > source.stat().st_mtime:
            continue
        # Written beside and moved into place: test workers and servers may start at the same moment.
        beside = built.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(beside))
        beside.replace(built)
