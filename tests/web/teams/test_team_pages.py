"""The teams are found by everybody who works here; those of the team keep its page and members."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.steps.teams.models import Seat, Ways
from tests.factories import cast
from tests.factories.teams import TEXT, a_page, a_seat
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    return client


def at(name, *args):
    return reverse(f"teams:{name}", args=args)


@pytest.mark.requirement("TEAM-1")
def test_the_team_is_found_and_read_by_a_colleague_elsewhere(browser):
    a_seat()
    a_page()
    browser.force_login(cast.petra())
    listed = browser.get(at("teams")).content.decode()
    assert at("team", cast.unit().id) in listed
    assert "Meets every week, on Mondays" in listed
    page = browser.get(at("team", cast.unit().id)).content.decode()
    assert all(words in page for words in (TEXT, "Kalle Korhonen", "Kela expert", "FPA"))
    assert at("describe", cast.unit().id) not in page
    assert browser.get(at("describe", cast.unit().id)).status_code == 404


@pytest.mark.requirement("TEAM-1")
def test_the_page_is_changed_and_its_former_text_read(browser):
    a_page()
    browser.force_login(cast.kerstin())
    sent = {
        "version": 1,
        "rhythm": "by_need",
        "weekday": "",
        "place": "",
        "text": "Vi möts när det behövs.",
        "idempotency_key": str(uuid.uuid4()),
    }
    for _twice in range(2):
        assert browser.post(at("describe", cast.unit().id), sent).status_code == 302
    assert Ways.objects.count() == 2
    earlier = browser.get(at("versions", cast.unit().id)).content.decode()
    assert TEXT in earlier
    assert "Vi möts när det behövs." not in earlier


def test_two_who_write_at_once_lose_nothing(browser):
    a_page()
    browser.force_login(cast.kerstin())
    sent = {
        "version": 0,
        "rhythm": "weekly",
        "weekday": "friday",
        "text": "<b>mitt",
        "idempotency_key": str(uuid.uuid4()),
    }
    page = browser.post(at("describe", cast.unit().id), sent).content.decode()
    assert "&lt;b&gt;mitt" in page
    assert TEXT in page


def test_a_mistake_stands_beside_its_field(browser):
    cast.abo()
    browser.force_login(cast.kerstin())
    sent = {
        "version": 0,
        "rhythm": "weekly",
        "text": "kvar",
        "idempotency_key": str(uuid.uuid4()),
    }
    page = browser.post(at("describe", cast.unit().id), sent).content.decode()
    assert "Choose the weekday" in page
    assert "kvar" in page


@pytest.mark.requirement("TEAM-1")
def test_a_member_comes_and_goes(browser):
    cast.abo()
    kalle = cast.kalle()
    browser.force_login(cast.kerstin())
    sent = {
        "account_id": str(kalle.id),
        "profession": "kela_expert",
        "idempotency_key": str(uuid.uuid4()),
    }
    assert browser.post(at("seat_new", cast.unit().id), sent).status_code == 302
    end = at("seat_end", cast.unit().id, Seat.objects.get().id)
    assert "Kalle Korhonen" in browser.get(end).content.decode()
    assert browser.post(end, {"idempotency_key": str(uuid.uuid4())}).status_code == 302
    assert "Nobody sits in the team yet" in browser.get(at("team", cast.unit().id)).content.decode()


def test_clients_have_no_teams_page(browser):
    cast.abo()
    browser.force_login(cast.aino_account())
    assert browser.get(at("teams")).status_code == 404


def test_more_members_ask_no_more_of_the_database(browser):
    a_seat()
    a_page()
    browser.force_login(cast.kerstin())
    browser.get(at("team", cast.unit().id))
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get(at("team", cast.unit().id))
    for who in (cast.mikko(), cast.petra(), cast.sara()):
        a_seat(who)
    with CaptureQueriesContext(connection) as more:
        browser.get(at("team", cast.unit().id))
    assert len(asked_of_rows(more)) == len(asked_of_rows(one))
