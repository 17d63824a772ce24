"""The judge of papers is seen to find what is wrong."""

import datetime as dt
import re

import pytest
import typst

from kaveri.foundation.documents import make_pdf, paper
from tests.papers import faults_of, faults_to_qpdf

pytestmark = pytest.mark.requirement("PLAN-13")

MADE_AT = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
A_PAPER = '#set document(title: "Invented")\n#set text(lang: "sv")\n= Heading\nWords.'


def test_a_paper_without_tags_breaks_rules(tmp_path):
    template = tmp_path / "untagged.typ"
    template.write_text(A_PAPER)
    untagged = typst.compile(template, format="pdf", pdf_tags=False)

    assert faults_of(untagged) != []


def test_a_stream_of_a_wrong_length_is_found(tmp_path):
    template = tmp_path / "plain.typ"
    template.write_text(A_PAPER)
    made = typst.compile(template, format="pdf", pdf_standards=["ua-1", "a-2a"])
    length = re.search(rb"/Length (\d{3})", made)
    wrong = made[: length.start(1)] + b"101" + made[length.end(1) :]

    assert faults_to_qpdf(made) == []
    assert faults_to_qpdf(wrong) != []


def test_a_paper_that_breaks_rules_is_not_made_in_any_test(tmp_path, monkeypatch):
    template = tmp_path / "plain.typ"
    template.write_text(A_PAPER)
    monkeypatch.setattr(paper, "PACKAGE", tmp_path)
    monkeypatch.setattr(paper, "STANDARDS", [])

    with pytest.raises(AssertionError, match="breaks rules"):
        make_pdf(template, {}, made_at=MADE_AT)


def test_a_paper_as_the_house_makes_it_breaks_none(tmp_path, monkeypatch):
    template = tmp_path / "whole.typ"
    template.write_text('#set text(font: "Source Sans 3")\n' + A_PAPER)
    monkeypatch.setattr(paper, "PACKAGE", tmp_path)

    assert faults_of(make_pdf(template, {}, made_at=MADE_AT)) == []
