"""Tables that leave the service as files: the only place that writes them.

A spreadsheet program takes what begins with certain signs for a formula and carries it out. What somebody wrote
is text, so such a cell gets an apostrophe before it, which those programs read as "this is text".
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | int | float | Decimal | bool | dt.date | None
# Also the wide forms that some keyboards write and some programs fold into the narrow ones.
_FORMULA_SIGNS = frozenset("=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20")
# What a program may skip before it looks.
_NOT_SEEN = "\ufeff\u200b\u200c\u200d\u2060\"'"
# More does not fit into a cell.
_LONGEST = 32_766


def cell(value: Cell) -> Cell:
    """The value as it may stand in a table; numbers, days and yes or no stay what they are."""
    if not isinstance(value, str):
        return value
    text = "".join(sign for sign in value if sign.isprintable() or sign in "\n\t")[:_LONGEST]
    seen = text.lstrip().lstrip(_NOT_SEEN).lstrip()
    begins = (value[:1], text[:1], seen[:1])
    return f"'{text}" if any(sign and sign in _FORMULA_SIGNS for sign in begins) else text


def csv_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a file that the county's spreadsheet programs open: semicolons, and letters as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([cell(name) for name in head])
    writer.writerows([cell(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")
