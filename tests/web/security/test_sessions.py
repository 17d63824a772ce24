"""A session begins at sign-in, ends everywhere when it must, and its forms cannot be filled by others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client as Browser
from django.test import override_settings

from kaveri.foundation.accounts.services import close_account
from tests.factories import cast
from tests.factories.casebook import an_act
from tests.pages import pages
from tests.whole import Whole

pytestmark = pytest.mark.requirement("TRUST-1")
PASSWORD = "kaveri-tests-2026"
TAKES = [page for page in pages() if "POST" in page.methods]
SOURCE = Path(__file__).resolve().parents[3] / "src"


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def kerstin(db):
    account = cast.kerstin()
    account.set_password(PASSWORD)
    account.save()
    return account


def come_in(browser, account, **more):
    sent = {"login": account.username, "password": PASSWORD, **more}
    return browser.post("/account/login/", sent)


def is_inside(browser):
    """Whether a page of the staff opens, rather than sends to the sign-in."""
    return browser.get("/cases/").status_code == 200


def test_the_session_is_another_after_sign_in(client, kerstin):
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    come_in(client, kerstin)

    assert client.session.session_key != before
    browser = Browser()
    browser.cookies["sessionid"] = before
    assert not is_inside(browser)


def test_a_new_password_ends_every_other_session(kerstin):
    here, there = Browser(), Browser()
    come_in(here, kerstin)
    come_in(there, kerstin)
    assert is_inside(there)

    new = {
        "oldpassword": PASSWORD,
        "password1": "kaveri-nytt-2027",
        "password2": "kaveri-nytt-2027",
    }
    assert here.post("/account/password/change/", new).status_code == 302

    assert is_inside(here)
    assert not is_inside(there)


def test_going_out_ends_the_session_on_the_server(client, kerstin):
    come_in(client, kerstin)
    kept = client.cookies["sessionid"].value
    client.post("/account/logout/")

    thief = Browser()
    thief.cookies["sessionid"] = kept
    assert not is_inside(thief)


def test_a_closed_account_is_out_at_the_next_page(client, kerstin):
    come_in(client, kerstin)
    close_account(an_act(), kerstin)

    assert not is_inside(client)


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "https:///evil.example/",
        "javascript:alert(1)",
        " //evil.example",
        "http:evil.example",
    ],
)
def test_sign_in_leads_to_no_other_site(client, kerstin, where):
    answer = come_in(client, kerstin, next=where)

    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_sign_in_leads_back_to_our_own_page(client, kerstin):
    assert come_in(client, kerstin, next="/cases/")["Location"] == "/cases/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["//evil.example/", "/%2Fevil.example/", "/\\evil.example/"])
def test_switching_language_leads_to_no_other_site(client, path):
    answer = client.post(path, {"language_to": "fi"})

    where = answer.get("Location", "/")
    assert where.startswith("/")
    assert not where.startswith(("//", "/\\"))


@pytest.mark.django_db
@pytest.mark.parametrize("page", TAKES, ids=lambda page: page.name)
def test_nothing_is_taken_from_a_form_of_another_site(page):
    browser, whole = Browser(enforce_csrf_checks=True), Whole()
    if page.opener is not None:
        browser.force_login(page.opener)

    answer = browser.post(page.real(whole), {"idempotency_key": "x", "text": "evil"})

    assert answer.status_code == 403


def test_there_are_pages_that_take_something():
    assert len(TAKES) > 40


@pytest.mark.django_db
def test_a_session_cookie_is_not_read_by_scripts_nor_sent_by_others(client, kerstin):
    come_in(client, kerstin)
    client.post("/cases/", {"language_to": "fi"})

    for name in ("sessionid", "csrftoken", "django_language"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/"), name
        assert not cookie["domain"]
    assert not client.cookies["sessionid"]["max-age"]


@pytest.mark.sqlite
def test_over_https_every_cookie_is_of_this_host_only(tmp_path):
    asked = (
        "import django; django.setup()\n"
        "from django.conf import settings as s\n"
        "names = [s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME]\n"
        "secure = [s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE]\n"
        "print(all(n.startswith('__Host-') for n in names), all(secure), s.COOKIE_PREFIX)"
    )
    bare = {n: v for n, v in os.environ.items() if not n.startswith(("KAVERI_", "DJANGO_"))}
    ours = {"PYTHONPATH": str(SOURCE), "DJANGO_SETTINGS_MODULE": "kaveri.config.settings"}
    more = {"KAVERI_SECRET_KEY": "x" * 60, "KAVERI_DATA_DIR": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", asked],
        env={**bare, **ours, **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert said.stdout.split() == ["True", "True", "__Host-"]


@pytest.mark.django_db
def test_a_name_of_this_host_only_is_taken_back_by_the_browser(kerstin):
    with override_settings(SESSION_COOKIE_NAME="__Host-sessionid", SESSION_COOKIE_SECURE=True):
        browser = Browser()
        come_in(browser, kerstin)
        cookie = browser.cookies["__Host-sessionid"]

    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
