"""The prompts of a front line on a card for the pocket."""

import io

import pikepdf
import pytest
from django.urls import reverse

from kaveri.steps.identification.selectors import prompt_lists
from tests.factories import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.force_login(cast.kerstin())
    return client


def card(browser, key, language):
    return browser.get(reverse("identification:prompt_card", args=[key, language]))


@pytest.mark.requirement("IDENTIFY-2", "TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_every_list_stands_on_two_sides_of_a_card(browser, language):
    for each in prompt_lists():
        with pikepdf.open(io.BytesIO(card(browser, each.key, language).content)) as pdf:
            assert len(pdf.pages) == 2, each.key
            assert str(pdf.Root.Lang) == language
            assert pdf.Root.MarkInfo.Marked


@pytest.mark.requirement("IDENTIFY-2")
def test_the_card_says_what_i_can_do_myself_and_whom_i_turn_to(browser, monkeypatch):
    told = []
    monkeypatch.setattr(
        "kaveri.steps.identification.views.prompts.make_pdf",
        lambda _paper, data, **_known: told.append(data) or b"%PDF",
    )
    card(browser, "doctor", "en")
    headings = [part["heading"] for part in told[0]["parts"]]
    assert headings == [
        "What to notice",
        "What to ask",
        "What can I do myself now?",
        "Whom do I turn to?",
    ]
    assert all(part["lines"] for part in told[0]["parts"])
    assert "check" in told[0]["label"]


@pytest.mark.requirement("IDENTIFY-2")
def test_the_list_leads_to_its_card_and_no_list_has_none(browser):
    page = browser.get(reverse("identification:prompt", args=["doctor"])).content.decode()
    assert reverse("identification:prompt_card", args=["doctor", "sv"]) in page
    assert card(browser, "nobody", "sv").status_code == 404
