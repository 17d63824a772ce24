"""Somebody asks for help: without scripts, on the narrowest phone, with the keyboard alone."""

import pytest

from kaveri.casebook.contacts.models import Contact
from tests.browser import DESKTOP, check_accessibility, check_reflow, picture
from tests.factories import cast

pytestmark = [pytest.mark.journey]
NARROW = 320


def type_by_keyboard(page, name, text):
    """Walks with the tab key until the field has the focus, and writes."""
    for _step in range(40):
        if page.evaluate("document.activeElement.name") == name:
            page.keyboard.type(text)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {name}")


@pytest.mark.requirement("ACCESS-1", "ACCESS-5", "TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_a_person_asks_and_changes_their_mind_with_the_keyboard_alone(page_at, language):  # noqa: PLR0915 one story
    cast.abo()
    page = page_at(NARROW, language=language, javascript=False)

    page.goto("/ask/")
    check_reflow(page)
    type_by_keyboard(page, "name", "Elias")
    type_by_keyboard(page, "ways", "hej")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".k-errors li").count() == 2
    assert page.locator("[name=name]").input_value() == "Elias"
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"ask/{language}-error")

    page.locator("[name=ways]").fill("040 555 0190")
    page.locator("[name=municipality]").select_option(index=1)
    page.locator("[name=language]").select_option(language)
    type_by_keyboard(page, "message", "Jag vill jobba igen.")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    contact = Contact.objects.get()
    assert "Kerstin Sjöberg" in page.locator(".k-step").inner_text()
    assert page.locator("html").get_attribute("lang") == language
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"ask/{language}-receipt")

    page.locator("a[href$='take-back/']").click()
    check_accessibility(page)
    with page.expect_navigation():
        page.locator("#page-form button").click()
    contact.refresh_from_db()
    assert contact.state == "closed"
    check_accessibility(page)


@pytest.mark.requirement("ACCESS-1")
def test_somebody_writes_for_a_close_person(page_at):
    cast.abo()
    page = page_at(DESKTOP, language="sv")

    page.goto("/ask/for-other/")
    check_accessibility(page)
    page.locator("[name=writer_name]").fill("Liisa Rautio")
    page.locator("[name=writer_ways]").fill("liisa@example.org")
    page.locator("[name=knows][value=knows]").check()
    page.locator("[name=name]").fill("Minna Rautio")
    page.locator("[name=ways]").fill("040 555 0102")
    page.locator("[name=municipality]").select_option(index=1)
    page.locator("#page-form button.ds-button").click()

    assert page.locator("h1").inner_text() == "Tack, vi har fått ditt meddelande"
    assert Contact.objects.get().state == "to_be_confirmed"
    check_accessibility(page)
    picture(page, "ask/for-other")
