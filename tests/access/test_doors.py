"""Real and invented ids are answered alike: nobody learns from a door what lies behind it."""

import os
import re

import pytest
from django.test import Client as Browser

from kaveri.foundation.base.actor import Role
from tests.access.world import outsider
from tests.factories import cast
from tests.lot import lot
from tests.pages import pages
from tests.whole import Whole

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]

BEHIND_A_DOOR = [page for page in pages() if page.door in {"staff", "client", "signed_in"}]
ABOUT_SOMEBODY = [page for page in BEHIND_A_DOOR if page.is_about_somebody]
BY_SECRET = [page for page in pages() if page.address.converters and page.door == "public"]
# What differs from one answer to the next without telling anything.
_ONCE = re.compile(
    r'name="(?:csrfmiddlewaretoken|written_by|idempotency_key)"\s+value="[^"]*"', re.IGNORECASE
)


NOT_FOUND, NO_SUCH_METHOD = 404, 405


def another_client():
    return outsider("raili", Role.CLIENT)


STRANGERS = [cast.petra, cast.kalle, another_client]


def strangers(page):
    """All of them in the long run; else one, another every day."""
    if os.environ.get("KAVERI_LONG") == "1":
        return STRANGERS
    return [lot(page.name).choice(STRANGERS)]


def named(found):
    return [pytest.param(page, id=page.name) for page in found]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


def said(response, path):
    """The answer without the address that was asked for and the marks of the moment."""
    body = _ONCE.sub("", response.content.decode()).replace(path, "")
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    where = headers.pop("Location", "").replace(path, "").replace(path.replace("/", "%2F"), "")
    for name in ("Set-Cookie", "Expires", "Last-Modified"):
        headers.pop(name, None)
    return response.status_code, where, headers, body


def knocked(browser, page, path):
    """What the door says to a look and, where it takes them, to a sending."""
    return [said(getattr(browser, method)(path), path) for method in ("get", "post")]


@pytest.mark.parametrize("page", named(BEHIND_A_DOOR))
def test_a_visitor_is_sent_to_sign_in_alike_for_real_and_invented_ids(page):
    real, invented = page.real(Whole()), page.invented()

    answers = knocked(Browser(), page, real)

    assert [(status, where[:15]) for status, where, *_rest in answers] == [
        (302, "/account/login/")
    ] * 2
    assert answers == knocked(Browser(), page, invented)


@pytest.mark.parametrize("page", named(ABOUT_SOMEBODY))
def test_a_stranger_finds_nothing_at_real_and_at_invented_ids(page):
    real, invented = page.real(Whole()), page.invented()

    for stranger in strangers(page):
        browser = Browser()
        browser.force_login(stranger())
        answers = knocked(browser, page, real)

        assert {status for status, *_rest in answers} <= {NOT_FOUND, NO_SUCH_METHOD}
        assert answers == knocked(browser, page, invented)


@pytest.mark.parametrize("page", named(BY_SECRET))
def test_an_invented_secret_opens_nothing_and_says_the_same_as_any_other(page):
    first, second = page.invented(), page.invented()
    browser = Browser()

    answers = [browser.get(path) for path in (first, second)]

    assert answers[0].status_code == 404
    assert said(answers[0], first) == said(answers[1], second)
