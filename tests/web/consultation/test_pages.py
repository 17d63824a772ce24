"""Noting takes three choices; asking and answering meet on one page; the list is one's own and the unit's."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.foundation.base import clock
from kaveri.steps.consultation.models import Consultation
from tests.factories import cast
from tests.factories.consultation import QUESTION, a_question
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.requirement("COORDINATE-12")
def test_a_consultation_is_noted_with_three_choices(browser):
    browser.force_login(cast.kerstin())
    at = reverse("consultation:note")
    page = browser.get(at).content.decode()
    assert "no place for who it concerned" in page
    sent = {
        "topic": "benefits",
        "way": "phone",
        "asker": f"unit:{cast.unit().id}",
        "idempotency_key": str(uuid.uuid4()),
    }
    for _twice in range(2):
        assert browser.post(at, sent).status_code == 302
    assert Consultation.objects.get().topic == "benefits"
    bad = browser.post(at, {**sent, "asker": "unit:x", "words": "<b>kvar"}).content.decode()
    assert "&lt;b&gt;kvar" in bad
    assert "k-field-wrong" in bad


@pytest.mark.requirement("COORDINATE-12")
def test_the_question_waits_first_and_is_answered_on_its_page(browser):
    asked = a_question()
    browser.force_login(cast.kerstin())
    at = reverse("consultation:consultation", args=[asked.id])
    listed = browser.get(reverse("consultation:consultations") + "?whose=ours&state=open")
    assert at in listed.content.decode()
    page = browser.get(at).content.decode()
    assert QUESTION in page
    assert "is on duty and answers by" in page
    sent = {"version": 1, "answer": "Ring oss.", "idempotency_key": str(uuid.uuid4())}
    assert browser.post(at, sent).status_code == 302
    browser.force_login(cast.petra())
    assert "Ring oss." in browser.get(at).content.decode()


def test_others_find_neither_the_question_nor_the_place(browser):
    asked = a_question()
    at = reverse("consultation:consultation", args=[asked.id])
    browser.force_login(cast.kalle())
    assert browser.get(at).status_code == 404
    assert str(asked.id) not in browser.get(reverse("consultation:consultations")).content.decode()
    browser.force_login(cast.oskar())
    assert browser.get(reverse("consultation:figures")).status_code == 404


@pytest.mark.requirement("COORDINATE-12", "LEAD-1")
def test_a_manager_reads_the_figures(browser):
    a_question()
    browser.force_login(cast.tove())
    at = reverse("consultation:figures")
    assert "1 consultation" in browser.get(at).content.decode()
    year = clock.today().year - 1
    empty = browser.get(
        f"{at}?first_on=1.1.{year}&last_on=31.12.{year}&asked_of=ours"
    ).content.decode()
    assert "No consultations in this period" in empty


def test_the_list_asks_as_much_of_the_database_for_one_as_for_many(browser):
    browser.force_login(cast.kerstin())
    at = reverse("consultation:consultations")
    seen = []
    for more in (1, 9):
        for _each in range(more):
            a_question()
        browser.get(at)
        with CaptureQueriesContext(connection) as asked:
            browser.get(at)
        seen.append(len(asked_of_rows(asked)))
    assert seen[0] == seen[1] <= 10


@pytest.mark.requirement("COORDINATE-12")
def test_a_question_that_looks_like_a_person_is_read_once_more(browser):
    cast.abo()
    browser.force_login(cast.petra())
    sent = {
        "topic": "referring",
        "unit_id": str(cast.unit().id),
        "question": "Hur går det till för 010190-999W?",
        "idempotency_key": str(uuid.uuid4()),
    }
    at = reverse("consultation:ask")
    assert "010190-999W" in browser.post(at, sent).content.decode()
    assert not Consultation.objects.exists()
