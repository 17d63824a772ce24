"""The second wall over HTTP: with the filter off no page shows a foreign person."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.foundation.access import gates
from kaveri.foundation.base.errors import Changed, Refused
from tests.access.walls import another_case
from tests.access.world import undone
from tests.factories import casebook, cast
from tests.pages import pages
from tests.wall import behind_the_wall

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db,
    pytest.mark.usefixtures("looking_at_all"),
    pytest.mark.requirement("TRUST-1"),
]


def test_with_the_filter_off_no_page_shows_a_foreign_person(whole, filter_off, settings):
    settings.SECOND_FACTOR = False
    petra = cast.petra()
    casebook.near(another_case(), petra, RelationKind.PAIR)
    browser = Browser()
    browser.force_login(petra)
    names = [whole.case.reference, whole.contact.reference, "Virtanen", "Minna Rautio"]

    opened, wrong = 0, []
    for page in pages():
        gated = any(gates.gate_of(action) is not gates.SHUT for action in page.address.actions)
        if page.door != "staff" or "GET" not in page.methods or gated:
            continue
        where = reverse(page.name, kwargs=arguments(page, whole))
        answer = browser.get(where)
        shown = [name for name in names if name in text_of(answer)]
        opened += 1
        if shown or (page.is_about_somebody and answer.status_code != 404):
            wrong.append(f"{page.name}: {answer.status_code} {shown}")

    assert opened > 50
    assert wrong == []


def test_with_the_filter_off_ones_own_case_still_opens(filter_off, settings):
    settings.SECOND_FACTOR = False
    petra, case = cast.petra(), another_case()
    casebook.near(case, petra, RelationKind.PAIR)
    browser = Browser()
    browser.force_login(petra)

    answer = browser.get(reverse("workspace:case", args=[case.pk]))

    assert answer.status_code == 200
    assert "Berta" in text_of(answer)


def test_after_the_page_the_database_knows_of_nobody(settings):
    settings.SECOND_FACTOR = False
    petra, case = cast.petra(), another_case()
    casebook.near(case, petra, RelationKind.PAIR)
    browser = Browser()
    browser.force_login(petra)

    for where in ("case", "person"):
        browser.get(reverse(f"workspace:{where}", args=[case.pk]))
        browser.get(reverse(f"workspace:{where}", args=[petra.pk]))

        with behind_the_wall():
            assert not Case.objects.exists()


def arguments(page, whole):
    """What everything there is has in the address; what can only be had alone is asked by another's id."""
    found = {}
    for name in page.address.converters:
        with undone():
            try:
                row = page.meaning(name)(whole)
            except (Changed, Refused):
                row = whole.case
        found[name] = getattr(row, "pk", row)
    return found


def text_of(answer):
    return b"".join(answer).decode(errors="replace")
