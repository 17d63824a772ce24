"""The plan, consents, network and the client's own pages in the dark and on paper, with everything in them."""

import pytest

from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.pages import Page, pages
from tests.whole import Whole

pytestmark = pytest.mark.journey
# The width of what is written on A4 between the margins.
PAPER = 658
AT_THE_DESK = (
    "workspace:case",
    "planning:plan",
    "planning:versions",
    "planning:compare",
    "permission:consents",
    "coordination:network",
    "directory:duty_list",
)
OWN = ("portal:home", "portal:plan_whole", "permission:own", "insight:who_sees", "insight:log")
# Nothing to press is printed, nor the way around the pages.
NOT_ON_PAPER = ".k-header, .k-sections, .k-breadcrumb, .k-footer a, .ds-button"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def paths(whole: Whole, names: tuple[str, ...]) -> dict[str, str]:
    """Where these pages lie, with what they show."""
    known: dict[str, Page] = {page.name: page for page in pages()}
    return {name: known[name].real(whole) for name in names}


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(
    ("width", "language", "names"), [(DESKTOP, "sv", AT_THE_DESK), (PHONE, "fi", OWN)]
)
def test_pages_are_read_in_the_dark_and_on_paper(site, page_at, width, language, names):
    whole = Whole()
    where = paths(whole, names)
    by = {page.name: page.opener for page in pages() if page.name in names}
    page = page_at(width, language=language)
    account = by[names[0]]
    account.language = language
    account.save()
    sign_in(page, account)
    for name, path in where.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="screen", color_scheme="dark")
        page.goto(site + path)
        check_reflow(page)
        check_accessibility(page)
        picture(page, f"dark/{name.replace(':', '-')}-{language}")

        page.emulate_media(media="print", color_scheme="light")
        page.set_viewport_size({"width": PAPER, "height": 900})
        assert page.locator(NOT_ON_PAPER).locator("visible=true").count() == 0, name
        # What is written takes the whole width of the sheet.
        assert page.locator("#page").bounding_box()["width"] > PAPER - 2, name
        assert not page.evaluate(TOO_WIDE), name
        picture(page, f"paper/{name.replace(':', '-')}-{language}")
