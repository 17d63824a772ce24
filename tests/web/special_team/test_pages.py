"""The pages of the special competence team: the sender's, the team's and the client's."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base import clock
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.special_team.services import withdraw_referral
from tests.factories import cast
from tests.factories.casebook import a_case, aino, near
from tests.factories.special_team import (
    QUESTION,
    a_referral,
    a_taken,
    agreed,
    answered,
    hanna,
    with_a_plan,
    with_statement,
)
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_who(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"

    def sign_in(account):
        client.force_login(account)
        return client

    return sign_in


def page(browser, name, *ids, space="special_team"):
    answer = browser.get(reverse(f"{space}:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"special_team:{name}", args=ids), typed)


@pytest.mark.requirement("TEAM-4")
def test_each_missing_part_stands_beside_its_field_and_what_is_typed_stays(as_who):
    case = with_a_plan(a_case())
    browser = as_who(cast.kerstin())
    answer = sent(browser, "refer", case.id, tried="Lager.", coordinator_id=str(hanna().id))
    shown = " ".join(answer.content.decode().split())
    for words in (
        "The question is missing.",
        "How it went is missing.",
        "The measures are missing.",
        "Lager.",
    ):
        assert words in shown
    assert not SpecialReferral.objects.exists()


@pytest.mark.requirement("TEAM-4")
def test_the_sender_the_team_and_the_client_see_where_it_stands(as_who):
    case = with_a_plan(a_case())
    hanna()
    browser = as_who(cast.kerstin())
    assert "Not referred to the special competence team" in page(browser, "of_case", case.id)
    typed = {"question": QUESTION, "tried": "Lager.", "outcome": "Avbröts.", "measures": "4 av 10."}
    sent(browser, "refer", case.id, coordinator_id=str(hanna().id), **typed)
    row = SpecialReferral.objects.get()
    assert "waits for the team’s answer" in page(browser, "of_case", case.id)

    browser = as_who(hanna())
    assert "Aino" in page(browser, "queue")
    due = f"{clock.today() + dt.timedelta(days=20):%d.%m.%Y}"
    taken = {"answer": "take", "reason": "Det hör hit.", "due_on": due, "version": "1"}
    assert sent(browser, "answer", row.id, **taken).status_code == 302
    assert "Agree on the follow-up" in page(browser, "of_case", case.id)

    assert "The team works on your matter." in page(as_who(cast.aino_account()), "mine", case.id)
    assert "Hanna Salo" in page(as_who(cast.kerstin()), "of_case", case.id)


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_the_team_sees_the_case_while_it_works_on_it_and_neither_before_nor_after(as_who):
    case = a_case()
    row = a_referral(case)

    def opens():
        browser = as_who(hanna())
        names = [
            ("workspace", "case"),
            ("workspace", "timeline"),
            ("planning", "plan"),
            ("assessment", "mapping"),
            ("coordination", "network"),
            ("coordination", "tasks"),
            ("teams", "of_case"),
            ("statements", "of_case"),
            ("statements", "ask"),
            ("special_team", "of_case"),
            ("appointments", "of_case"),
        ]
        return {
            browser.get(reverse(f"{space}:{name}", args=[case.id])).status_code
            for space, name in names
        }

    assert opens() == {404}
    assert as_who(hanna()).get(reverse("special_team:answer", args=[row.id])).status_code == 200
    row = answered(row)
    assert opens() == {200}
    row = agreed(with_statement(row))
    assert opens() == {404}
    assert as_who(hanna()).get(reverse("special_team:call", args=[row.id])).status_code == 404


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_what_is_taken_back_is_gone_at_the_next_request(as_who):
    row = a_taken(a_case())
    where = reverse("special_team:of_case", args=[row.case_id])
    assert as_who(hanna()).get(where).status_code == 200
    withdraw_referral(
        actor=cast.as_actor(cast.kerstin()),
        referral_id=row.id,
        version=row.version,
        reason="Klienten vill vänta.",
    )
    assert as_who(hanna()).get(where).status_code == 404


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_who_only_stands_beside_has_no_part_in_the_teams_pages(as_who):
    row = a_taken(a_case())
    near(row.case, cast.mikko(), RelationKind.SPECIAL_TEAM)
    browser = as_who(cast.mikko())
    assert "Agree on the follow-up" not in page(browser, "of_case", row.case_id)
    for name in ("call", "agree", "answer", "withdraw", "more"):
        assert browser.get(reverse(f"special_team:{name}", args=[row.id])).status_code == 404
    assert "No referral waits for you" in page(browser, "queue")


@pytest.mark.requirement("TEAM-4")
def test_the_queue_asks_as_little_of_many_as_of_few(as_who):
    counted = []
    for number in (2, 12):
        for turn in range(number):
            client = aino()
            client.pk, client.account, client._state.adding = uuid.uuid4(), None, True  # noqa: SLF001
            client.first_name = f"Aino {number} {turn}"
            client.save(force_insert=True)
            a_referral(a_case(client=client))
        browser = as_who(hanna())
        with CaptureQueriesContext(connection) as seen:
            page(browser, "queue")
        counted.append(asked_of_rows(seen))
    assert len(counted[0]) == len(counted[1]) <= 15, "\n".join(counted[1])
