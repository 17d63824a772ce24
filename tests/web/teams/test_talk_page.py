"""One case at a time: the client's words first, a form for the team when the meeting is open."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.steps.teams.services import open_meeting
from tests.factories import casebook, cast
from tests.factories.teams import QUESTION, WORDS, a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.requirement("TEAM-2")
def test_the_team_decides_and_the_case_manager_reads_it(browser):
    a_seat()
    case = casebook.a_case()
    allowed(case)
    item = an_item(case)
    at = reverse("teams:talk", args=[item.id])
    sent = {
        "what": "skriver om dagpenningen",
        "owner_id": str(cast.kalle().id),
        "due_on": f"{clock.today() + dt.timedelta(days=5):%d.%m.%Y}",
        "idempotency_key": str(uuid.uuid4()),
    }
    browser.force_login(cast.kalle())
    page = browser.get(at).content.decode()
    assert page.index(WORDS) < page.index(QUESTION)
    assert "when the meeting has been opened" in page
    assert browser.post(at, sent).status_code == 404
    open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=item.meeting_id)
    for _twice in range(2):
        assert browser.post(at, sent).status_code == 302
    assert Task.objects.filter(what="skriver om dagpenningen").count() == 1
    wrong = {**sent, "owner_id": "", "what": "<b>kvar", "idempotency_key": str(uuid.uuid4())}
    refused = browser.post(at, wrong).content.decode()
    assert "Choose who does it" in refused
    assert "&lt;b&gt;kvar" in refused
    browser.force_login(cast.kerstin())
    read = browser.get(at).content.decode()
    assert "skriver om dagpenningen" in read
    assert "Choose who does it" not in read
    assert browser.post(at, {**sent, "idempotency_key": str(uuid.uuid4())}).status_code == 404
    browser.force_login(cast.petra())
    assert browser.get(at).status_code == 404
