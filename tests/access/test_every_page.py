"""Every page about somebody × every relation × own and foreign records: new pages join by themselves."""

import os

import pytest

from tests.access.counting import CELLS
from tests.access.sweep import (
    ABOUT_SOMEBODY,
    BY_ANOTHER_RULE,
    act_of,
    cells_of,
    expected,
    opened,
)
from tests.lot import lot
from tests.web.wanted import ONLY_ASKS

WHOLE = os.environ.get("KAVERI_LONG") == "1"
SAMPLE = 3


def named(found):
    return [pytest.param(page, id=page.name) for page in found]


def test_every_page_about_somebody_stands_under_a_row_of_the_table():
    others = {page.name for page in ABOUT_SOMEBODY if not act_of(page)}

    assert others == set(BY_ANOTHER_RULE)


def said(cell):
    kind, side, own = cell
    return f"{kind or 'no relation'} × {side} × {'row' if own is None else f'own: {own}'}"


def some(page, way):
    """All cells in the long run, else a few, others every day."""
    cells = list(cells_of(page))
    if WHOLE:
        return cells
    return lot(page.name, way).sample(cells, SAMPLE)


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", named(page for page in ABOUT_SOMEBODY if "GET" in page.methods))
def test_a_page_opens_to_those_whom_the_table_names(page, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = some(page, "look")

    wrong = []
    for cell in cells:
        status, wanted = opened(page, cell), expected(page, *cell)
        if status != (200 if wanted else 404):
            wrong.append(f"{said(cell)}: {status}, expected {'a page' if wanted else '404'}")

    record_property(CELLS, (len(cells) - len(wrong), len(cells), len(cells)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", named(page for page in ABOUT_SOMEBODY if "POST" in page.methods))
def test_a_page_takes_what_is_sent_from_those_whom_the_table_names(page, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = some(page, "sending")

    wrong, carried_out = [], []
    for cell in cells:
        status, wanted = opened(page, cell, sends=True), expected(page, *cell, sends=True)
        if status not in ((200, 302) if wanted else (404,)):
            wrong.append(f"{said(cell)}: {status}, expected {'to be taken' if wanted else '404'}")
        carried_out += [cell] if status == 302 else []

    record_property(CELLS, (len(cells) - len(wrong), len(cells), len(cells)))
    assert not wrong, "\n".join(wrong)
    assert carried_out or not WHOLE or page.name in ONLY_ASKS
