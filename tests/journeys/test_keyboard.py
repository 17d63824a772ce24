"""By keyboard alone, and on the narrowest screen: the public form and the client's own page."""

import pytest

from tests.browser import check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.journeys.county import County

pytestmark = pytest.mark.journey
NARROW = 320
FOCUSED = "document.activeElement"


def tab_to(page, selector: str, *, most: int = 60) -> None:
    """Presses Tab until the element has the focus, as somebody without a mouse does."""
    for _press in range(most):
        if page.evaluate(f"{FOCUSED}.matches({selector!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard never comes to {selector} on {page.url}.")


def choose_by_arrow(page, name: str) -> None:
    """Goes down the list that has the focus until the name is chosen."""
    chosen = f"{FOCUSED}.selectedOptions[0].textContent.trim()"
    for _press in range(60):
        if page.evaluate(chosen) == name:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} is not in the list.")


def look(page, name: str) -> None:
    """Nothing is scrolled sideways, nothing stands against axe, and a picture is kept."""
    check_accessibility(page)
    check_reflow(page)
    picture(page, f"keyboard/{name}-{NARROW}")


def focus_is_seen(page) -> bool:
    """Whether what has the focus is drawn with an outline."""
    return page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle") != "none"


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_the_public_form_is_filled_in_by_keyboard_alone(site, page_at, time, language):
    County(language)
    page = page_at(NARROW, language=language)
    page.goto("/ask/")
    check_reflow(page)

    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.classList.contains('k-skip')")
    page.keyboard.press("Enter")
    tab_to(page, "main form button[type=submit]")
    assert focus_is_seen(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.evaluate(f"{FOCUSED}.classList.contains('k-errors')")
    look(page, f"1-errors-{language}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.name") == "name"
    page.keyboard.type("Aino Virtanen")
    tab_to(page, "[name=ways]")
    page.keyboard.type("040 555 0101")
    tab_to(page, "[name=municipality]")
    choose_by_arrow(page, "Åbo" if language == "sv" else "Turku")
    tab_to(page, "main form button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "/receipt/" in page.url
    assert "Kerstin Sjöberg" in page.locator(".k-step").inner_text()
    look(page, f"2-receipt-{language}")


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_the_client_answers_and_writes_by_keyboard_alone(site, page_at, time, language):
    a_case()
    page = page_at(NARROW, language=language)
    sign_in(page, cast.aino_account())
    page.goto("/my/")
    look(page, f"3-home-{language}")

    tab_to(page, ".k-step button")
    assert focus_is_seen(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".k-step button").count() == 0
    look(page, f"4-fits-{language}")

    tab_to(page, "main a[href*='/messages/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "[name=text]")
    page.keyboard.type("Jag vill prata om måndag.")
    tab_to(page, "main form button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Jag vill prata om måndag." in page.locator("main").inner_text()
    look(page, f"5-written-{language}")
