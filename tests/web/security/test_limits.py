"""Guessing is slowed down, an office is not locked out, and nobody loses what they wrote."""

import datetime as dt
import threading
import time
import uuid

import pytest
from allauth.core.internal import ratelimit
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.db import connection
from django.test import Client as Browser
from django.test import RequestFactory
from django.urls import reverse

from kaveri.config import jobs
from kaveri.foundation.access import limits
from kaveri.foundation.access.limits import Limit
from kaveri.foundation.accounts import adapter
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.ui import waiting
from tests.factories import cast, referral_out

pytestmark = pytest.mark.requirement("TRUST-1")
FEW = Limit("few", times=3, seconds=300)
HOME, OFFICE = "203.0.113.7", "198.51.100.20"
WORDS = {
    "en": "The password has been wrong many times. Wait 5 minutes",
    "sv": "Lösenordet har varit fel många gånger. Vänta 5 minuter",
    "fi": "Salasana on ollut väärin monta kertaa. Odota 5 minuuttia",
}


def knock(browser, account, password, address=HOME):
    sent = {"login": account.username, "password": password}
    return browser.post("/account/login/", sent, REMOTE_ADDR=address)


@pytest.fixture
def kerstin():
    account = cast.kerstin()
    account.set_password("kaveri-tests-2026")
    account.save()
    return account


@pytest.mark.django_db
@pytest.mark.parametrize("language", WORDS)
def test_guessing_one_password_is_stopped_in_the_language_of_the_reader(client, kerstin, language):
    client.cookies["django_language"] = language
    statuses = [knock(client, kerstin, "wrong").status_code for _ in range(10)]
    answer = knock(client, kerstin, "kaveri-tests-2026")

    assert statuses == [200] * 10
    assert answer.status_code == 429
    assert 290 < int(answer["Retry-After"]) <= 300
    assert WORDS[language] in answer.content.decode()
    assert f'value="{kerstin.username}"' in answer.content.decode()
    assert Event.objects.filter(action="accounts.sign_in", outcome="denied").count() == 11


@pytest.mark.django_db
def test_the_owner_still_comes_in_from_elsewhere(client, kerstin):
    for _time in range(11):
        knock(client, kerstin, "wrong")

    assert knock(Browser(), kerstin, "kaveri-tests-2026", OFFICE).status_code == 302


@pytest.mark.django_db
def test_a_colleague_at_the_same_address_still_comes_in(client, kerstin):
    mikko = cast.mikko()
    for _time in range(11):
        knock(client, mikko, "wrong", OFFICE)

    assert knock(Browser(), kerstin, "kaveri-tests-2026", OFFICE).status_code == 302


@pytest.mark.django_db
def test_coming_in_well_does_not_count(client, kerstin):
    for _time in range(12):
        assert knock(Browser(), kerstin, "kaveri-tests-2026").status_code == 302


@pytest.mark.django_db
def test_many_accounts_tried_from_one_address_are_stopped(client, kerstin, monkeypatch):
    monkeypatch.setattr(adapter, "FROM_ONE_ADDRESS", FEW)
    for number in range(3):
        client.post("/account/login/", {"login": f"a{number}", "password": "x"})

    assert client.post("/account/login/", {"login": "b", "password": "x"}).status_code == 429


@pytest.mark.django_db
def test_an_account_that_is_not_there_is_answered_alike(client, kerstin):
    def told(name):
        sent = {"login": name, "password": "wrong"}
        answers = [client.post("/account/login/", sent) for _ in range(11)]
        return [(each.status_code, each.content.decode().count("<c-")) for each in answers]

    assert told(kerstin.username) == told("nobody")


def test_an_address_is_the_one_our_own_proxy_saw(settings):
    sent = RequestFactory().get("/", headers={"X-Forwarded-For": "10.6.6.6, 192.0.2.4"})

    assert limits.address_of(sent) == "127.0.0.1"
    settings.PROXIES = 1
    assert limits.address_of(sent) == "192.0.2.4"
    settings.PROXIES = 3
    assert limits.address_of(sent) == "127.0.0.1"


@pytest.mark.parametrize(
    ("passed", "counted"),
    [
        ("192.0.2.4:51312", "192.0.2.4"),
        ("[2001:db8::7]:443", "2001:db8::"),
        ("2001:db8::8", "2001:db8::"),
        ("not an address", "not an address"),
    ],
)
def test_one_machine_is_one_address_whatever_its_port(settings, passed, counted):
    settings.PROXIES = 1
    sent = RequestFactory().get("/", headers={"X-Forwarded-For": f"10.6.6.6, {passed}"})

    assert limits.address_of(sent) == counted


