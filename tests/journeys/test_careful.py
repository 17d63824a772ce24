"""A worker writes what others will read, and is asked to read it once more; with and without a script."""

import pytest

from kaveri.casebook.timeline import selectors as timeline
from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.journey
TEXTS = {
    "sv": "Hon bor hos sin syster Ronja Lindqvist. Depression sedan 2019, kod 010183-901C.",
    "fi": "Hän asuu siskonsa Ronja Virtasen luona. Masennus vuodesta 2019, tunnus 010183-901C.",
}


@pytest.mark.requirement("COORDINATE-10")
@pytest.mark.parametrize(
    ("width", "language", "javascript"), [(PHONE, "sv", False), (DESKTOP, "fi", True)]
)
def test_a_text_is_read_again_and_saved_as_it_is(site, page_at, time, width, language, javascript):
    case = a_case()
    page = page_at(width, language=language, javascript=javascript)
    worker = cast.kerstin()
    worker.language = language
    worker.save(update_fields=["language"])
    sign_in(page, worker)
    page.goto(f"/case/{case.id}/timeline/note/")
    page.fill("[name=text]", TEXTS[language])
    page.locator("main form .k-form-actions button[type=submit]").click()
    page.wait_for_selector(".k-careful")

    assert page.input_value("[name=text]") == TEXTS[language]
    assert page.locator(".k-careful li").count() == 3
    if javascript:
        assert page.evaluate("document.activeElement.classList.contains('k-read-again')")
    check_accessibility(page)
    check_reflow(page)
    picture(page, f"careful/note-{language}-{width}")

    page.locator(".k-careful button").press("Enter")
    page.wait_for_url("**/timeline/")
    assert [entry.text for entry in timeline.entries().filter(case_id=case.id)] == [TEXTS[language]]
