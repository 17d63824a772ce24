"""The receiver's pages, and the page behind a link."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.clients.models import Client
from kaveri.foundation.base import clock
from kaveri.steps.referral_out.domain import ReferralState
from kaveri.steps.referral_out.models import ReferralOut
from tests.factories import cast
from tests.factories.referral_out import a_referral, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


def link(secret):
    return reverse("referral_out:by_link", args=[secret])


def test_the_receiver_finds_reads_and_answers(client):
    referral = a_referral(service=health_check()).referral
    client.force_login(cast.sara())
    address = reverse("referral_out:received", args=[referral.id])
    assert address in client.get(reverse("referral_out:mine")).content.decode()
    assert "Hjälp att få ordning" in client.get(address).content.decode()
    referral.refresh_from_db()
    assert referral.state == ReferralState.SEEN
    answer = client.post(address, {"answer": "accepted", "text": "Vi ringer."})
    assert answer.status_code == 302
    assert client.get(reverse("referral_out:mine")).status_code == 200


def test_the_receiver_sees_nothing_but_the_letter(client):
    case = a_referral(service=health_check()).referral.case
    client.force_login(cast.sara())
    assert client.get(reverse("referral_out:of_case", args=[case.id])).status_code == 404


def test_after_the_end_the_page_is_gone(client):
    referral = a_referral(service=health_check()).referral
    client.force_login(cast.sara())
    address = reverse("referral_out:received", args=[referral.id])
    client.post(address, {"answer": "declined", "text": "Fullt."})
    assert client.get(address).status_code == 404


def test_the_link_shows_the_question_and_what_was_agreed_to_tell(client):
    sent = a_referral()
    page = client.get(link(sent.secret))
    text = page.content.decode()
    assert page.headers["Cache-Control"].startswith("max-age=0")
    assert "Hjälp att få ordning" in text
    assert "Aino Virtanen" in text
    assert "tel:+358405550101" in text
    assert "K-20" not in text
    ReferralOut.objects.update(tells_name=False, tells_phone=False)
    text = client.get(link(sent.secret)).content.decode()
    assert "Aino" not in text
    assert "tel:+358405550101" not in text


def test_non_disclosure_that_comes_later_hides_the_number(client):
    sent = a_referral()
    Client.objects.update(non_disclosure=True)
    assert "tel:+358405550101" not in client.get(link(sent.secret)).content.decode()


@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize(
    "posted",
    [
        {"answer": ""},
        {"answer": "begun"},
        {"answer": "withdrawn"},
        {"answer": "declined", "text": ""},
        {"answer": "first_date", "on": ""},
        {"answer": "first_date", "on": "30.2."},
        {"answer": "first_date", "on": "1.1.2020"},
    ],
)
def test_bad_answers_are_told_and_nothing_typed_is_lost(client, posted, language):
    sent = a_referral()
    words = {"text": "Ring växeln <i>”nu”</i> €", **posted}
    answer = client.post(link(sent.secret), words, headers={"accept-language": language})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="k-errors"' in page
    if "text" not in posted:
        assert "Ring växeln &lt;i&gt;”nu”" in page
    assert ReferralOut.objects.get().state in {ReferralState.SENT, ReferralState.SEEN}


def test_answering_by_link_twice_counts_once_and_thanks_twice(client):
    sent = a_referral()
    day = clock.today() + dt.timedelta(days=5)
    words = {
        "answer": "first_date",
        "on": f"{day.day}.{day.month}.{day.year}",
        "idempotency_key": "0b0f3f0e-1111-4222-8333-444455556666",
    }
    for _time in range(2):
        answer = client.post(link(sent.secret), words)
        assert answer.url == reverse("referral_out:answered")
    assert ReferralOut.objects.get().events.filter(kind="first_date").count() == 1
    assert client.get(answer.url).status_code == 200


def test_wrong_old_and_used_up_links_show_the_same_page(client):
    sent = a_referral()
    client.post(link(sent.secret), {"answer": "declined", "text": "Nej."})
    used = client.get(link(sent.secret))
    wrong = client.get(link("B" * 43))
    fresh = a_referral(case=sent.referral.case)
    ReferralOut.objects.filter(pk=fresh.referral.pk).update(
        link_until=clock.now() - dt.timedelta(minutes=1)
    )
    old = client.get(link(fresh.secret))
    assert {used.status_code, wrong.status_code, old.status_code} == {404}
    pages = {
        page.content.decode().replace(link(secret), "")
        for page, secret in [(used, sent.secret), (wrong, "B" * 43), (old, fresh.secret)]
    }
    without_tokens = {page.split("</header>")[-1] for page in pages}
    assert len(without_tokens) == 1


def test_only_a_real_opening_counts_as_seen(client):
    sent = a_referral()
    client.head(link(sent.secret))
    assert ReferralOut.objects.get().state == ReferralState.SENT
