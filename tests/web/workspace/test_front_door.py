"""Whoever has signed in comes to their own first page."""

import pytest

from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _password_alone(settings):
    settings.SECOND_FACTOR = False


def test_a_worker_comes_to_my_day(client):
    client.force_login(cast.kerstin())
    assert client.get("/")["Location"] == "/my-day/"


def test_a_client_comes_home(client):
    a_case()
    client.force_login(cast.aino_account())
    assert client.get("/")["Location"] == "/my/"


def test_a_visitor_reads_what_the_service_is(client):
    assert client.get("/").status_code == 200


def test_only_those_who_lead_have_the_place_to_follow_up(client):
    client.cookies["django_language"] = "en"
    for account, leads in [(cast.kerstin(), False), (cast.tove(), True)]:
        client.force_login(account)
        assert ("/risen/" in client.get("/my-day/").content.decode()) is leads


def test_the_clients_door_is_closed_to_workers_and_the_other_way_round(client):
    case = a_case()
    client.force_login(cast.kerstin())
    assert client.get("/my/").status_code == 404
    assert client.get(f"/my/{case.id}/").status_code == 404
    client.force_login(cast.aino_account())
    for page in ("/my-day/", "/cases/", "/search/", f"/case/{case.id}/"):
        assert client.get(page).status_code == 404
