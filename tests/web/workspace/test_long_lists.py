"""Lists that grow are read page by page: nothing is cut off without a word, and the order stands."""

import pytest

from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base.ids import new_id
from kaveri.foundation.ui.paging import PAGE_SIZE
from tests.factories import cast, coordination, referral_out
from tests.factories.casebook import a_case, an_act
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-11")]
MANY = PAGE_SIZE + 5


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


def colleagues():
    return [cast.worker(f"worker{number:02}", "Berg", cast.unit()) for number in range(MANY)]


def many_workers():
    colleagues()
    return cast.tove(), "/leaving/"


def many_absences():
    for worker in colleagues():
        coordination.an_absence(worker)
    return cast.tove(), "/absences/"


def many_referrals():
    case, service = a_case(), referral_out.health_check()
    for number in range(MANY):
        service.pk, service.key = new_id(), f"service-{number}"
        service.name_en = f"Service {number}"
        service.save(force_insert=True)
        referral_out.a_referral(case=case, service=service)
    return cast.sara(), "/referrals/"


def many_messages():
    case = a_case()
    for number in range(MANY):
        add_entry(
            an_act(), case, kind=EntryKind.MESSAGE, source=Source.CLIENT, text=f"Hej {number}."
        )
    return cast.aino_account(), f"/my/{case.id}/messages/"


def rows_of(page):
    """The rows of the list, or the messages; not the links to its pages, nor a table's head."""
    return [
        row.text
        for row in next(page.all("main")).all("li", "tr", "p")
        if (row.name != "p" or "k-text" in row.classes)
        and not any("k-pager" in around.classes for around in row.outwards())
        and not any(around.name == "thead" for around in row.outwards())
    ]


@pytest.mark.parametrize("made", [many_workers, many_absences, many_referrals, many_messages])
def test_what_does_not_fit_stands_on_the_next_page(client, made):
    account, path = made()
    client.force_login(account)
    client.cookies["django_language"] = "en"

    first, second, past = (
        read(client.get(path, {"page": page}).content.decode()) for page in ("1", "2", "99")
    )

    assert len(rows_of(first)) >= PAGE_SIZE
    assert rows_of(second)
    assert not set(rows_of(first)) & set(rows_of(second))
    assert rows_of(past) == rows_of(second)
