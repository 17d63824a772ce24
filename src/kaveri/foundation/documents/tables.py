"""Tables that leave the service as files, and tables that come in: the only place that writes and reads them.

A spreadsheet program takes what begins with certain signs for a formula and carries it out. What somebody wrote
is text, so such a cell gets an apostrophe before it, which those programs read as "this is text".
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kaveri.foundation.documents.uploads import office
from kaveri.foundation.documents.uploads.obstacles import NotTaken

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


# --- tables that come in ------------------------------------------------------------------------


class NoTable(Exception):
    """The file cannot be read as a table."""


def read_table(name: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of a CSV or XLSX file, each with its number as a spreadsheet program counts; the first sheet only."""
    if content[:4] == b"PK\x03\x04":
        yield from _workbook(content)
    elif name.casefold().endswith((".csv", ".txt")):
        yield from _separated(content)
    else:
        raise NoTable(name.rpartition(".")[2])


def _separated(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _text(content)
    head = text.split("\n", 1)[0]
    separator = max(";\t,", key=head.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise NoTable("csv") from error


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTable("encoding")


def _workbook(content: bytes) -> Iterator[tuple[int, list[str]]]:
    # Loaded when somebody brings a workbook: nothing else needs it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        office.searched_xlsx(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, [_cell_text(value) for value in row]
    except (NotTaken, KeyError, IndexError, ValueError, TypeError, OSError) as error:
        raise NoTable("xlsx") from error


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
