"""Every text of every page can be translated: in a marked language nothing is left without its mark."""

import pytest
from django.conf import settings as product
from django.test import Client as Browser

from tests.pages import ALONE, pages
from tests.web import pseudo
from tests.web.nasty import forms_sent_to
from tests.whole import Whole

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-4")]

PAGES = [pytest.param(page, id=page.name) for page in pages()]
# Answers that are no pages for people.
NOT_READ = {"public:health"}


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("marked")
    pseudo.build(folder)
    return folder


@pytest.fixture(autouse=True)
def _in_the_marked_language(marked, settings):
    settings.LOCALE_PATHS = [marked]
    settings.SECOND_FACTOR = False
    pseudo.forget_catalogues()
    yield
    pseudo.forget_catalogues()


def reader(account):
    browser = Browser()
    browser.cookies[product.LANGUAGE_COOKIE_NAME] = "sv"
    if account:
        browser.force_login(account)
    return browser


def is_read(answer):
    return not answer.streaming and "html" in answer.get("Content-Type", "")


def found_on(answer):
    for close in answer._resource_closers:  # noqa: SLF001 - a file that is sent is open
        close()
    return pseudo.unmarked(answer.content.decode(), pseudo.kept_words()) if is_read(answer) else []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", ["empty", "full"])
def test_every_text_of_a_page_bears_the_mark(page, state):
    whole = Whole()
    rows = page.rows(whole)
    path = page.at(rows) if state == "empty" else page.sent_to(rows)
    if state == "full" and page.name not in ALONE:
        whole.everything()

    answer = reader(page.opener).get(path, follow=True)

    assert page.name in NOT_READ or found_on(answer) == []


@pytest.mark.parametrize("page", [param for param in PAGES if "POST" in param.values[0].methods])
def test_every_text_of_a_page_with_mistakes_bears_the_mark(page):
    whole = Whole()
    rows = page.rows(whole)
    path = page.sent_to(rows)
    browser = reader(page.opener)
    shown = forms_sent_to(page, rows, browser)

    for sent in ({}, *({field.name: "x" for field in form.asks} for form in shown)):
        answer = browser.post(path, sent, follow=True)

        assert found_on(answer) == []


@pytest.mark.parametrize("path", ["/nothing-here/", "/account/login/", "/account/logout/"])
def test_every_text_of_the_other_doors_bears_the_mark(path):
    assert found_on(reader(None).get(path, follow=True)) == []


def test_a_text_without_the_mark_is_seen():
    kept = ["Ringer dig", "Åbo"]

    def seen(html):
        return pseudo.unmarked(html, kept)

    assert seen("<p>Untranslated</p>") == ["Untranslated"]
    assert seen("<p>⟦Told by⟧ and more</p>") == ["⟦Told by⟧ and more"]
    assert seen('<button aria-label="Close">⟦Close⟧</button>') == ["Close"]
    assert seen('<input type="submit" value="Send">') == ["Send"]
    assert seen('<p>⟦Told by⟧ Åbo, 12.3.2026</p><p class="k-voice">Jag orkar inte</p>') == []
    assert seen("<p>⟦By ⟦Monday⟧⟧ Ringer dig</p>") == []
    assert seen('<p>⟦Call <a href="tel:1">us</a>, soon⟧</p>') == []
    assert seen("<p>⟦Call⟧ <b>us</b></p>") == ["us"]
