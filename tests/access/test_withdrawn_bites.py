"""What is taken back shows nothing any more at the very next request, whoever took it back and how.

Each turn: the page shows it, it is taken back by the use case itself, the same page is asked once more.
"""

import os
import random
import re

import pytest
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.services import write_note
from kaveri.foundation.base import clock
from kaveri.steps.coordination.services import (
    leave_network,
    limit_member,
    remove_member,
    remove_pair,
)
from kaveri.steps.permission.services import (
    record_prohibition,
    withdraw_consent,
    withdraw_permit,
)
from kaveri.steps.planning.domain import PlanForm
from tests.access.counting import WITHDRAWN
from tests.access.world import undone
from tests.factories import cast, network, permission, planning
from tests.factories.casebook import a_case, near
from tests.services.permission.test_record_prohibition import said

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1", "CONSENT-1")]
TURNS = 1_000 if os.environ.get("KAVERI_LONG") == "1" else 42
SECRET = "visiskanarie"
PAGES = [
    "workspace:case", "workspace:timeline", "workspace:person", "planning:plan",
    "planning:versions", "coordination:network", "assessment:mapping",
]  # fmt: skip


class Seen:
    """A case that Kalle of Kela, Viola of another county and Mikko see, each on a ground of their own."""

    def __init__(self):
        self.case = a_case()
        self.kalle, self.viola, self.mikko = network.kela_worker(), cast.viola(), cast.mikko()
        self.consent = permission.a_consent(
            self.case, permission.county(), permission.kela(), categories=frozenset(Category)
        )
        self.member = network.a_member(self.case, self.kalle)
        self.permit = permission.a_permit(self.case, Register.SOCIAL)
        near(self.case, self.viola, RelationKind.MEMBER)
        near(self.case, self.mikko, RelationKind.PAIR)
        write_note(
            actor=self.kerstin, case_id=self.case.id, text=SECRET, source=Source.CLIENT,
            category=Category.HEALTH,
        )  # fmt: skip
        plan = planning.a_plan(case=self.case, form=PlanForm.FULL)
        planning.a_goal(plan)
        planning.a_row(plan, what=SECRET, category=Category.HEALTH)
        planning.an_agreed(plan)

    @property
    def kerstin(self):
        return cast.as_actor(cast.kerstin())

    @property
    def aino(self):
        return cast.as_actor(cast.aino_account())


def the_consent(seen):
    withdraw_consent(actor=seen.aino, consent_id=seen.consent.id, version=seen.consent.version)


def the_permit(seen):
    withdraw_permit(actor=seen.kerstin, permit_id=seen.permit.id, version=seen.permit.version)


def the_membership(seen):
    remove_member(actor=seen.aino, member_id=seen.member.id)


def ones_own_membership(seen):
    leave_network(actor=cast.as_actor(seen.kalle), member_id=seen.member.id)


def the_relation(seen):
    remove_pair(actor=seen.kerstin, case_id=seen.case.id, account_id=seen.mikko.id)


def what_is_forbidden(seen):
    record_prohibition(actor=seen.kerstin, case_id=seen.case.id, said=said())


def what_is_kept_from_them(seen):
    limit_member(actor=seen.aino, member_id=seen.member.id, categories=[Category.HEALTH])


# What is taken back, who saw it till then, and whether the whole case is gone for them.
WAYS = [
    (the_consent, "kalle", True),
    (the_permit, "viola", True),
    (the_membership, "kalle", True),
    (ones_own_membership, "kalle", True),
    (the_relation, "mikko", True),
    (what_is_forbidden, "viola", True),
    (what_is_kept_from_them, "kalle", False),
]


def asked(browser, path):
    answer = browser.get(path)
    return answer.status_code, re.sub(r"\s+", " ", answer.content.decode())


def shown(seen, who):
    """The pages that this person opens while they may, and whether the secret stands there."""
    browser = Browser()
    browser.force_login(getattr(seen, who))
    found = {}
    for name in PAGES:
        path = reverse(name, args=[seen.case.id])
        status, body = asked(browser, path)
        if status == 200:
            found[path] = SECRET in body
    return browser, found


def test_what_is_taken_back_is_gone_at_the_next_request(record_property, settings):
    settings.SECOND_FACTOR = False
    seen, lot = Seen(), random.Random(f"{clock.today()} withdrawn")  # noqa: S311
    browsers = {who: shown(seen, who) for who in ("kalle", "viola", "mikko")}
    for who, (_browser, pages) in browsers.items():
        assert len(pages) >= 5 and any(pages.values()), who

    wrong = []
    for turn in range(TURNS):
        take_back, who, all_of_it = WAYS[turn % len(WAYS)]
        browser, pages = browsers[who]
        path = lot.choice([path for path, secret in pages.items() if all_of_it or secret])
        with undone():
            before, _body = asked(browser, path)
            take_back(seen)
            after, body = asked(browser, path)
        gone = after == 404 if all_of_it else after == 200
        if before != 200 or not gone or SECRET in body:
            wrong.append(f"{take_back.__name__} {who} {path}: {before}, then {after}")

    record_property(WITHDRAWN, (TURNS - len(wrong), TURNS))
    assert not wrong, "\n".join(wrong)
