"""Results in a workbook are read as those in a text file are."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from kaveri.foundation.documents.tables import NoTable, read_table
from kaveri.steps.questionnaires.domain.importing import find_columns, read_lines
from kaveri.steps.questionnaires.selectors import scale_names

pytestmark = pytest.mark.requirement("IDENTIFY-3")


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_gives_its_lines_with_the_programs_own_numbers():
    content = workbook(
        ["Viite", "Päivä", "Asteikko", "Pisteet", "Alin", "Ylin"],
        ["K-2026-00001", dt.date(2026, 11, 1), "Mieli", 61.5, 0, 100],
        [],
        ["K-2026-00001", "2.11.2026", "Keho", "=1+1", 0, 100],
    )
    rows = list(read_table("tulokset.xlsx", content))
    columns = find_columns(rows[0][1])
    found = list(
        read_lines(
            rows[1:], columns, scales=scale_names("kykyviisari"), today=dt.date(2026, 11, 23)
        )
    )
    assert [line.number for line in found] == [2, 4]
    assert (found[0].result.scale, found[0].result.day) == ("mind", dt.date(2026, 11, 1))
    assert str(found[0].result.score) == "61.50"
    # A formula is not carried out: without a kept value there is nothing to read.
    assert found[1].result is None


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"%PDF-1.4", b""])
def test_what_is_no_table_is_refused(content):
    with pytest.raises(NoTable):
        list(read_table("fil.xlsx", content))


def test_a_folder_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        folder.writestr("word/document.xml", "<a/>")
    with pytest.raises(NoTable):
        list(read_table("fil.xlsx", out.getvalue()))
