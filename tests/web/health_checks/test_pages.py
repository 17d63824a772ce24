"""The pages of health checks: from the offer to the figures, and the client's own."""

import uuid

import pytest
from django.urls import reverse

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.health_checks.models import HealthCheck
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.health_checks import a_check, booked, made

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    return client


def in_a_week():
    return in_working_days(5)


def page(browser, name, *ids):
    answer = browser.get(reverse(f"health_checks:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"health_checks:{name}", args=ids), typed)


@pytest.mark.requirement("TEAM-6")
def test_from_the_offer_to_what_came_of_it(browser, case):
    assert "No health check has been offered" in page(browser, "of_case", case.id)
    assert sent(browser, "offer", case.id).status_code == 302
    row = HealthCheck.objects.get()
    answer = sent(
        browser, "book", row.id, on=f"{in_a_week():%d.%m.%Y}", place="Hälsocentralen", version=1
    )
    assert answer.status_code == 302
    assert f"Booked for {dates.plain_date(in_a_week(), 'en')}: Hälsocentralen" in page(
        browser, "check", row.id
    )

    browser.force_login(cast.aino_account())
    home = browser.get("/my/").content.decode()
    assert reverse("health_checks:own", args=[case.id]) in home
    assert "Booked for" in page(browser, "own", case.id)
    assert browser.get(reverse("health_checks:check", args=[row.id])).status_code in {302, 404}

    browser.force_login(cast.kerstin())
    today = f"{clock.today():%d.%m.%Y}"
    answer = sent(browser, "done", row.id, on=today, outcome="treatment", version=2)
    assert answer.status_code == 302
    assert "On to treatment" in page(browser, "of_case", case.id)


@pytest.mark.requirement("TEAM-6")
def test_a_no_keeps_the_clients_words(browser, case):
    row = booked(a_check(case))
    answer = sent(browser, "decline", row.id, reason="", version=2)
    assert "Write what the client said." in answer.content.decode()
    assert sent(browser, "decline", row.id, reason="Inte nu.", version=2).status_code == 302
    assert "Inte nu." in page(browser, "check", row.id)


@pytest.mark.requirement("TEAM-6")
def test_the_figures_hide_small_groups_and_show_large_ones(browser):
    case = a_case()
    made(a_check(case))
    shown = page(browser, "figures")
    assert "hidden" in shown
    assert "<td>1</td>" not in shown
    assert "Virtanen" not in shown
    for _number in range(4):
        made(a_check(case))
    assert "<td>5</td>" in page(browser, "figures")
