"""The pages of statements: asked for, written, amended, read by the client, put on paper."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base import clock
from kaveri.steps.statements.models import AskedStatement
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.statements import QUESTION, WRITTEN, a_signed, an_asked, texts
from tests.papers import judged
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = a_case()
    near(case, cast.mikko(), RelationKind.TEAM)
    return case


@pytest.fixture
def as_who(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"

    def sign_in(account):
        client.force_login(account)
        return client

    return sign_in


def page(browser, name, *ids):
    answer = browser.get(reverse(f"statements:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"statements:{name}", args=ids), typed)


@pytest.mark.requirement("TEAM-3")
def test_from_the_question_to_the_clients_own_page_and_amended(as_who, case):
    browser = as_who(cast.kerstin())
    assert "No statements yet" in page(browser, "of_case", case.id)
    due = f"{clock.today() + dt.timedelta(days=10):%d.%m.%Y}"
    asked = {"kind": "work_ability", "question": QUESTION, "due_on": due}
    assert sent(browser, "ask", case.id, writer_id=str(cast.mikko().id), **asked).status_code == 302
    row = AskedStatement.objects.get()
    assert "Write the statement" not in page(browser, "statement", row.id)

    browser = as_who(cast.mikko())
    assert (
        "1 statement is asked of you" in browser.get(reverse("workspace:my_day")).content.decode()
    )
    assert QUESTION in page(browser, "to_write")
    again = sent(browser, "write", row.id, version="1", **texts(basis=""))
    assert "Write something under this heading." in again.content.decode()
    assert WRITTEN in again.content.decode()
    assert sent(browser, "write", row.id, version="1", **texts()).status_code == 302
    changed = texts(answer="Först efter operationen.")
    assert sent(browser, "write", row.id, version="2", why="Ny tid.", **changed).status_code == 302

    browser = as_who(cast.aino_account())
    own = page(browser, "mine", case.id)
    assert "Först efter operationen." in own
    assert "What version 1 said" in own
    assert "Why it was amended: Ny tid." in own


@pytest.mark.requirement("TEAM-3")
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_it_is_put_on_paper_by_the_rules_in_the_clients_language(as_who, case, language):
    type(case.client).objects.update(language=language)
    row = a_signed(case, cast.mikko())
    with judged():
        for account in (cast.kerstin(), cast.aino_account()):
            answer = as_who(account).get(reverse("statements:paper", args=[row.id]))
            assert answer.content.startswith(b"%PDF")


@pytest.mark.requirement("TEAM-3")
def test_what_waits_has_no_paper_and_what_is_not_needed_says_why(as_who, case):
    row = an_asked(case, cast.mikko())
    browser = as_who(cast.kerstin())
    assert browser.get(reverse("statements:paper", args=[row.id])).status_code == 404
    assert sent(browser, "withdraw", row.id, version="1", reason="").status_code == 200
    sent(browser, "withdraw", row.id, version="1", reason="Frågan är besvarad.")
    assert "Frågan är besvarad." in page(browser, "statement", row.id)


@pytest.mark.requirement("TEAM-3")
def test_nobody_to_ask_says_what_to_do(as_who):
    assert "Nobody here can write a statement yet" in page(
        as_who(cast.kerstin()), "ask", a_case().id
    )


@pytest.mark.requirement("TEAM-3")
def test_the_lists_ask_as_little_of_many_rows_as_of_few(as_who, case):
    counted = []
    for number in (2, 10):
        for _turn in range(number):
            a_signed(case, cast.mikko())
        found = []
        for account, name in [(cast.kerstin(), "of_case"), (cast.aino_account(), "mine")]:
            browser = as_who(account)
            with CaptureQueriesContext(connection) as seen:
                page(browser, name, case.id)
            found.append(asked_of_rows(seen))
        counted.append(found)
    for few, many in zip(*counted, strict=True):
        assert len(few) == len(many) <= 15, "\n".join(many)
