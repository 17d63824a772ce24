"""What stands on every answer: pages, errors, downloads, static files."""

import pytest
from django.test import Client as Browser
from django.test import override_settings

from kaveri.config import headers
from tests.factories import cast
from tests.pages import ALONE, pages
from tests.whole import Whole

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": headers.PERMISSIONS_POLICY,
}
YEAR = 365 * 24 * 3600
SHOWN = [page for page in pages() if "GET" in page.methods]


def lacking(answer):
    """What the answer should say and does not."""
    found = [name for name, value in EVERYWHERE.items() if answer.get(name) != value]
    policy = answer.get("Content-Security-Policy", "")
    wanted = ("default-src 'none'", "frame-ancestors 'none'")
    found += [words for words in wanted if words not in policy]
    return found + [words for words in ("unsafe-", "*", "http:") if words in policy]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False
    settings.DEMO = settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_every_page_says_how_it_may_be_used(page):
    browser, whole = Browser(), Whole()
    if page.opener is not None:
        browser.force_login(page.opener)

    answer = browser.get(page.real(whole))

    assert answer.status_code < 500
    assert lacking(answer) == []
    if page.opener is not None:
        assert "no-store" in answer["Cache-Control"]


def test_there_are_pages_to_ask():
    assert len(SHOWN) > 60
    assert {page.name for page in SHOWN} - ALONE


@pytest.mark.parametrize(
    ("how", "path", "status"),
    [
        ("get", "/nothing/here/", 404),
        ("post", "/health/", 405),
        ("get", "/static/kaveri/base.css", 200),
        ("get", "/account/login/", 200),
        ("get", "/account/password/reset/", 404),
        ("get", "/health/", 200),
    ],
)
def test_errors_and_files_say_it_too(how, path, status):
    answer = getattr(Browser(), how)(path)
    answer.close()

    assert answer.status_code == status
    assert lacking(answer) == []


def test_a_form_without_its_token_is_refused_with_the_same_headers():
    answer = Browser(enforce_csrf_checks=True).post("/ask/", {"name": "Minna"})

    assert answer.status_code == 403
    assert lacking(answer) == []


def test_a_page_that_breaks_says_it_too(monkeypatch):
    browser = Browser(raise_request_exception=False)
    monkeypatch.setattr("kaveri.channels.public.presenters.start_page", lambda: 1 / 0)

    answer = browser.get("/")

    assert answer.status_code == 500
    assert lacking(answer) == []


def test_a_foreign_host_name_is_refused_with_the_same_headers():
    answer = Browser().get("/", headers={"host": "kaveri.evil.example"})

    assert answer.status_code == 400
    assert lacking(answer) == []
    assert b"evil" not in answer.content


def test_what_somebody_signed_in_was_refused_is_not_kept_either():
    browser = Browser()
    browser.force_login(cast.kerstin())

    assert browser.get("/nothing/here/")["Cache-Control"] == "no-store, private"


def test_https_is_remembered_for_a_year_where_it_is_on():
    with override_settings(HTTPS=True, SECURE_HSTS_SECONDS=YEAR):
        answer = Browser().get("/service/")

    assert answer["Strict-Transport-Security"] == f"max-age={YEAR}; includeSubDomains"
    assert "Strict-Transport-Security" not in Browser().get("/service/")


def test_a_missing_header_is_seen():
    answer = Browser().get("/service/")
    del answer.headers["X-Frame-Options"]
    answer["Content-Security-Policy"] = "default-src 'none'; script-src 'unsafe-inline'"

    assert lacking(answer) == ["X-Frame-Options", "frame-ancestors 'none'", "unsafe-"]
