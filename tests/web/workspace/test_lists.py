"""The list of cases and the search: permitted rows only, names the Nordic way."""

import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from tests.factories import cast
from tests.factories.casebook import AINO_CODE, a_case, a_contact, near
from tests.factories.workspace import a_client, many_cases
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def kerstin(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    return client


def search(client, written):
    fields = {"q": written, "idempotency_key": str(uuid.uuid4())}
    return client.post("/search/", fields).content.decode()


def test_names_stand_in_the_nordic_order(kerstin):
    for name in ("Öberg", "Zander", "Åberg", "Alm", "Äng"):
        a_case(client=a_client("Kim", name))
    page = kerstin.get("/cases/").content.decode()
    places = [page.index(f"Kim {name}") for name in ("Alm", "Zander", "Åberg", "Äng", "Öberg")]
    assert places == sorted(places)


def test_the_list_counts_and_shows_only_what_one_stands_near(kerstin):
    a_case(client=a_client("Kim", "Alm"))
    a_case(client=a_client("Kim", "Bo"), manager=cast.mikko())
    page = kerstin.get("/cases/").content.decode()
    assert "1 case" in page
    assert "Kim Bo" not in page


def test_the_list_is_narrowed_by_part_and_language(kerstin):
    a_case(client=a_client("Kim", "Alm"))
    other = a_case(client=a_client("Kim", "Bo", language="fi"), manager=cast.mikko())
    near(other, cast.kerstin(), RelationKind.PAIR)
    assert "Kim Alm" not in kerstin.get("/cases/?role=pair").content.decode()
    assert "Kim Bo" in kerstin.get("/cases/?role=pair&language=fi").content.decode()
    assert "Kim Bo" in kerstin.get("/cases/?role=nonsense").content.decode()


def test_the_list_has_pages_of_twenty_five(kerstin):
    many_cases(27)
    assert kerstin.get("/cases/").content.decode().count('scope="row"') == 25
    assert kerstin.get("/cases/?page=2").content.decode().count('scope="row"') == 2
    assert kerstin.get("/cases/?page=99").content.decode().count('scope="row"') == 2


@pytest.mark.requirement("ACCESS-4")
def test_a_person_is_found_however_the_name_is_spelled(kerstin):
    a_case()
    for written in ("Virtanen", "wirtanen", "aino", "VIRTANEN aino"):
        assert "Aino Virtanen" in search(kerstin, written)


def test_search_is_no_oracle_for_the_cases_of_others(kerstin):
    from kaveri.casebook.clients.services import change_client  # noqa: PLC0415
    from tests.factories.casebook import an_act  # noqa: PLC0415

    case = a_case(manager=cast.mikko())
    change_client(an_act(), case.client, code=AINO_CODE)
    nobody = search(kerstin, "Nobody Known")
    for written in ("Aino Virtanen", case.reference, AINO_CODE, "040 555 0101"):
        page = search(kerstin, written)
        assert "Aino" not in page.replace(f'value="{written}"', "")
        assert "0 found" in page
        assert "0 found" in nobody


def test_code_reference_and_phone_find_the_person(kerstin):
    from kaveri.casebook.clients.services import change_client  # noqa: PLC0415
    from tests.factories.casebook import an_act  # noqa: PLC0415

    case = a_case()
    change_client(an_act(), case.client, code=AINO_CODE)
    for written in (case.reference.lower(), AINO_CODE, "0405550101", "+358 40 555 0101"):
        assert "Aino Virtanen" in search(kerstin, written), written


def test_what_was_looked_for_never_stands_in_the_address(kerstin):
    page = kerstin.get("/search/?q=Virtanen").content.decode()
    assert 'value="Virtanen"' not in page
    assert 'action="/search/"' in kerstin.get("/my-day/").content.decode()


def test_a_contact_of_mine_is_found(kerstin):
    a_contact()
    assert "Minna Rautio" in search(kerstin, "minna")


@pytest.mark.parametrize("written", ["zzzz", "qqqq", "k", "s k", "-", "ss ss"])
def test_near_nothing_finds_nobody(kerstin, written):
    a_case()
    a_case(client=a_client("Sirkka", "Kask"))
    page = search(kerstin, written)
    assert "Kask" not in page
    assert "Virtanen" not in page


def test_a_short_name_and_an_initial_beside_a_name_are_found(kerstin):
    a_case(client=a_client("Bo", "Ek"))
    a_case(client=a_client("Sirkka", "Kask"))
    assert "Bo Ek" in search(kerstin, "ek")
    assert "Sirkka Kask" in search(kerstin, "kask s")


@pytest.mark.parametrize("address", ["/cases/", "/search/"])
def test_lists_are_read_in_the_same_number_of_questions_however_long(
    kerstin, address, django_assert_max_num_queries
):
    counts = []
    for number in (5, 20):
        many_cases(number)
        with django_assert_max_num_queries(40) as seen:
            if address == "/search/":
                search(kerstin, "Person")
            else:
                kerstin.get(address)
        counts.append(len(asked_of_rows(seen)))
    assert counts[0] == counts[1]
    assert counts[1] <= 15
