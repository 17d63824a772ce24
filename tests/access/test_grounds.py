"""The matrix with grounds: what the client allows and narrows, tried over HTTP, act by act."""

import os
from collections import defaultdict
from functools import cache

import pytest

from kaveri.casebook.cases.domain import Grant
from tests.access import table
from tests.access.allowances import ALL_OR_NOTHING, CONSENT, PERMIT
from tests.access.cells import all_tried, cells_with_a_ground
from tests.access.counting import GROUNDS
from tests.access.drives import DRIVES
from tests.access.sweep import (
    ABOUT_SOMEBODY,
    BY_ANOTHER_RULE,
    all_opened,
    at_contact,
    expected,
    grants,
    is_about_a_row,
)
from tests.access.world import PERSONAL, Side
from tests.lot import lot

WHOLE = os.environ.get("KAVERI_LONG") == "1"


def _of_a_kind(cell):
    """Cells that say the same of the grounds, whatever the act and the relation."""
    if cell.kind in PERSONAL:
        return ("the client's side", cell.allowance)
    if cell.own is not None:
        return ("one's own row", cell.own, cell.allowance)
    grant = table.expected()[cell.act][cell.kind]
    return (grant, cell.side, cell.allowance, cell.allowed)


@cache
def of_today():
    """Every allowance on every side with either answer, each dealt to some act and some relation.

    Whole in the long run; else one cell of each kind, others every day.
    """
    kinds, dealt = defaultdict(list), defaultdict(list)
    for number, drive in enumerate(DRIVES):
        for cell in cells_with_a_ground(drive):
            kinds[_of_a_kind(cell)].append((number, cell))
    drawn = lot("grounds")
    for cells in kinds.values():
        for number, cell in cells if WHOLE else [drawn.choice(cells)]:
            dealt[number].append(cell)
    return dealt


def wrong_among(drive, cells):
    """The cells that answer otherwise than the table and access.md say."""
    answers = all_tried(drive, cells)
    wrong = {
        str(cell): answer.fault or f"allowed: {answer.allowed}, expected: {cell.allowed}"
        for cell, answer in answers.items()
        if answer.fault or answer.allowed != cell.allowed
    }
    return wrong, sum(each.over_http for each in answers.values())


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("number", range(len(DRIVES)), ids=lambda number: str(DRIVES[number]))
def test_an_act_is_open_on_the_grounds_of_the_table(number, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = of_today()[number]

    wrong, over_http = wrong_among(DRIVES[number], cells)

    record_property(GROUNDS, (len(cells) - len(wrong), len(cells), over_http))
    assert wrong == {}


PAGES = [
    page
    for page in ABOUT_SOMEBODY
    if "GET" in page.methods
    and page.door == "staff"
    and not at_contact(page)
    and page.name not in BY_ANOTHER_RULE
]


def cells_of_page(page):
    """The page as those see it who have a relation, and the ground that the client gives or not.

    To a relation that grants nothing no ground opens it: the two kinds of ground are enough.
    """
    whose = False if is_about_a_row(page) else None
    rows = list(grants(page))
    for kind in rows[0]:
        if kind in PERSONAL:
            continue
        granted = all(row[kind] is not Grant.NO for row in rows)
        for side in set(Side) - {Side.OWN}:
            for allowance in ALL_OR_NOTHING if granted else (CONSENT, PERMIT):
                yield (kind, side, whose, allowance)


def some(page):
    """All in the long run, else a few of those that open and of those that do not, others every day."""
    cells = sorted(cells_of_page(page), key=str)
    if WHOLE:
        return cells
    drawn = lot(page.name, "grounds")
    opening = [cell for cell in cells if expected(page, *cell)]
    closed = [cell for cell in cells if not expected(page, *cell)]
    return [*drawn.sample(opening, min(1, len(opening))), drawn.choice(closed)]


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_opens_on_the_grounds_of_access_md(page, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = some(page)

    wrong = []
    for cell, status in all_opened(page, cells).items():
        wanted = expected(page, *cell)
        if status != (200 if wanted else 404):
            wrong.append(f"{[str(each) for each in cell]}: {status}, expected {wanted}")

    record_property(GROUNDS, (len(cells) - len(wrong), len(cells), len(cells)))
    assert not wrong, "\n".join(wrong)
