"""Where a protected person lives and answers the telephone: on no page but to those nearest by."""

import os

import pytest
from django.test import Client as Browser

from kaveri.casebook.cases.domain import Act, Grant, RelationKind
from kaveri.casebook.clients.models import Client
from kaveri.casebook.directory.models import Municipality
from tests.access import table
from tests.access.allowances import CONSENT, arrange
from tests.access.counting import GROUNDS
from tests.access.sweep import ABOUT_SOMEBODY, at_contact, place
from tests.access.world import AT_CONTACT, PERSONAL, Side, World, undone
from tests.factories import cast
from tests.lot import lot
from tests.whole import Whole

WHOLE = os.environ.get("KAVERI_LONG") == "1"
HIDDEN = {"phone": "040 555 0199", "street": "Gömda stigen 7", "place": "Gömböle"}
NEAREST = {RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE}
FURTHER = [
    kind for kind in RelationKind if kind not in {*NEAREST, *PERSONAL, *AT_CONTACT, "expert"}
]
# Those who read the head of the case, and so have most of its pages.
READING = [kind for kind in FURTHER if table.expected()[Act.CASE_HEADER_READ][kind] is Grant.YES]
PAGES = [
    page
    for page in ABOUT_SOMEBODY
    if "GET" in page.methods and page.door == "staff" and not at_contact(page)
]
SHOWS_THE_PLACE = "workspace:person"


def hide(client):
    """Aino is protected, and everything that tells where she is has words of its own."""
    place_of = Municipality.objects.create(
        key="gomd", code="999", name_sv=HIDDEN["place"], name_fi=HIDDEN["place"],
        name_en=HIDDEN["place"], receiving_unit=cast.unit(),
    )  # fmt: skip
    Client.objects.filter(pk=client.pk).update(
        non_disclosure=True,
        phone=HIDDEN["phone"],
        street=HIDDEN["street"],
        municipality=place_of,
    )


def told(page, kind, side, *, has_a_task=False):
    """What of it stands on the page as this worker sees it; None when the page is not theirs."""
    with undone():
        whole, world = Whole(), World(kind, side)
        rows = page.rows(whole)
        case = whole.case
        place(whole, rows, world)
        world.row = case
        if side is not Side.OWN:
            arrange(world, CONSENT)
        hide(case.client)
        if has_a_task:
            case.tasks.update(owner=world.account)
        browser = Browser()
        browser.force_login(world.account)
        answer = browser.get(page.at(rows))
        if answer.status_code != 200:
            return None
        # A page in a file is looked at in its own tests.
        text = b"".join(answer) if answer.streaming else answer.content
        seen = " ".join(text.decode("utf-8", "replace").split())
        return {name for name, words in HIDDEN.items() if words in seen}


def some(page):
    """All in the long run, else one further relation on one's own side and one on a consent."""
    everybody = sorted((kind, side) for kind in FURTHER for side in Side)
    if WHOLE:
        return everybody
    drawn = lot(page.name, "hidden")
    side = drawn.choice([side for side in Side if side is not Side.OWN])
    return [(drawn.choice(READING), Side.OWN), (drawn.choice(READING), side)]


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_tells_others_where_a_protected_person_is(page, record_property, settings):
    settings.SECOND_FACTOR = False
    cells = some(page)

    answers = {cell: told(page, *cell) for cell in cells}

    wrong = {str(cell): answer for cell, answer in answers.items() if answer}
    record_property(GROUNDS, (len(cells) - len(wrong), len(cells), len(cells)))
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("side", [Side.OWN, Side.CONTROLLER])
@pytest.mark.parametrize("kind", sorted(NEAREST))
def test_those_nearest_by_see_where_a_protected_person_is(kind, side, settings):
    settings.SECOND_FACTOR = False
    page = next(page for page in PAGES if page.name == SHOWS_THE_PLACE)

    # A substitute must have something to do on the case.
    assert told(page, kind, side, has_a_task=True) == set(HIDDEN)
    assert told(page, kind, side) == (set() if kind is RelationKind.SUBSTITUTE else set(HIDDEN))
