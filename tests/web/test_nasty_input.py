"""Bad input on every form: a clear answer, nothing typed lost, nothing stored twice.

Pages and their forms are found by opening them; a new form joins by itself.
"""

import os

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client as Browser

from kaveri.casebook.records.models import Homed
from kaveri.foundation.accounts.carried import opened
from tests.lot import lot
from tests.pages import pages
from tests.reading import read
from tests.web.nasty import NASTY, as_shown, filled, forms_of, forms_sent_to
from tests.web.wanted import ONLY_ASKS, SHOWN_AT_ONCE, TRAPS, WANTED
from tests.whole import Whole

pytestmark = pytest.mark.django_db

LONG = os.environ.get("KAVERI_LONG") == "1"
SAMPLE = 4
CARRIED = "carried"
# The hidden fields that belong to one showing of a form.
VERSION = "version"
OF_THE_MOMENT = {VERSION, "idempotency_key", "csrfmiddlewaretoken", "written_by"}
# Codes that no form offers.
CODES = ("nonsense", "a\x00b", "01a20446-0000-7000-8000-000000000000", "9" * 40)
# What is looked for is nobody's text.
NOT_CARRIED = {"workspace:search"}


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


class Opened:
    """A page that has been opened by somebody who may, with the forms it shows."""

    def __init__(self, page):
        self.page = page
        self.whole = Whole()
        rows = page.rows(self.whole)
        self.path = page.sent_to(rows)
        self.browser = Browser()
        self.account = page.opener
        if self.account:
            self.browser.force_login(self.account)
        self.forms = forms_sent_to(page, rows, self.browser)
        self.notices = notices(self.browser.get(page.forms_at(rows)))

    def send(self, form, data, browser=None):
        return (browser or self.browser).post(form.action or self.path, data)

    def again(self, answer, form):
        """The same form as the answer shows it once more, or None."""
        names = {field.name for field in form.fields}
        for shown in forms_of(answer):
            if names <= {field.name for field in shown.fields}:
                return {field.name: field for field in shown.fields}
        return None


PAGES = [pytest.param(page, id=page.name) for page in pages() if "POST" in page.methods]


def texts(form):
    return [field for field in form.asks if field.takes_text and field.name not in TRAPS]


def nasty_for(page, field):
    if LONG:
        return NASTY
    return lot(page.name, field).sample(NASTY, SAMPLE)


@pytest.mark.parametrize("page", PAGES)
def test_no_nasty_string_breaks_a_form_or_is_lost(page):
    open_page = Opened(page)

    wrong = []
    for form in open_page.forms:
        usual = filled(form, WANTED.get(page.name, {}))
        for field in texts(form):
            for text in nasty_for(page, field.name):
                with transaction.atomic():  # noqa: TID251 - leaves nothing behind
                    answer = open_page.send(form, {**usual, field.name: text})
                    wrong += faults(open_page, form, field, text, answer)
                    transaction.set_rollback(True)
    assert wrong == []


def faults(open_page, form, field, text, answer):
    said = f"{field.name}={text[:30]!r}"
    if answer.status_code >= 500:
        return [f"{said}: status {answer.status_code}"]
    if answer.status_code != 200:
        return []
    shown = open_page.again(answer, form)
    if shown is None and open_page.page.name in SHOWN_AT_ONCE:
        return []
    if shown is None:
        return [f"{said}: the form is gone"]
    kept = "".join(shown[field.name].values)
    return [] if as_shown(kept) == as_shown(text) else [f"{said}: came back as {kept[:40]!r}"]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_comes_back_when_something_is_missing(page):
    open_page = Opened(page)

    for form in open_page.forms:
        required = [field for field in form.asks if field.kind == "radio" or field.takes_text]
        typed = {field.name: "Något jag skrev." for field in texts(form)}
        for gap in required:
            sent = {**filled(form, WANTED.get(page.name, {})), **typed}
            sent.pop(gap.name)
            with transaction.atomic():  # noqa: TID251 - leaves nothing behind
                answer = open_page.send(form, sent)
                if answer.status_code == 200:
                    shown = open_page.again(answer, form)
                    kept = {name: "".join(shown[name].values) for name in typed if name in sent}
                    assert kept == {name: typed[name] for name in kept}
                transaction.set_rollback(True)


