"""The stories are played through the services, whatever day it is, and leave the county as it promises to be."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.config import integrity
from kaveri.config.demonstration import one_of_each
from kaveri.demo import county
from kaveri.demo.signins import signins
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.coordination.models import Handover
from kaveri.steps.ending.models import Summary
from kaveri.steps.planning.models import PlanVersion
from kaveri.steps.referral.models import ContactOffer

pytestmark = pytest.mark.django_db
# A Monday, a Wednesday, a Sunday, and New Year's Day, when references begin anew.
DAYS = ["2026-11-23", "2026-11-25", "2026-11-29", "2027-01-01"]


@pytest.fixture(params=DAYS)
def played(request, db):
    moment = dt.datetime.fromisoformat(f"{request.param}T11:00").replace(tzinfo=clock.HELSINKI)
    with clock.standing_at(moment):
        county.make(clients=3, seed=1)
        yield


def case_of(first_name):
    return Case.objects.get(client__first_name=first_name, came_by__in=("self_web", "health_care"))


def step_of(case):
    return next_steps({case.id: case.case_manager_id})[case.id]


def test_the_stories_leave_the_county_as_it_promises_to_be(played):
    assert {check.__name__: check() for check in integrity.CHECKS if check()} == {}

    annika, mikko, leena = (case_of(name) for name in ("Annika", "Mikko", "Leena"))
    assert step_of(annika).what == "skickar bakgrundspappret till läkaren"
    assert step_of(annika).client_knows
    assert step_of(mikko).kind == TaskKind.ANSWER_MESSAGE
    rising = leena.tasks.filter(state="open", due_on__lt=clock.today())
    assert {task.kind for task in rising} == {TaskKind.REFERRAL_ANSWER, TaskKind.KEEP_CONTACT}
    assert annika.client.non_disclosure
    assert annika.client.interpreter == "sign"

    offer = Handover.objects.get(state="offered")
    assert offer.to_account.username == "orjan"
    assert ContactOffer.objects.get(state="open").to.username == "sanna"
    assert Summary.objects.filter(given_at__isnull=False).count() == 2
    kaisa, henrik = case_of("Kaisa"), case_of("Henrik")
    assert (kaisa.state, henrik.state) == (CaseState.ENDED, CaseState.OPEN)
    assert kaisa.tasks.get(state="open").kind == TaskKind.AFTER_CARE

    known = {person["username"]: person for person in signins()}
    hinted = {person["username"] for person in one_of_each(signins())}
    assert {"annika", "mikko", "jonna", "tarja", "orjan", "mirva", "sara", "ritva"} <= hinted
    assert known["annika"]["role"] == "client"
    assert Account.objects.get(username="annika") == annika.client.account
    a_plan_was_made_together(case_of("Jonna"))


def a_plan_was_made_together(jonna):
    consent = Consent.objects.get(client=jonna.client)
    assert (consent.parties.count(), "substance_use" in consent.categories) == (4, False)
    states = [str(member.state) for member in jonna.members.all()]
    assert sorted(states) == ["accepted"] * 4 + ["declined"]
    assert {member.category for member in jonna.members.all()} >= {"substance_use"}
    versions = PlanVersion.objects.filter(case=jonna).order_by("number")
    assert [(row.number, row.approvals.count()) for row in versions] == [(1, 1), (2, 0)]
    mother = Relation.objects.get(case=jonna, kind=RelationKind.REPRESENTATIVE)
    assert "health" not in mother.scope
    assert mother.account.username == "tarja"
    plain = Case.objects.exclude(came_by__in=("self_web", "health_care"))
    assert all(case.plans.exists() and case.members.exists() for case in plain)
