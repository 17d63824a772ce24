"""A case comes on an agenda through its page; the refusal names who may not know of what, and each sees their own."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.steps.teams.models import AgendaItem, Meeting
from tests.factories import casebook, cast, permission
from tests.factories.teams import QUESTION, WORDS, a_meeting, a_seat, allowed, an_item
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    return client


def at(name, *args):
    return reverse(f"teams:{name}", args=args)


def sent(meeting, **known):
    return {
        "meeting_id": str(meeting.id),
        "client_words": WORDS,
        "attendance": "sends_word",
        "question": QUESTION,
        "presenter_id": str(cast.kerstin().id),
        "guest_id": "",
        "idempotency_key": str(uuid.uuid4()),
        **known,
    }


@pytest.mark.requirement("TEAM-2")
def test_a_meeting_is_set_and_listed(browser):
    cast.abo()
    browser.force_login(cast.kerstin())
    day = clock.today() + dt.timedelta(days=7)
    form = {
        "meets_on": f"{day:%d.%m.%Y}",
        "time": "9.30",
        "place": "Rum 2",
        "idempotency_key": str(uuid.uuid4()),
    }
    new = at("meeting_new", cast.unit().id)
    assert browser.post(new, form).status_code == 302
    assert Meeting.objects.get().starts_at.astimezone(clock.HELSINKI).hour == 9
    assert "Rum 2" in browser.get(at("meetings", cast.unit().id)).content.decode()
    wrong = {**form, "time": "halv tio", "idempotency_key": str(uuid.uuid4())}
    page = browser.post(new, wrong).content.decode()
    assert "Write the time like this" in page
    assert "halv tio" in page


@pytest.mark.requirement("CONSENT-3")
@pytest.mark.requirement("TEAM-2")
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "let FPA know of: life situation, health"), ("sv", "FPA"), ("fi", "terveys")],
)
def test_the_refusal_names_the_party_and_the_category(browser, language, words):
    a_seat()
    case, meeting = casebook.a_case(), a_meeting()
    browser.force_login(cast.kerstin())
    browser.cookies["django_language"] = language
    page = browser.post(
        at("put_on", case.id), sent(meeting, categories=["health"])
    ).content.decode()
    assert words in page
    assert QUESTION in page
    assert not AgendaItem.objects.exists()


@pytest.mark.requirement("TEAM-2")
def test_the_case_is_put_on_and_the_team_reads_it(browser):
    a_seat()
    case, meeting = casebook.a_case(), a_meeting()
    allowed(case)
    browser.force_login(cast.kerstin())
    page = browser.get(at("put_on", case.id)).content.decode()
    assert page.index("own question and wish") < page.index("What is asked of the team")
    form = sent(meeting)
    for _twice in range(2):
        assert browser.post(at("put_on", case.id), form).status_code == 302
    assert AgendaItem.objects.count() == 1
    assert QUESTION in browser.get(at("of_case", case.id)).content.decode()
    browser.force_login(cast.kalle())
    read = browser.get(at("meeting", meeting.id)).content.decode()
    assert read.index(WORDS) < read.index(QUESTION)
    assert "Aino Virtanen" in read
    assert "sends word" in read
    browser.force_login(cast.petra())
    hidden = browser.get(at("meeting", meeting.id)).content.decode()
    assert "Aino" not in hidden
    assert QUESTION not in hidden


@pytest.mark.requirement("CONSENT-3")
def test_a_ground_that_goes_keeps_the_number_and_not_the_name(browser):
    a_seat()
    case, meeting = casebook.a_case(), a_meeting()
    consent = allowed(case)
    an_item(case, meeting)
    permission.withdrawn(consent)
    browser.force_login(cast.kalle())
    before = browser.get(at("meeting", meeting.id)).content.decode()
    assert "1. Not shown" in before
    assert "Aino" not in before
    opening = {"idempotency_key": str(uuid.uuid4())}
    assert browser.post(at("meeting_open", meeting.id), opening).status_code == 302
    browser.force_login(cast.kerstin())
    assert "Aino" not in browser.get(at("meeting", meeting.id)).content.decode()
    told = browser.get(at("of_case", case.id)).content.decode()
    assert "let FPA know of: life situation" in told


def test_a_case_is_taken_off_again(browser):
    a_seat()
    case = casebook.a_case()
    allowed(case)
    item = an_item(case)
    browser.force_login(cast.kerstin())
    off = at("take_off", item.id)
    assert off in browser.get(at("of_case", case.id)).content.decode()
    assert QUESTION in browser.get(off).content.decode()
    assert browser.post(off, {"idempotency_key": str(uuid.uuid4())}).status_code == 302
    assert QUESTION not in browser.get(at("of_case", case.id)).content.decode()


def test_without_a_meeting_to_come_it_is_said_where_to_set_one(browser):
    case = casebook.a_case()
    browser.force_login(cast.kerstin())
    assert "No meeting to come" in browser.get(at("put_on", case.id)).content.decode()


def test_more_cases_ask_no_more_of_the_database(browser):
    a_seat()
    case, meeting = casebook.a_case(), a_meeting()
    allowed(case, Category.HEALTH)
    an_item(case, meeting)
    browser.force_login(cast.kerstin())
    asked = []
    for days in (8, 9):
        browser.get(at("of_case", case.id))
        with CaptureQueriesContext(connection) as one:
            browser.get(at("of_case", case.id))
        asked.append(len(asked_of_rows(one)))
        an_item(case, a_meeting(days))
    assert asked[0] == asked[1]


@pytest.mark.requirement("TEAM-2")
def test_a_meeting_is_moved_from_its_page(browser):
    a_seat()
    meeting = a_meeting()
    browser.force_login(cast.mikko())
    move = at("meeting_move", meeting.id)
    assert move in browser.get(at("meeting", meeting.id)).content.decode()
    assert "Rum 2" in browser.get(move).content.decode()
    day = clock.today() + dt.timedelta(days=14)
    form = {"meets_on": f"{day:%d.%m.%Y}", "time": "13.15", "place": "Rum 5"}
    form["idempotency_key"] = str(uuid.uuid4())
    assert browser.post(move, form).status_code == 302
    meeting.refresh_from_db()
    assert meeting.starts_at.astimezone(clock.HELSINKI).hour == 13
    browser.force_login(cast.petra())
    assert move not in browser.get(at("meeting", meeting.id)).content.decode()


@pytest.mark.requirement("TEAM-2")
def test_a_meeting_is_called_off_only_when_it_is_said_what_becomes_of_its_cases(browser):
    a_seat()
    case, meeting, later = casebook.a_case(), a_meeting(), a_meeting(21)
    allowed(case)
    item = an_item(case, meeting)
    browser.force_login(cast.kerstin())
    off = at("meeting_call_off", meeting.id)
    unsaid = browser.post(off, {"idempotency_key": str(uuid.uuid4())}).content.decode()
    assert "Choose what becomes of the cases." in unsaid
    form = {"to_id": str(later.id), "idempotency_key": str(uuid.uuid4())}
    assert browser.post(off, form).status_code == 302
    item.refresh_from_db()
    assert item.meeting_id == later.id
    page = browser.get(at("meeting", meeting.id)).content.decode()
    assert "was called off" in page
    assert off not in page
    assert "Aino" in browser.get(at("meeting", later.id)).content.decode()


def test_without_a_later_meeting_the_case_manager_has_the_question_back(browser):
    a_seat()
    case = casebook.a_case()
    allowed(case)
    item = an_item(case)
    browser.force_login(cast.kerstin())
    off = at("meeting_call_off", item.meeting_id)
    form = {"to_id": "back", "idempotency_key": str(uuid.uuid4())}
    assert browser.post(off, form).status_code == 302
    shown = browser.get(reverse("workspace:case", args=[case.id])).content.decode()
    assert "decides how the question to the team is answered" in shown
