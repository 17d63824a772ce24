"""Requests to the privacy officer, on the pages of both."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from kaveri.foundation.base import clock
from kaveri.steps.insight.models import LogRequest
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.insight import WHY, a_request, dag

pytestmark = pytest.mark.django_db
SENT = {"when": "I oktober", "what_data": "Anteckningarna", "reason": WHY + " <b>"}


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def browser(client):
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.requirement("TRUST-1", "PARTICIPATE-1")
def test_the_client_asks_once_gets_a_receipt_and_reads_the_answer(browser):
    case = a_case()
    browser.force_login(cast.aino_account())
    at = reverse("insight:ask_investigation", args=[case.id])
    empty = browser.post(at, {"reason": "x"}).content.decode()
    assert "Write when you think it happened." in empty
    sent = {**SENT, "idempotency_key": str(uuid.uuid4())}
    browser.post(at, sent)
    page = browser.post(at, sent, follow=True).content.decode()
    request = LogRequest.objects.get()
    assert request.reference in page
    assert "You get an answer by" in page
    assert "&lt;b&gt;" in page

    browser.force_login(dag())
    there = reverse("insight:request", args=[request.id])
    assert "How the suspicion arose" in browser.get(there).content.decode()
    answer = {
        "state": "refused",
        "words": "Vi visar inte detta.",
        "version": 1,
        "idempotency_key": str(uuid.uuid4()),
    }
    assert browser.post(there, answer).status_code == 302

    browser.force_login(cast.aino_account())
    page = browser.get(reverse("insight:own_requests", args=[case.id])).content.decode()
    assert "Vi visar inte detta." in page


@pytest.mark.requirement("TRUST-1")
def test_the_older_log_is_asked_for_with_days_before_the_last_two_years(browser):
    case = a_case()
    browser.force_login(cast.aino_account())
    at = reverse("insight:ask_older", args=[case.id])
    recent = {"first_on": f"{clock.today():%d.%m.%Y}", "last_on": f"{clock.today():%d.%m.%Y}"}
    assert (
        "You can read the last two years"
        in browser.post(at, {**recent, "reason": WHY}).content.decode()
    )
    old = {"first_on": "1.1.2021", "last_on": "31.12.2021", "reason": WHY}
    assert browser.post(at, old).status_code == 302


@pytest.mark.requirement("TRUST-1")
def test_what_is_late_stands_first_and_nothing_gets_lost(browser, django_assert_max_num_queries):
    case = a_case()
    made = [a_request(case) for _number in range(30)]
    late, answered = made[17], made[3]
    LogRequest.objects.filter(pk=late.pk).update(due_on=clock.today() - dt.timedelta(days=1))
    LogRequest.objects.filter(pk=answered.pk).update(
        state="answered",
        answer="Nej.",
        answered_at=clock.now(),
        answered_by=dag(),
        due_on=clock.today() - dt.timedelta(days=9),
    )
    browser.force_login(dag())
    at = reverse("insight:requests")
    browser.get(at)
    with django_assert_max_num_queries(20):
        page = browser.get(at).content.decode()
    shown = [row.reference for row in made if row.reference in page]
    assert len(shown) == 25
    assert page.index(late.reference) == min(page.index(each) for each in shown)
    assert answered.reference not in page
    assert answered.reference in browser.get(at, {"page": 2}).content.decode()
    assert WHY not in page, "what was written is read inside the request"
    narrowed = browser.get(at, {"q": late.reference, "state": "open"}).content.decode()
    assert late.reference in narrowed
    assert made[0].reference not in narrowed
    assert "Nothing fits" in browser.get(at, {"q": "L-1999"}).content.decode()


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("who", [cast.kerstin, cast.tove, cast.oskar, cast.aino_account])
def test_nobody_but_the_privacy_officer_opens_the_list(browser, who):
    request = a_request(a_case())
    browser.force_login(who())
    assert browser.get(reverse("insight:requests")).status_code == 404
    assert browser.get(reverse("insight:request", args=[request.id])).status_code == 404
