"""The pages of a question about a client: who asks, who is asked, and the client."""

import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.steps.case_consultation.models import Question
from tests.factories import cast, permission
from tests.factories.case_consultation import ANSWER, QUESTION, a_question
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    return client


def page(browser, name, *ids):
    answer = browser.get(reverse(f"case_consultation:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"case_consultation:{name}", args=ids), typed)


def typed(asked, **changed):
    return {
        "asked_as": "coordinator",
        "asked_id": str(asked.pk),
        "topic": "work_ability",
        "question": QUESTION,
        "category": "life_situation",
        "answer_by": f"{clock.today():%d.%m.%Y}",
    } | changed


@pytest.mark.requirement("COORDINATE-12", "PARTICIPATE-1")
def test_from_the_question_to_the_answer_and_the_client_reads_it(browser, case):
    assert "Nobody has been asked yet" in page(browser, "of_case", case.id)
    assert sent(browser, "ask", case.id, **typed(cast.petra())).status_code == 302
    row = Question.objects.get()
    assert "Petra Holm answers by" in page(browser, "question", row.id)

    browser.force_login(cast.petra())
    assert "Kerstin Sjöberg asks you about a client" in browser.get("/my-day/").content.decode()
    assert "Aino Virtanen" in page(browser, "mine")
    shown = page(browser, "asked", row.id)
    assert QUESTION in shown
    assert browser.get(reverse("workspace:case", args=[case.id])).status_code == 404
    assert sent(browser, "asked", row.id, can="yes", words=ANSWER).status_code == 302
    assert browser.get(reverse("case_consultation:asked", args=[row.id])).status_code == 404

    browser.force_login(cast.kerstin())
    assert ANSWER in page(browser, "question", row.id)
    timeline = browser.get(reverse("workspace:timeline", args=[case.id])).content.decode()
    assert "A colleague answered" in timeline
    assert ANSWER in timeline

    browser.force_login(cast.aino_account())
    assert reverse("case_consultation:own", args=[case.id]) in browser.get("/my/").content.decode()
    own = page(browser, "own", case.id)
    assert "Kerstin Sjöberg asked Petra Holm" in own
    assert ANSWER in own


@pytest.mark.requirement("COORDINATE-12", "CONSENT-2")
def test_the_message_names_what_is_missing_and_keeps_what_was_typed(browser, case):
    answer = sent(browser, "ask", case.id, **typed(cast.kalle(), category="health"))
    shown = " ".join(answer.content.decode().split())
    assert "does not let FPA know of" in shown
    assert QUESTION in shown
    assert not Question.objects.exists()


@pytest.mark.requirement("COORDINATE-12", "CONSENT-2")
def test_the_asker_is_told_when_the_colleague_has_lost_the_ground(browser, case):
    consent = permission.a_consent(
        case,
        categories=frozenset({Category.LIFE_SITUATION, Category.IDENTITY_CONTACT}),
        purposes=frozenset({Purpose.SUPPORT}),
    )
    row = a_question(case, cast.kalle())
    assert "does not see the question now" not in page(browser, "question", row.id)
    consent.withdrawn_at = clock.now()
    consent.save()
    assert "does not see the question now" in page(browser, "question", row.id)
    assert (
        sent(
            browser, "take_back", row.id, reason="Inget samtycke.", version=row.version
        ).status_code
        == 302
    )


@pytest.mark.requirement("COORDINATE-12")
def test_a_no_goes_back_to_the_asker(browser, case):
    row = a_question(case)
    browser.force_login(cast.petra())
    assert sent(browser, "asked", row.id, can="no", words="Vet inte.").status_code == 302
    browser.force_login(cast.kerstin())
    assert "could not be answered" in page(browser, "of_case", case.id)