@pytest.mark.django_db
def test_a_guesser_of_links_waits_and_an_answer_is_kept(client, monkeypatch, settings):
    monkeypatch.setattr(waiting, "WRONG_LINKS", FEW)
    client.cookies["django_language"] = "en"
    sent = referral_out.a_referral()
    right = reverse("referral_out:by_link", args=[sent.secret])
    for _time in range(3):
        wrong = right.replace(sent.secret, uuid.uuid4().hex)
        assert client.get(wrong).status_code == 404

    answer = client.post(right, {"text": "Vi tar emot Aino.", "csrfmiddlewaretoken": "x"})

    html = answer.content.decode()
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 290
    assert 'name="text" value="Vi tar emot Aino."' in html
    assert f'action="{right}"' in html
    assert "Wait 5 minutes" in html
    assert client.get(right, REMOTE_ADDR=OFFICE).status_code == 200
    in_finnish = client.post(right, {"text": "Vi tar emot Aino.", "language_to": "fi"})
    assert 'value="Vi tar emot Aino."' in in_finnish.content.decode()
    assert "Odota hetki" in in_finnish.content.decode()


@pytest.mark.django_db
def test_a_guesser_of_receipts_waits(client, monkeypatch):
    monkeypatch.setattr(waiting, "WRONG_LINKS", FEW)
    statuses = [client.get(f"/receipt/{uuid.uuid4().hex}/").status_code for _ in range(4)]

    assert statuses == [404, 404, 404, 429]


@pytest.mark.django_db
def test_the_count_tells_neither_name_nor_address(client, kerstin):
    knock(client, kerstin, "wrong")

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM shared_cache")
        kept = str(cursor.fetchall())
    assert "limit:sign-in" in kept
    assert kerstin.username not in kept
    assert HOME not in kept


def test_tries_side_by_side_are_counted_as_well(fresh_database, monkeypatch):
    taken, barrier = [], threading.Barrier(8)

    def slowly(*what, **how):
        time.sleep(0.02)
        return ratelimit.apply_rate(*what, **how)

    # As on a busy machine: reading and writing lie apart.
    monkeypatch.setattr(limits, "apply_rate", slowly)

    def guess():
        barrier.wait()
        taken.extend(limits.count(FEW, "somebody") for _ in range(2))
        connection.close()

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == 16
    assert taken.count(0) <= 3
    assert limits.waits(FEW, "somebody") > 0 or taken.count(0) < 3


@pytest.mark.django_db
def test_the_count_ends_with_its_time():
    cache.clear()
    assert [limits.count(FEW, "a") for _ in range(3)] == [0, 0, 0]
    assert limits.count(FEW, "a") > 290
    assert limits.waits(FEW, "b") == 0
    limits.take_back(FEW, "a")
    assert limits.count(FEW, "a") == 0


@pytest.mark.django_db
def test_what_no_longer_counts_is_taken_away_by_the_daily_work():
    def kept():
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM shared_cache")
            return cursor.fetchone()[0]

    limits.count(FEW, "a")
    assert kept() > 0
    limits.forget_old()
    assert kept() > 0

    with clock.standing_at(clock.now() + dt.timedelta(days=1)):
        jobs.work_round()

    assert kept() == 0


@pytest.mark.django_db
def test_guessing_the_second_factor_is_stopped(client, kerstin):
    TOTP.activate(kerstin, "JBSWY3DPEHPK3PXP")
    knock(client, kerstin, "kaveri-tests-2026")

    answers = [client.post(reverse("mfa_authenticate"), {"code": "000000"}) for _ in range(11)]

    assert [each.status_code for each in answers[:10]] == [200] * 10
    assert answers[10].status_code == 429
    assert int(answers[10]["Retry-After"]) > 0


@pytest.mark.django_db
def test_a_door_that_is_not_ours_says_wait_in_our_words_and_keeps_no_password(client, kerstin):
    client.force_login(kerstin)
    client.cookies["django_language"] = "sv"
    sent = {"oldpassword": "fel-fel-fel", "password1": "hemligt-nytt", "password2": "hemligt-nytt"}

    answers = [client.post("/account/password/change/", sent) for _ in range(6)]

    html = answers[-1].content.decode()
    assert answers[-1].status_code == 429
    assert "Vänta en stund" in html
    assert "fel-fel-fel" not in html
    assert "hemligt-nytt" not in html
