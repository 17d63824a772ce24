"""The open form, as somebody without an account meets it."""

import re
import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kaveri.casebook.contacts.models import Contact
from kaveri.channels.public import views
from kaveri.foundation.access.limits import Limit
from kaveri.foundation.ui.phones import read_phone, shown_phone
from kaveri.steps.referral.services import confirm_contact
from tests.factories import cast
from tests.factories.referral import on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_count():
    cache.clear()


def typed(**known):
    return {
        "name": "Minna Rautio",
        "ways": "040 555 0102",
        "municipality": str(cast.abo().id),
        "language": "sv",
        "message": "Jag orkar inte med jobbsökningen.",
        "idempotency_key": str(uuid.uuid4()),
        **known,
    }


def send(client, address="public:ask", **known):
    return client.post(reverse(address), typed(**known), headers={"accept-language": "sv"})


@pytest.mark.requirement("ACCESS-1")
def test_it_asks_five_things_and_nothing_about_diagnosis_or_benefit(client):
    cast.abo()
    html = client.get(reverse("public:ask")).content.decode()

    form = html[html.index('id="page-form"') :].split("</form>")[0]
    shown = re.sub(r"<p hidden>.*?</p>", "", form, flags=re.DOTALL)
    fields = re.findall(r'<(?:input(?! type="hidden")|select|textarea)[^>]* name="(\w+)"', shown)
    assert fields == ["name", "ways", "municipality", "language", "message"]
    assert html.count("<h1") == 1


@pytest.mark.requirement("ACCESS-1", "ACCESS-5")
def test_the_receipt_names_who_and_when(client):
    response = send(client)
    contact = Contact.objects.get()

    assert response.status_code == 302
    assert str(contact.id) not in response.url
    page = client.get(response.url)
    html = page.content.decode()
    assert "Kerstin Sjöberg" in html
    assert contact.reference in html
    assert "Jag orkar inte med jobbsökningen." in html
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    assert contact.phone == "+358405550102"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 300),
        ("ways", ""),
        ("ways", "ring mig"),
        ("ways", "040-12"),
        ("ways", "minna@"),
        ("municipality", ""),
        ("municipality", "mars"),
        ("language", "klingon"),
        ("message", "Min kod är 010183-901X"),
        ("message", "\x00"),
        ("message", "a" * 6000),
        ("name", "010183-901X"),
    ],
)
def test_what_cannot_be_sent_is_told_and_everything_typed_is_kept(client, field, value):
    response = send(client, **{field: value})
    html = response.content.decode()

    assert response.status_code == 200
    assert "k-errors" in html
    kept = typed()
    for name in ("name", "ways", "message"):
        if name != field:
            assert kept[name] in html
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "' OR 1=1 --", "{{ 7*7 }}", "😀 ÅÄÖ", "%s %d"]
)
def test_odd_texts_are_kept_as_they_are(client, text):
    html = client.get(send(client, name=text, message=text).url).content.decode()

    assert Contact.objects.get().message == text
    assert "<script>alert" not in html


def test_a_double_click_makes_one_and_leads_to_the_same_receipt(client):
    key = str(uuid.uuid4())
    first, second = (send(client, idempotency_key=key) for _time in range(2))

    assert first.url == second.url
    assert Contact.objects.count() == 1


@pytest.mark.requirement("ACCESS-1")
def test_back_and_send_again_leads_to_the_receipt_of_the_first_under_whatever_key(client):
    """A browser that goes back fetches the form anew, with another key."""
    first = send(client)
    again = send(client)

    assert again.url == first.url
    assert Contact.objects.count() == 1


def test_after_an_error_page_the_same_message_is_still_sent_once(client):
    key = str(uuid.uuid4())
    assert send(client, ways="", idempotency_key=key).status_code == 200
    first = send(client, idempotency_key=key)
    assert send(client, ways="", idempotency_key=key).status_code == 200

    assert send(client, idempotency_key=key).url == first.url
    assert send(client).url == first.url
    assert Contact.objects.count() == 1


