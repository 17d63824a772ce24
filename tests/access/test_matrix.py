"""Every act built so far × every relation × own and foreign records × own row and another's."""

import os

import pytest

from kaveri.casebook.cases.domain import Act
from tests.access.cells import all_tried, cells_of
from tests.access.counting import CELLS
from tests.access.drives import DRIVEN, DRIVES, NOT_BUILT
from tests.access.sweep import ABOUT_SOMEBODY, act_of
from tests.lot import lot

WHOLE = os.environ.get("KAVERI_LONG") == "1"
SAMPLE = 40 if os.environ.get("KAVERI_TEST_ENGINE") == "postgres" else 9


def chosen(cells):
    """All of them in the long run; else some, others every day, and more on PostgreSQL."""
    if WHOLE:
        return cells
    return lot(cells[0].act).sample(cells, min(SAMPLE, len(cells)))


def test_every_act_is_driven_or_waits_with_a_reason():
    driven = DRIVEN | {act_of(page) for page in ABOUT_SOMEBODY} - {None}

    assert driven | set(NOT_BUILT) == set(Act)
    assert driven & set(NOT_BUILT) == set()


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("drive", DRIVES, ids=str)
def test_an_act_is_open_to_those_whom_the_table_names(drive, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = chosen(list(cells_of(drive)))

    answers = all_tried(drive, cells)

    wrong = {
        str(cell): answer.fault or f"allowed: {answer.allowed}, expected: {cell.allowed}"
        for cell, answer in answers.items()
        if answer.fault or answer.allowed != cell.allowed
    }
    agree = len(cells) - len(wrong)
    record_property(CELLS, (agree, len(cells), sum(each.over_http for each in answers.values())))
    assert wrong == {}
