"""Every address of signing in: what is offered stands in our frame and in three languages, the rest is not there."""

import base64
import hashlib
import hmac
import struct

import pytest
from allauth.account import urls as sign_in_urls
from allauth.mfa import urls as mfa_urls
from allauth.mfa.models import Authenticator
from django.conf import settings as product
from django.test import Client as Browser
from django.urls import URLResolver, reverse

from kaveri.foundation.accounts.urls import OFFERED
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from tests.factories import cast
from tests.reading import read
from tests.web import pseudo

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-4")]
PASSWORD = "three calm grey herons"
ARGUMENTS = {"key": "abc", "uidb36": "1", "pk": 1}


def named(entries):
    """Every named address, with what it takes."""
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from named(entry.url_patterns)
        else:
            takes = {*entry.pattern.converters, *entry.pattern.regex.groupindex}
            yield entry.name, {name: ARGUMENTS[name] for name in takes}


DOORS = dict(named([*sign_in_urls.urlpatterns, *mfa_urls.urlpatterns]))


@pytest.fixture
def worker():
    account = cast.kerstin()
    account.set_password(PASSWORD)
    account.save()
    return account


def code_of(secret: str) -> str:
    """What the app on the phone shows now."""
    counted = struct.pack(">Q", int(clock.now().timestamp()) // 30)
    digest = hmac.new(base64.b32decode(secret), counted, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def coming_in(language="en"):
    browser = Browser()
    browser.cookies[product.LANGUAGE_COOKIE_NAME] = language
    sent = {"login": cast.kerstin().username, "password": PASSWORD}
    return browser, browser.post(reverse("account_login"), sent)


def begin(browser):
    """Say the password again, turn two-step sign-in on, and give back the secret."""
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = read(browser.get(reverse("mfa_activate_totp")).content.decode())
    secret = next(part.text for part in page.all("strong") if "k-secret" in part.classes)
    answer = browser.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)
    assert answer.status_code == 200
    return secret


def with_code(language="en"):
    """Somebody who has come in with two steps."""
    browser, _in = coming_in(language)
    begin(browser)
    return browser


@pytest.mark.parametrize("door", sorted(set(DOORS) - OFFERED))
def test_what_is_not_offered_is_not_there(worker, door):
    for browser in (Browser(), coming_in()[0]):
        path = reverse(door, kwargs=DOORS[door])
        assert browser.get(path).status_code == 404
        assert browser.post(path).status_code == 404


def test_what_is_offered_is_known_to_allauth():
    assert set(DOORS) >= OFFERED


def stages(language):
    """Each page that is offered, opened by somebody for whom it is there; with and without a mistake."""
    visitor = Browser()
    visitor.cookies[product.LANGUAGE_COOKIE_NAME] = language
    plain, _in = coming_in(language)
    yield "account_login", visitor
    yield "account_reauthenticate", plain
    plain.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for door in ("mfa_index", "mfa_activate_totp", "account_change_password", "account_logout"):
        yield door, plain
    coded = with_code(language)
    for door in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_reauthenticate",
    ):
        yield door, coded
    between, _in = coming_in(language)
    yield "mfa_authenticate", between


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_what_is_offered_stands_in_our_frame(worker, language):
    seen = set()
    for door, browser in stages(language):
        seen.add(door)
        path = reverse(door)
        answers = [browser.get(path)]
        if door not in {"account_logout", "mfa_deactivate_totp", "mfa_generate_recovery_codes"}:
            answers.append(browser.post(path, {}))
        for answer in answers:
            if answer.status_code == 405:
                continue
            assert answer.status_code == 200, door
            page = read(answer.content.decode())
            html = next(page.all("html"))
            assert html.attributes["lang"] == language
            assert len(list(page.all("h1"))) == 1, door
            assert any("k-header" in part.classes for part in page.all("header")), door
    assert seen == OFFERED


@pytest.fixture
def marked(tmp_path_factory, settings):
    folder = tmp_path_factory.mktemp("marked")
    pseudo.build(folder)
    settings.LOCALE_PATHS = [folder]
    pseudo.forget_catalogues()
    yield
    pseudo.forget_catalogues()


def test_every_text_of_them_is_translated(worker, marked):
    for door, browser in stages("sv"):
        path = reverse(door)
        for answer in (browser.get(path), browser.post(path, {})):
            if answer.status_code != 200:
                continue
            left = pseudo.unmarked(answer.content.decode(), pseudo.kept_words())
            assert left == [], door


def test_the_second_step_begins_is_asked_for_and_ends_and_the_log_says_so(worker):
    browser, _in = coming_in()
    secret = begin(browser)

    kept = Authenticator.objects.get(user=worker, type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in kept
    between, answer = coming_in()
    assert answer["Location"] == reverse("mfa_authenticate")
    assert between.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert b"wrong or too old" in between.post(reverse("mfa_authenticate"), {"code": "1"}).content
    reserve = Authenticator.objects.get(user=worker, type=Authenticator.Type.RECOVERY_CODES)
    code = reserve.wrap().get_unused_codes()[0]
    assert between.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert between.get("/my-day/").status_code == 200

    browser.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=worker).exists()
    said = Event.objects.filter(action__startswith="accounts.second_factor")
    assert {event.action.rpartition(".")[2] for event in said} >= {"end"}