def test_other_words_under_the_same_key_are_kept_and_offered_as_a_new_message(client):
    key = str(uuid.uuid4())
    first = send(client, idempotency_key=key)
    changed = send(client, idempotency_key=key, message="Nytt nummer.", ways="040 555 0199")
    html = changed.content.decode()

    assert changed.status_code == 200
    assert first.url in html
    assert "Nytt nummer." in html
    assert "040 555 0199" in html
    assert "Ditt första meddelande har kommit fram" in html
    assert Contact.objects.count() == 1

    new_key = re.search(r'name="idempotency_key"\s+value="([^"]+)"', html)[1]
    second = send(client, idempotency_key=new_key, message="Nytt nummer.", ways="040 555 0199")
    assert second.url != first.url
    assert Contact.objects.count() == 2


def test_another_browser_with_the_same_words_gets_no_ones_receipt(client):
    first = send(client)
    assert send(Client()).url != first.url
    assert Contact.objects.count() == 2


def test_who_has_taken_back_may_send_the_same_words_again(client):
    first = send(client).url
    client.post(first + "take-back/", {"idempotency_key": str(uuid.uuid4())})

    assert send(client).url != first
    assert Contact.objects.count() == 2


def test_the_hidden_field_stops_machines_but_no_person(client):
    response = send(client, website="http://example.org")
    html = response.content.decode()
    assert not Contact.objects.exists()
    assert "Minna Rautio" in html
    assert "http://example.org" not in html

    send(client)
    assert Contact.objects.count() == 1


def test_a_flood_from_one_connection_is_asked_to_wait_and_keeps_its_text(client, monkeypatch):
    monkeypatch.setattr(views, "SENDINGS", Limit("ask", times=2, seconds=3600))
    for time in range(2):
        assert send(client, message=f"Brev {time}").status_code == 302

    response = send(client)
    assert response.status_code == 429
    assert 3500 < int(response["Retry-After"]) <= 3600
    assert "Jag orkar inte" in response.content.decode()
    assert Contact.objects.count() == 2


@pytest.mark.requirement("TRUST-4")
def test_switching_language_keeps_what_was_typed(client):
    response = client.post(reverse("public:ask"), typed(language_to="fi"))
    html = response.content.decode()

    assert '<html lang="fi"' in html
    assert "Jag orkar inte med jobbsökningen." in html
    assert not Contact.objects.exists()


@pytest.mark.requirement("TRUST-4", "ACCESS-5")
def test_the_receipt_opens_in_the_persons_language_until_they_choose_another(client):
    address = send(client, language="fi").url
    assert '<html lang="fi"' in client.get(address).content.decode()

    client.cookies.clear()
    assert '<html lang="fi"' in client.get(address).content.decode()
    client.post(address, {"language_to": "sv"})
    assert '<html lang="sv"' in client.get(address).content.decode()


@pytest.mark.requirement("ACCESS-1")
def test_for_somebody_close_it_asks_who_writes_and_waits(client):
    client.cookies["django_language"] = "sv"
    response = send(
        client,
        "public:ask_for_other",
        writer_name="Liisa Rautio",
        writer_ways="liisa@example.org",
        knows="knows",
    )
    contact = Contact.objects.get()

    assert (contact.state, contact.sender_name) == ("to_be_confirmed", "Liisa Rautio")
    html = client.get(response.url).content.decode()
    assert "Liisa Rautio" in html
    assert "frågar din närstående" in html
    assert "Om ingen har frågat din närstående senast" in html
    assert "Din närståendes telefon" in html
    assert "dig inte" not in html
    assert client.get(reverse("public:ask_for_other")).status_code == 200
    assert send(client, "public:ask_for_other").status_code == 200


@pytest.mark.requirement("ACCESS-5")
def test_taking_back_asks_once_more(client):
    address = send(client).url
    back = address + "take-back/"
    assert address in client.get(back).content.decode()
    assert Contact.objects.get().state == "open"

    response = client.post(back, {"idempotency_key": str(uuid.uuid4())})
    assert response.url == address
    assert Contact.objects.get().state == "closed"
    html = client.get(address).content.decode()
    assert "take-back" not in html
    # Pressed again, or from an old tab: the receipt says it all.
    assert client.get(back).url == address
    assert client.post(back, {"idempotency_key": str(uuid.uuid4())}).url == address
    assert "Du har tagit tillbaka meddelandet" in html
    assert "går inte längre" not in client.get(address).content.decode()


