"""With JavaScript off: from the contact to its receipt, and the client's own page."""

import pytest

from tests.browser import DESKTOP, PHONE, check_accessibility, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.journeys.county import County

pytestmark = pytest.mark.journey


@pytest.fixture
def seen(request):
    """Looks at a page and keeps a picture of it."""

    def see(page, name: str) -> None:
        check_accessibility(page)
        picture(page, f"without-script/{name}")

    return see


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(("width", "language"), [(PHONE, "fi"), (DESKTOP, "sv")])
def test_a_person_writes_and_takes_it_back_without_a_script(
    site, page_at, time, seen, width, language
):
    County(language)
    page = page_at(width, language=language, javascript=False)
    page.goto("/")
    page.locator("main a[href='/ask/']").first.click()
    page.wait_for_url("**/ask/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".k-errors")
    seen(page, f"1-errors-{language}-{width}")

    page.fill("[name=name]", "Aino Virtanen")
    page.fill("[name=ways]", "aino@example.org")
    page.select_option("[name=municipality]", label="Åbo" if language == "sv" else "Turku")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/receipt/**")
    assert "Kerstin Sjöberg" in page.locator(".k-step").inner_text()
    seen(page, f"2-receipt-{language}-{width}")

    page.locator("main a[href$='/take-back/']").click()
    page.wait_for_url("**/take-back/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/receipt/**")
    assert page.locator(".k-step").count() == 0
    seen(page, f"3-taken-back-{language}-{width}")


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(("width", "language"), [(PHONE, "sv"), (DESKTOP, "fi")])
def test_the_client_answers_and_writes_without_a_script(site, page_at, time, seen, width, language):
    a_case()
    page = page_at(width, language=language, javascript=False)
    sign_in(page, cast.aino_account())
    page.goto("/my/")
    seen(page, f"4-home-{language}-{width}")
    page.locator(".k-step button").first.click()
    page.wait_for_selector(".k-step .k-with-icon")
    page.locator("main a[href*='/messages/']").first.click()
    page.wait_for_url("**/messages/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".k-errors")
    page.fill("[name=text]", "Kan vi ses på måndag?")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector("main >> text=Kan vi ses på måndag?")
    assert page.locator(".k-errors").count() == 0
    seen(page, f"5-written-{language}-{width}")
