"""Referring on and getting the answer by a link; mapping and assessing: seen, judged by axe, reflowed."""

import pytest

from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast
from tests.factories.assessment import a_request, a_statement, an_assessment
from tests.factories.casebook import a_case
from tests.factories.referral_out import a_referral, debt_counselling, health_check

pytestmark = [pytest.mark.journey, pytest.mark.requirement("COORDINATE-14", "ASSESS-1", "ASSESS-2")]
NARROW = 320


@pytest.fixture
def kerstin(site, settings):
    """Kerstin, with one of everything on Aino's case."""
    settings.SECOND_FACTOR = False
    return cast.kerstin()


def look_at(page, address, name):
    page.goto(address)
    picture(page, f"assessment/{name}")
    check_accessibility(page)
    check_reflow(page)


@pytest.mark.parametrize(("language", "width"), [("sv", DESKTOP), ("en", PHONE), ("fi", NARROW)])
def test_every_page_is_readable_in_each_language_and_width(page_at, kerstin, language, width):
    kerstin.language = language
    kerstin.save()
    case = a_case()
    sent = a_referral(case=case)
    a_referral(case=case, service=health_check())
    row = a_statement(case=case, in_own_words=True)
    a_statement(case=case, heading="skills", text="Truckkort, 12 år på lager.")
    made = an_assessment(case=case)
    asked = a_request(case=case)
    page = page_at(width, language=language)
    at = f"/case/{case.id}"
    end = f"{language}-{width}"
    look_at(page, f"/answer/{sent.secret}/", f"link-{end}")
    look_at(page, "/answer/done/", f"link-done-{end}")
    sign_in(page, kerstin)
    for path, name in [
        ("referrals/", "referrals"),
        ("referrals/new/", "choose"),
        (f"referrals/new/{debt_counselling().id}/", "send"),
        (f"referrals/{sent.referral.id}/", "follow"),
        (f"referrals/{sent.referral.id}/remind/", "remind"),
        (f"referrals/{sent.referral.id}/withdraw/", "withdraw"),
        ("mapping/", "mapping"),
        ("mapping/?add=health", "mapping-add"),
        (f"mapping/{row.id}/", "correct"),
        ("assessments/", "assessments"),
        ("assessments/new/", "ask"),
        (f"assessments/{made.id}/", "assessment"),
        (f"assessments/{made.id}/result/", "result"),
        ("information/", "information"),
        ("information/new/", "ask-information"),
        (f"information/{asked.id}/receive/", "receive"),
    ]:
        look_at(page, f"{at}/{path}", f"{name}-{end}")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_service_without_an_account_answers_by_the_link(page_at, site, javascript):
    sent = a_referral()
    page = page_at(PHONE, language="fi", javascript=javascript)
    page.goto(f"/answer/{sent.secret}/")
    page.get_by_role("radio").nth(2).check()
    page.get_by_role("button", name="Lähetä vastaus").click()
    assert page.get_by_role("radio").nth(2).is_checked()
    page.locator("textarea").fill("Jono on liian pitkä.")
    page.get_by_role("button", name="Lähetä vastaus").click()
    assert page.url.endswith("/answer/done/")
    sent.referral.refresh_from_db()
    assert sent.referral.state == "declined"
