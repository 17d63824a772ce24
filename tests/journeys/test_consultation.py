"""A consultation without identity is noted in under a minute; a question in writing is answered: no client anywhere."""

import time

import pytest

from kaveri.steps.consultation.domain import ConsultationState
from kaveri.steps.consultation.models import Consultation
from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast

pytestmark = [pytest.mark.journey]
# What a hand does from the list of consultations until it is noted: open the form, topic, place of work, send.
INPUTS = 4
SECONDS = 60
QUESTION = "Vilken tjänst passar den som hört till arbetslivet länge?"
ANSWER = "Börja med arbetsprövning."


class Hand:
    """Every press and choice is counted."""

    def __init__(self, page):
        self.page, self.inputs = page, 0

    def click(self, selector):
        self.inputs += 1
        self.page.locator(selector).first.click()

    def check(self, selector):
        self.inputs += 1
        self.page.locator(selector).check()

    def choose(self, selector, **what):
        self.inputs += 1
        self.page.locator(selector).select_option(**what)


def looked_over(page, name):
    check_reflow(page)
    check_accessibility(page)
    picture(page, name)


@pytest.mark.requirement("COORDINATE-12", "ACCESS-1")
@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_consultation_is_noted_in_under_a_minute(page_at, language, width):
    cast.abo()
    page = page_at(width, language=language)
    sign_in(page, cast.kerstin())
    page.goto("/consultations/")
    looked_over(page, f"consultation/{language}-{width}-none")
    hand, began = Hand(page), time.monotonic()
    hand.click("main a[href$='/consultations/note/']")
    hand.check("[name=topic][value=services]")
    hand.choose("[name=asker]", value="other")
    hand.click("main form:has([name=topic]) button[type=submit]")
    page.wait_for_url("**/consultations/")
    took = time.monotonic() - began
    row = Consultation.objects.get()
    assert (row.topic, row.state) == ("services", ConsultationState.ANSWERED)
    assert hand.inputs == INPUTS
    assert took < SECONDS
    looked_over(page, f"consultation/{language}-{width}-noted")
    page.goto("/consultations/note/")
    looked_over(page, f"consultation/{language}-{width}-form")
    page.goto("/consultations/figures/")
    looked_over(page, f"consultation/{language}-{width}-figures")


@pytest.mark.requirement("COORDINATE-12", "ACCESS-1")
@pytest.mark.parametrize(("language", "width"), [("sv", PHONE), ("fi", DESKTOP)])
def test_a_question_in_writing_is_answered_by_who_is_on_duty(page_at, language, width):
    cast.abo()
    asks = page_at(width, language=language)
    sign_in(asks, cast.petra())
    asks.goto("/consultations/ask/")
    looked_over(asks, f"consultation/{language}-{width}-ask")
    asks.locator("[name=topic][value=services]").check()
    asks.locator("[name=unit_id]").select_option(index=1)
    asks.locator("[name=question]").fill(QUESTION)
    asks.locator("main form:has([name=question]) button[type=submit]").click()
    asks.wait_for_url("**/consultations/")
    row = Consultation.objects.get()
    answers = page_at(width, language=language)
    sign_in(answers, cast.kerstin())
    answers.goto(f"/consultations/{row.pk}/")
    looked_over(answers, f"consultation/{language}-{width}-asked")
    answers.locator("[name=answer]").fill(ANSWER)
    answers.locator("main form:has([name=answer]) button[type=submit]").click()
    answers.wait_for_load_state()
    asks.goto(f"/consultations/{row.pk}/")
    assert ANSWER in asks.locator("main").inner_text()
    looked_over(asks, f"consultation/{language}-{width}-answered")