@pytest.mark.parametrize("page", PAGES)
def test_whoever_may_send_to_a_page_is_shown_its_form(page):
    assert Opened(page).forms != []


@pytest.mark.parametrize("page", PAGES)
def test_a_code_that_nobody_offered_stores_nothing_and_breaks_nothing(page):
    open_page = Opened(page)

    for form in open_page.forms:
        usual = filled(form, WANTED.get(page.name, {}))
        for field in form.fields:
            is_chosen = bool(field.options) and field.options != ("on",)
            if not is_chosen and field.kind != "hidden":
                continue
            for code in CODES:
                with transaction.atomic():  # noqa: TID251 - leaves nothing behind
                    before = counted()
                    answer = open_page.send(form, {**usual, field.name: [code]})
                    said = f"{field.name}={code!r}: {answer.status_code}"
                    assert answer.status_code < 500, said
                    if is_chosen:
                        assert answer.status_code != 200 or problems(answer), said
                        assert counted() == before, said
                    transaction.set_rollback(True)


@pytest.mark.parametrize("page", PAGES)
def test_when_somebody_else_was_first_nothing_is_stored_and_nothing_typed_is_lost(page):
    open_page = Opened(page)

    for form in open_page.forms:
        usual = filled(form, WANTED.get(page.name, {}))
        if not usual.get(VERSION, [""])[0]:
            continue
        with transaction.atomic():  # noqa: TID251 - leaves nothing behind
            before = counted()
            answer = open_page.send(form, {**usual, VERSION: [str(int(usual[VERSION][0]) + 7)]})
            assert counted() == before
            if answer.status_code != 302:
                assert answer.status_code == 200
                assert problems(answer) or notices(answer) - open_page.notices
                shown = open_page.again(answer, form)
                typed = {name: usual[name] for name in usual if name not in OF_THE_MOMENT}
                assert {name: list(shown[name].values) for name in typed} == typed
            transaction.set_rollback(True)


def problems(answer):
    page = read(answer.content.decode())
    marked = [each for each in page.all() if "error" in " ".join(each.classes)]
    return [each.text for each in marked if each.text][:6]


def notices(answer):
    """What the page says under a heading or in a frame of its own."""
    page = read(answer.content.decode())
    framed = [each for each in page.all() if "k-notice" in each.classes]
    return {each.text for each in (*framed, *page.all("h2"), *page.all("h3"))}


def counted():
    """How many rows there are of everything that is kept about people."""
    homed = [model for model in apps.get_models() if issubclass(model, Homed)]
    return {model._meta.label: model.objects.count() for model in homed}


@pytest.mark.parametrize("page", PAGES)
def test_sending_twice_stores_once(page):
    open_page = Opened(page)

    for number, form in enumerate(open_page.forms):
        sent = filled(form, WANTED.get(page.name, {}))
        with transaction.atomic():  # noqa: TID251 - leaves nothing behind
            first = open_page.send(form, sent)
            if first.status_code == 200:
                assert page.name in ONLY_ASKS | SHOWN_AT_ONCE, (
                    f"form {number}, {sent}: {problems(first)}"
                )
            once = counted()

            second = open_page.send(form, filled(form, WANTED.get(page.name, {})))

            assert second.status_code < 500
            assert counted() == once
            transaction.set_rollback(True)


@pytest.mark.parametrize("page", PAGES)
def test_a_session_that_ends_loses_nothing_that_was_typed(page):
    open_page = Opened(page)
    if open_page.account is None:
        return

    for form in open_page.forms:
        typed = {field.name: f"Skrivet i {field.name}." for field in texts(form)}
        if not typed or page.name in NOT_CARRIED:
            continue
        assert "written_by" in form.data, "the form does not say who writes"
        sent = {**filled(form, WANTED.get(page.name, {})), **typed}

        answer = open_page.send(form, sent, browser=Browser())

        assert answer.status_code == 401
        held = {field.name: field.values[0] for shown in forms_of(answer) for field in shown.fields}
        writing = opened(held[CARRIED], open_page.account.id)
        assert writing.address == (form.action or open_page.path)
        assert typed.items() <= dict(writing.fields).items()
        somebody_else = open_page.whole.contact.id
        assert opened(held[CARRIED], somebody_else) is None
