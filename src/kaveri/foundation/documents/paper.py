"""Making a PDF from a template and plain data; a warning is an error.

The data reaches the template as JSON in `sys.inputs`, so that nothing a person wrote is ever read as
markup. Compiling happens in the thread that asks and never before a fork: a process that forks after
typst ran in it hangs.
"""

import datetime as dt
import json
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst
from django.http import HttpResponse

from kaveri.foundation.documents.letters import showable

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parent.parent
STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
_kept = threading.local()


class PaperWarning(Exception):
    """The template asked for something that is not there, as a letter no font has."""


def make_pdf(template: Path, data: Mapping[str, Any], *, made_at: dt.datetime) -> bytes:
    """The document as bytes; the same data and moment always give the same bytes."""
    made_at = made_at.replace(microsecond=0)
    made, warnings = _compiler(template).compile_with_warnings(
        format="pdf",
        sys_inputs={
            "data": json.dumps(showable(dict(data)), ensure_ascii=False),
            "made": _moment(made_at),
        },
        pdf_standards=[*STANDARDS],
        timestamp=made_at,
    )
    if warnings:
        raise PaperWarning("; ".join(warning.message for warning in warnings))
    if not isinstance(made, bytes):
        raise PaperWarning(template.name)
    return made


def shown(made: bytes) -> HttpResponse:
    """The document in the browser's own viewer; the name of the file tells nothing, and nothing keeps it."""
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="document.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _compiler(template: Path) -> typst.Compiler:
    kept: dict[Path, typst.Compiler] = _kept.__dict__.setdefault("compilers", {})
    if template not in kept:
        kept[template] = typst.Compiler(
            input=str(template),
            root=str(PACKAGE),
            font_paths=_fonts(),
            ignore_system_fonts=True,
        )
    return kept[template]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FOLDER / "fonts")],
    )


def _moment(made_at: dt.datetime) -> str:
    return json.dumps([made_at.year, made_at.month, made_at.day])
