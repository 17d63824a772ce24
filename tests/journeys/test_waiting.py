"""Somebody who has tried too often is told how long to wait, on a phone and without a script."""

import pytest

from tests.browser import PHONE, check_accessibility, check_reflow, picture
from tests.factories import cast

pytestmark = pytest.mark.journey
LANGUAGES = {
    "sv": ("Logga in", "Vänta 5 minuter", "Vänta en stund"),
    "fi": ("Kirjaudu sisään", "Odota 5 minuuttia", "Odota hetki"),
}


@pytest.mark.requirement("TRUST-1", "TRUST-4")
@pytest.mark.parametrize("language", LANGUAGES)
def test_kerstin_has_forgotten_her_password(page_at, watch, language):
    send, wait, too_many = LANGUAGES[language]
    watch.expect("429")
    watch.expect("404")
    username = cast.kerstin().username
    page = page_at(PHONE, language=language, javascript=False)
    page.goto("/account/login/")
    for _time in range(11):
        page.fill("#id_login", username)
        page.fill("#id_password", "fel lösenord")
        page.locator("main").get_by_role("button", name=send).click()

    assert wait in page.locator("main").inner_text()
    assert page.input_value("#id_login") == username
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"waiting/{language}-sign-in")

    for number in range(101):
        page.goto(f"/receipt/invented{number}/")
    assert page.locator("h1").inner_text() == too_many
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"waiting/{language}-links")
