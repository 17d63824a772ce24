"""The pages of a case: beside the content at a desk, folded on a phone; by keyboard and without a script."""

import pytest

from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.journey
FOCUSED = "document.activeElement"


def reading(account, language):
    """The account, whose own language goes before the browser's."""
    account.language = language
    account.save()
    return account


def to_the_skip_link(page) -> None:
    for _press in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED}.matches('.k-sections .k-skip')"):
            return
    raise AssertionError("The keyboard never comes to the pages of the case.")


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_at_a_desk_the_pages_stand_beside_the_content_and_are_skipped_with_one_key(
    site, page_at, language
):
    case = a_case()
    page = page_at(DESKTOP, language=language)
    sign_in(page, reading(cast.kerstin(), language))
    page.goto(f"/case/{case.id}/timeline/")
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"pages-of-a-case/desk-{language}")

    links = page.locator(".k-sections li a")
    assert links.count() > 12
    assert page.locator(".k-sections a[aria-current=page]").count() == 1
    assert not page.locator(".k-sections summary").is_visible()
    pages, content = (page.locator(part).bounding_box() for part in (".k-sections", "#page"))
    assert pages["x"] + pages["width"] <= content["x"]
    assert abs(pages["y"] - content["y"]) < 1
    to_the_skip_link(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"Boolean({FOCUSED}.closest('#page'))")


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(("language", "script"), [("sv", True), ("fi", False)])
def test_on_a_phone_they_are_folded_behind_the_name_of_the_page(site, page_at, language, script):
    case = a_case()
    page = page_at(PHONE, language=language, javascript=script)
    sign_in(page, reading(cast.kerstin(), language))
    page.goto(f"/case/{case.id}/timeline/")
    check_reflow(page)
    check_accessibility(page)

    assert page.locator(".k-sections li a:visible").count() == 0
    to_the_skip_link(page)
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.matches('.k-sections summary')")
    page.keyboard.press("Enter")
    assert page.locator(".k-sections li a:visible").count() > 12
    check_reflow(page)
    picture(page, f"pages-of-a-case/phone-{language}")
    with page.expect_navigation():
        page.locator(f".k-sections a[href='/case/{case.id}/tasks/']").click()
    assert page.locator(".k-sections li a:visible").count() == 0
