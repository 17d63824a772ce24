"""The first page, as people meet it: on a phone and on a desk, in three languages."""

import pytest

from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture

pytestmark = [pytest.mark.journey, pytest.mark.smoke]


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_anyone_reads_the_first_page(page_at, width, language):
    page = page_at(width, language=language)

    page.goto("/")

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"start/{language}-{width}")


def test_the_first_page_needs_no_script(page_at):
    page = page_at(PHONE, javascript=False)

    page.goto("/")

    assert page.locator("h1").is_visible()
    check_accessibility(page)