@pytest.mark.parametrize("key", ["0" * 40, "a", "finns-inte"])
def test_a_key_that_opens_nothing_looks_like_no_page(client, key):
    send(client)
    assert client.get(f"/receipt/{key}/").status_code == 404
    assert client.get(f"/receipt/{key}/take-back/").status_code == 404
    assert client.post(f"/receipt/{key}/take-back/").status_code == 404


@pytest.mark.requirement("ACCESS-5")
def test_a_message_that_is_being_handled_is_not_taken_back_and_the_receipt_says_so(client):
    client.cookies["django_language"] = "sv"
    address = send(
        client,
        "public:ask_for_other",
        writer_name="Liisa Rautio",
        writer_ways="liisa@example.org",
        knows="knows",
    ).url
    confirm_contact(**on(Contact.objects.get(), agrees=True))

    answer = client.post(
        address + "take-back/", {"idempotency_key": str(uuid.uuid4())}, follow=True
    )
    assert answer.redirect_chain == [(address, 302)]
    assert "Meddelandet går inte längre att ta tillbaka." in answer.content.decode()
    assert Contact.objects.get().state == "open"


def test_who_finds_no_page_gets_a_number_to_call_and_a_worker_a_colleague_to_ask(client):
    phone = cast.abo().receiving_unit.phone
    shown = shown_phone(phone, "sv")
    for address in ("/receipt/fel/", "/finns-inte/"):
        html = client.get(address, headers={"accept-language": "sv"}).content.decode()
        assert shown in html
        assert 'href="/"' in html
        assert "samordnaren" not in html

    client.force_login(cast.kerstin())
    html = client.get("/receipt/fel/", headers={"accept-language": "sv"}).content.decode()
    assert "samordnaren" in html


def test_a_door_leads_in_from_the_public_pages(client):
    assert reverse("account_login") in client.get("/").content.decode()
    client.force_login(cast.kerstin())
    assert reverse("account_login") not in client.get("/service/").content.decode()


@pytest.mark.requirement("TRUST-4")
def test_languages_stand_in_the_same_order_whatever_the_page_is_written_in(client):
    for language in ("sv", "fi", "en"):
        html = client.get("/", headers={"accept-language": language}).content.decode()
        header = html[html.index("k-languages") : html.index("</header>")]
        assert re.findall(r"(Suomi|Svenska|English)", header) == ["Suomi", "Svenska", "English"]


@pytest.mark.requirement("INFORM-1")
@pytest.mark.parametrize("name", ["start", "service", "how_to_come", "data_use", "accessibility"])
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_anyone_reads_the_public_texts(client, name, language):
    number = read_phone(cast.abo().receiving_unit.phone)
    cast.kerstin()
    html = client.get(
        reverse(f"public:{name}"), headers={"accept-language": language}
    ).content.decode()

    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert "{days}" not in html
    assert "{months}" not in html
    assert f'href="tel:{number}"' in html


def test_the_receipt_gives_both_numbers_to_call_and_thanks_plainly(client):
    html = client.get(send(client).url).content.decode()
    contact = Contact.objects.get()
    for number in (contact.owner.phone, contact.unit.phone):
        assert f'href="tel:{read_phone(number)}"' in html
    assert re.search(r"<h1>\s*Tack, vi har fått ditt meddelande\s*</h1>", html)


def test_who_cannot_sign_in_finds_the_number_to_call(client):
    html = client.get(reverse("account_login"), headers={"accept-language": "en"}).content.decode()
    assert f'href="{reverse("public:how_to_come")}"' in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "enhetens chef"), ("fi", "esihenkilö"), ("en", "unit&#x27;s manager")],
)
def test_the_data_page_says_what_a_manager_sees(client, language, said):
    page = client.get(reverse("public:data_use"), headers={"accept-language": language})
    assert said in page.content.decode()
