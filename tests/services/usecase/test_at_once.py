"""Many who write at the same moment on PostgreSQL: nothing typed is lost, and one form makes one."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.models import Consent, Prohibition
from kaveri.steps.coordination.models import Member
from kaveri.steps.planning.domain import PlanForm
from kaveri.steps.planning.models import Comment, Former, Goal, PlanRow, PlanStatement
from tests.access.counting import EDITS, SENDINGS
from tests.access.sweep import sending
from tests.factories import cast, planning
from tests.factories.casebook import near
from tests.pages import pages
from tests.reading import forms, read
from tests.whole import Whole

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.usefixtures("fresh_database"),
    pytest.mark.requirement("PLAN-10"),
]
LONG = os.environ.get("KAVERI_LONG") == "1"
WRITERS = 8
EACH = 1_250 if LONG else 6
TIMES = 100 if LONG else 12


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


def signed_in(account):
    browser = Browser()
    browser.force_login(account)
    return browser


def fields(answer, name):
    """The form of the page that asks for this, as it would be sent."""
    for form in forms(read(answer.content.decode())):
        if name in {field.name for field in form.fields}:
            return {field.name: list(field.values) for field in form.fields}
    raise AssertionError(name)


def writing(browser, path, who, shared):
    """One of those who write: opens the form, waits for the others, sends; keeps what was typed."""
    stored, given_back, lost = [], [], []
    for turn in range(EACH):
        text = f"Skrivet av {who}, gång {turn}."
        sent = {**fields(browser.get(path), "what"), "what": [text]}
        if shared is not None:
            shared.wait(timeout=120)
        answer = browser.post(path, sent)
        if answer.status_code == 302:
            stored.append(text)
        else:
            body = re.sub(r"\s+", " ", answer.content.decode())
            now = set(re.findall(r"Skrivet av \d+, gång \d+\.", body)) - {text}
            # Their own words are still in the field, and beside them what stands there now.
            kept = fields(answer, "what")["what"] == [text] and (now or "ringer verkstaden" in body)
            (given_back if kept else lost).append(text)
    connections.close_all()
    return stored, given_back, lost


def test_of_many_edits_at_once_none_is_lost(record_property):
    plan = planning.a_plan(form=PlanForm.FULL)
    row = PlanRow.objects.get(plan=plan)
    accounts = [cast.worker(f"w{number}", "Ek", cast.unit()) for number in range(WRITERS)]
    for account in accounts:
        near(plan.case, account, RelationKind.PAIR)
    browsers = [signed_in(account) for account in accounts]
    path = reverse("planning:row", args=[plan.case_id, row.id])
    together = Barrier(WRITERS)

    with ThreadPoolExecutor(WRITERS) as hands:
        done = list(
            hands.map(
                lambda number: writing(browsers[number], path, number, together), range(WRITERS)
            )
        )

    stored, given_back, lost = ([text for each in done for text in each[way]] for way in range(3))
    row.refresh_from_db()
    kept = {content["what"] for content in Former.objects.values_list("content", flat=True)}
    lost += [text for text in stored if text not in kept | {row.what}]
    record_property(EDITS, (WRITERS * EACH, len(stored), len(given_back), len(lost)))
    assert lost == []
    assert len(stored) + len(given_back) == WRITERS * EACH
    assert given_back, "nobody came too late: nothing was tried"


# A form of the plan, of consent and of the network, and what one sending of it makes.
FORMS = {
    "planning:row_new": PlanRow,
    "planning:goal_new": Goal,
    "planning:statement_new": PlanStatement,
    "planning:comment": Comment,
    "permission:record": Consent,
    "permission:give": Consent,
    "permission:prohibition": Prohibition,
    "coordination:supporter_new": Member,
}


@pytest.mark.requirement("TRUST-1")
def test_the_same_form_sent_many_times_at_once_makes_one(record_property):
    whole, made = Whole(), {}
    _plan = whole.plan_goal
    for page in [page for page in pages() if page.name in FORMS]:
        rows = page.rows(whole)
        sent = sending(page, rows)
        browsers = [signed_in(page.opener) for _hand in range(WRITERS)]
        before = FORMS[page.name].objects.count()
        together = Barrier(WRITERS)

        def send(number, page=page, rows=rows, sent=sent, browsers=browsers, together=together):
            if number < WRITERS:
                together.wait(timeout=60)
            answer = browsers[number % WRITERS].post(page.sent_to(rows), sent)
            connections.close_all()
            return answer.status_code

        with ThreadPoolExecutor(WRITERS) as hands:
            answers = set(hands.map(send, range(TIMES)))
        made[page.name] = (answers, FORMS[page.name].objects.count() - before)

    record_property(SENDINGS, (len(FORMS), len(FORMS) * TIMES, sum(n for _a, n in made.values())))
    assert made == dict.fromkeys(FORMS, ({302}, 1))
