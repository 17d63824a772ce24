"""The sender's pages of referrals out."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.foundation.base import clock
from kaveri.steps.referral_out.models import ReferralEvent, ReferralOut
from tests.factories import cast
from tests.factories.casebook import a_case, aino
from tests.factories.referral_out import a_referral, debt_counselling, health_check

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-14")]
LONG = "Åäö € “citat” <b>&amp;</b> " * 3


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def desk(client):
    """Kerstin's desk."""
    client.force_login(cast.kerstin())
    return client


def in_days(number):
    return clock.today() + dt.timedelta(days=number)


def written(day):
    return f"{day.day}.{day.month}.{day.year}"


def letter(**changed):
    return {
        "question": "Hjälp att få ordning på skulderna.",
        "tells": ["name", "phone"],
        "ground": "oral_consent",
        "ground_note": "Aino sade ja.",
        "answer_by": written(in_days(14)),
        "told": "meeting",
        **changed,
    }


def test_a_referral_is_chosen_written_sent_and_followed(desk):
    case, service = a_case(), debt_counselling()
    chosen = desk.get(reverse("referral_out:choose", args=[case.id]), {"q": "velka"})
    address = reverse("referral_out:send", args=[case.id, service.id])
    assert address in chosen.content.decode()
    assert b"ekonomi" in desk.get(address, headers={"accept-language": "sv"}).content.lower()
    answer = desk.post(address, letter())
    assert answer.status_code == 302
    page = desk.get(answer.url).content.decode()
    referral = ReferralOut.objects.get()
    assert reverse("referral_out:follow", args=[case.id, referral.id]) in page
    shown = desk.get(reverse("referral_out:follow", args=[case.id, referral.id])).content.decode()
    assert "Hjälp att få ordning" in shown
    assert reverse("referral_out:remind", args=[case.id, referral.id]) in shown


@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize(
    "changed",
    [
        {"question": ""},
        {"answer_by": "31.2.2026"},
        {"answer_by": "1.1.2020"},
        {"ground": "own_register"},
        {"ground": "magic"},
        {"ground_note": ""},
        {"question": "\x00"},
        {"question": "a" * 10_001},
        {"told": "telepathy"},
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(desk, changed, language):
    case = a_case()
    address = reverse("referral_out:send", args=[case.id, debt_counselling().id])
    kerstin = cast.kerstin()
    kerstin.language = language
    kerstin.save()
    answer = desk.post(address, letter(**{"ground_note": LONG, **changed}))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'class="k-errors"' in page
    if "ground_note" not in changed:
        assert "Åäö € “citat” &lt;b&gt;" in page
    assert not ReferralOut.objects.exists()


def test_the_same_service_again_says_so_and_asks_why(desk):
    case = a_case()
    a_referral(case=case)
    address = reverse("referral_out:send", args=[case.id, debt_counselling().id])
    assert 'name="overlap_reason"' in desk.get(address).content.decode()
    assert desk.post(address, letter()).status_code == 200
    assert desk.post(address, letter(overlap_reason="En ny skuld.")).status_code == 302


def test_a_hidden_number_cannot_be_ticked(desk):
    case = a_case(client=aino(non_disclosure=True))
    address = reverse("referral_out:send", args=[case.id, debt_counselling().id])
    assert 'name="tells" value="phone"' not in desk.get(address).content.decode()
    assert desk.post(address, letter()).status_code == 200
    assert not ReferralOut.objects.exists()


def test_a_reminder_a_new_link_and_a_withdrawal(desk):
    case = a_case()
    sent = a_referral(case=case)
    args = [case.id, sent.referral.id]
    remind = reverse("referral_out:remind", args=args)
    assert desk.post(remind, {"answer_by": "i går", "note": LONG}).status_code == 200
    assert desk.post(remind, {"answer_by": written(in_days(20)), "by_mail": ""}).status_code == 302
    assert desk.post(reverse("referral_out:renew_link", args=args)).status_code == 302
    withdraw = reverse("referral_out:withdraw", args=args)
    lacking = desk.post(withdraw, {"reason": "", "next_what": LONG})
    assert "Åäö € “citat” &lt;b&gt;" in lacking.content.decode()
    assert desk.post(withdraw, {"reason": "Vill inte."}).status_code == 302
    kinds = ReferralEvent.objects.order_by("at", "id").values_list("kind", flat=True)
    assert list(kinds) == ["sent", "reminded", "new_link", "withdrawn"]


def test_what_was_heard_by_phone_is_written_down_and_nothing_typed_is_lost(desk):
    case = a_case()
    sent = a_referral(case=case)
    page = reverse("referral_out:progress", args=[case.id, sent.referral.id])
    first = {"answer": "first_date", "text": LONG}
    lacking = desk.post(page, first)
    assert "Åäö € “citat” &lt;b&gt;" in lacking.content.decode()
    assert desk.post(page, {**first, "on": written(in_days(5))}).status_code == 302
    goes_on = {"answer": "no_change", "text": "Allt enligt plan."}
    assert desk.post(page, goes_on).status_code == 200
    assert desk.post(page, {**goes_on, "ask_again_on": written(in_days(20))}).status_code == 302
    assert desk.post(page, {"answer": "ended", "text": "Skulden är ordnad."}).status_code == 302
    kinds = ReferralEvent.objects.order_by("at", "id").values_list("kind", flat=True)
    assert list(kinds) == ["sent", "first_date", "no_change", "ended"]


def test_pages_of_others_look_as_if_they_were_not_there(client):
    case = a_case()
    referral = a_referral(case=case, service=health_check()).referral
    invented = "019a0000-0000-7000-8000-000000000000"
    for account in (cast.petra(), cast.sara(), cast.tove(), cast.aino_account()):
        client.force_login(account)
        for name, args in [
            ("of_case", [case.id]),
            ("choose", [case.id]),
            ("send", [case.id, debt_counselling().id]),
            ("follow", [case.id, referral.id]),
            ("remind", [case.id, referral.id]),
            ("progress", [case.id, referral.id]),
            ("withdraw", [case.id, referral.id]),
        ]:
            real = client.get(reverse(f"referral_out:{name}", args=args))
            fake = client.get(reverse(f"referral_out:{name}", args=[invented, *args[1:]]))
            assert (real.status_code, fake.status_code) == (404, 404), (account, name)


def test_a_referral_is_not_reached_through_another_case(desk):
    sent = a_referral()
    other = a_case(client=aino(), controller_id=cast.organisation("other").id)
    address = reverse("referral_out:follow", args=[other.id, sent.referral.id])
    assert desk.get(address).status_code == 404
