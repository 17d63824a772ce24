"""Every paper that any test makes is judged by a checker of another house: PDF/UA-1 and PDF/A-2a, no rule failed.

What that checker cannot judge is whether a heading is the right heading and a reading order a sensible one; the tests
of each paper say what it must hold. typst itself refuses to make a paper against the rules that it knows.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import page
import pikepdf
import pytest

from kaveri.foundation.documents import paper

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
# Where packed bytes happen to end in a carriage return, the checker takes that for a part of the line break after
# them and misses one byte. Whether the length is right is then asked of qpdf.
LENGTH = "PDFA2A-STREAM-LENGTH-001"


def faults_of(made: bytes) -> list[str]:
    """The rules that a paper breaks."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(made, profile=profile).failures
        if failure.rule_id != LENGTH or faults_to_qpdf(made)
    ]


def faults_to_qpdf(made: bytes) -> list[str]:
    """What the file's own structure is wrong about: lengths, places, streams that cannot be unpacked."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return [str(each) for each in pdf.check_pdf_syntax()]


class _Judged:
    """The compiler of one template, and the judge after it."""

    def __init__(self, compiler: Any) -> None:
        self.compiler = compiler

    def compile_with_warnings(self, **how: Any) -> Any:
        made, warnings = self.compiler.compile_with_warnings(**how)
        if isinstance(made, bytes) and (faults := faults_of(made)):
            raise AssertionError(f"the paper breaks rules: {faults}")
        return made, warnings


@contextmanager
def judged() -> Iterator[None]:
    """As long as it lasts, a paper that breaks a rule is not made."""
    real = paper._compiler  # noqa: SLF001 nowhere else does every paper pass

    def compiler(template: Path) -> _Judged:
        return _Judged(real(template))

    with mock.patch.object(paper, "_compiler", compiler):
        yield


@pytest.fixture(autouse=True, scope="session")
def papers_are_judged() -> Iterator[None]:
    """In every test."""
    with judged():
        yield
