"""Answering screen by screen, without JavaScript: kept at once, interrupted and resumed, from two devices."""

import re

import pytest
from django.test import Client as Browser
from django.urls import reverse

from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.models import Asking, ScaleResult
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import asked, value

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]
SYSTEM = "https://kaveri.invalid/own-view/answers"


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


def at_home():
    case = a_case()
    cast.aino_account()
    row = asked(case, way=Way.HOME).asking
    return row, reverse("questionnaires:answer_mine", args=[case.id, row.id])


def device(account=None):
    browser = Browser()
    if account:
        browser.force_login(account)
    browser.cookies["django_language"] = "sv"
    return browser


def hidden(html):
    main = html[html.index("<main") : html.index("</main>")]
    found = re.findall(r'<input type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', main)
    return {name: text for name, text in found if name != "csrfmiddlewaretoken"}


def send(browser, at, **typed):
    """What the page's form sends: its hidden fields, and what is typed."""
    shown = browser.get(at, follow=True)
    where = shown.redirect_chain[-1][0] if shown.redirect_chain else at
    return browser.post(where, {**hidden(shown.content.decode()), **typed}, follow=True)


def test_one_question_at_a_time_to_the_feedback():
    row, at = at_home()
    browser = device(cast.aino_account())
    for _number in range(6):
        answer = send(browser, at, q0=f"{SYSTEM}|4")
    assert answer.status_code == 200
    answer = send(browser, at, q0="true")
    assert "Vad vill du tala om?" in answer.content.decode()
    send(browser, at, q0="Hur det går hemma")
    answer = send(browser, at, q0="Promenader")
    assert "Kontrollera svaren" in answer.content.decode()
    answer = send(browser, f"{at}?at=end")
    text = answer.content.decode()
    assert "24 av" in text or "24" in text
    assert "Mycket går bra för dig just nu" in text
    assert ScaleResult.objects.get(asking=row).score == 24


def test_a_question_whose_condition_falls_is_not_asked_and_not_handed_in():
    row, at = at_home()
    browser = device(cast.aino_account())
    send(browser, f"{at}?at=talk", q0="true")
    send(browser, f"{at}?at=talk-what", q0="Något")
    answer = send(browser, f"{at}?at=talk", q0="false")
    assert "Vad vill du tala om?" not in answer.content.decode()
    assert value(row, "talk-what") == [{"valueString": "Något"}]


def test_interrupted_and_resumed_where_one_was():
    _row, at = at_home()
    send(device(cast.aino_account()), at, q0=f"{SYSTEM}|2", later="1")
    shown = device(cast.aino_account()).get(at).content.decode()
    assert "Hur räcker dina krafter" in shown
    before = device(cast.aino_account()).get(f"{at}?at=everyday").content.decode()
    assert re.search(r'value="[^"]*\|2"[^>]*checked', before)


def test_two_devices_the_second_sees_both_answers_and_nothing_is_lost():
    row, at = at_home()
    phone, laptop = device(cast.aino_account()), device(cast.aino_account())
    on_phone = hidden(phone.get(at).content.decode())
    on_laptop = hidden(laptop.get(at).content.decode())
    phone.post(at, {**on_phone, "q0": f"{SYSTEM}|3"})
    answer = laptop.post(at, {**on_laptop, "q0": f"{SYSTEM}|1"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "på en annan enhet" in text and "Ganska bra" in text and "Lite" in text
    assert value(row, "everyday")[0]["valueCoding"]["code"] == "3"
    again = laptop.post(at, {**hidden(text), "q0": f"{SYSTEM}|1"})
    assert again.status_code == 302
    assert value(row, "everyday")[0]["valueCoding"]["code"] == "1"


def test_nothing_answered_is_said_beside_the_button():
    _row, at = at_home()
    answer = send(device(cast.aino_account()), f"{at}?at=end")
    assert "Inget är besvarat ännu" in answer.content.decode()


@pytest.mark.requirement("TRUST-1")
def test_the_link_says_no_name_and_opens_nothing_else():
    sent = asked(a_case(), way=Way.LINK)
    at = reverse("questionnaires:by_link", args=[sent.secret])
    browser = device()
    shown = browser.get(at)
    text = shown.content.decode()
    for name in ("Aino", "Virtanen", "Kerstin", "K-20"):
        assert name not in text
    # The address leaves the county on no request; a form of the page itself must still say whence it comes.
    assert shown["Referrer-Policy"] == "same-origin" and "no-store" in shown["Cache-Control"]
    answer = send(browser, at, q0=f"{SYSTEM}|4")
    assert "Aino" not in answer.content.decode()
    answer = send(browser, f"{at}?at=end")
    assert "Tack för att du svarade" in answer.content.decode()
    assert browser.get(at).status_code == 404
    assert Asking.objects.get().finished_by is None


def test_a_worker_asks_by_a_link_that_is_shown_once():
    case = a_case()
    browser = device(cast.kerstin())
    at = reverse("questionnaires:ask", args=[case.id])
    answer = send(browser, at, key="own-view", way="link", due_on="31.12.")
    found = re.search(r"http://testserver(/q/[^<\s]+/)", answer.content.decode())
    assert found and browser.get(found[1]).status_code == 200
    assert found[1] not in browser.get(at).content.decode()
    listed = browser.get(reverse("questionnaires:of_case", args=[case.id])).content.decode()
    assert found[1] not in listed and "genom en länk" in listed


def test_a_worker_fills_in_and_reads_the_result_with_its_source():
    case = a_case()
    browser = device(cast.kerstin())
    send(browser, reverse("questionnaires:ask", args=[case.id]), key="own-view", way="together")
    row = Asking.objects.get()
    at = reverse("questionnaires:answer", args=[row.id])
    for _number in range(6):
        send(browser, at, q0=f"{SYSTEM}|1")
    answer = send(browser, f"{at}?at=end")
    text = answer.content.decode()
    assert "Inte bekräftat" in text and "tungt" in text
    downloaded = browser.get(reverse("questionnaires:response", args=[row.id])).content.decode()
    assert '"QuestionnaireResponse"' in downloaded and "Aino" not in downloaded


def test_no_real_change_is_called_so():
    case = a_case()
    aino = device(cast.aino_account())
    for points in ((2,) * 6, (2, 2, 2, 2, 3, 4)):
        send(aino, reverse("questionnaires:mine", args=[case.id]), key="own-view")
        row = Asking.objects.filter(finished_at=None).get()
        at = reverse("questionnaires:answer_mine", args=[case.id, row.id])
        for point in points:
            send(aino, at, q0=f"{SYSTEM}|{point}")
        answer = send(aino, f"{at}?at=end")
    assert "ingen verklig förändring" in answer.content.decode()
