"""A plan as long as plans get: in as many questions as a short one, and not more than the budget."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.steps.planning.domain import CommentKind, GoalLevel, How, Part, PlanForm, Topic
from kaveri.steps.planning.models import PlanStatement
from kaveri.steps.planning.services import (
    add_statement,
    approve_plan,
    comment_plan,
    revise_plan,
)
from tests.factories import cast, network, permission, planning
from tests.factories.casebook import a_case
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db
ROWS, GOALS, MEMBERS, MOST_QUERIES = 60, 10, 12, 15


def asked(client, name, *args):
    client.force_login(cast.kerstin())
    client.cookies["django_language"] = "en"
    address = reverse(name, args=args)
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
    return asked_of_rows(seen), answer.content.decode()


def around(case):
    """Twelve in the network, of eleven organisations, each with its consent; two are kept from something."""
    members = [
        network.a_member(case, network.worker_at(f"hus{number}", network.Category.WORK_EDUCATION))
        for number in range(MEMBERS - 1)
    ]
    members.append(network.a_member(case))
    for member in members:
        permission.a_consent(case, permission.county(), permission.of(member.account))
    for member in members[:2]:
        network.limited(member)


def a_long_plan():
    """Sixty rows that are agreed or not, ten goals, what is known, remarks, and an approved version."""
    case = a_case()
    cast.aino_account()
    around(case)
    plan = planning.a_plan(case=case, form=PlanForm.FULL)
    first = plan.planrows.get()
    planning.record_agreement(first)
    for number in range(ROWS - 1):
        row = planning.a_row(plan, what=f"gör {number}", due_on=planning.in_days(number + 1))
        if number % 2:
            planning.record_agreement(row)
    for number in range(GOALS):
        planning.a_goal(
            plan,
            own_words=f"Mål {number}",
            level=GoalLevel.SUB if number else GoalLevel.CAREER,
        )
    for topic in Topic:
        add_statement(actor=planning.kerstin(), plan_id=plan.id, told=planning.told(topic=topic))
    for number in range(10):
        comment_plan(
            actor=planning.kerstin(),
            plan_id=plan.id,
            text=f"Fråga {number}",
            kind=CommentKind.PROPOSAL,
            part=Part.ROW,
            item_id=first.id,
        )
    version = planning.an_agreed(plan)
    approve_plan(actor=cast.as_actor(cast.aino_account()), version_id=version.id)
    plan.refresh_from_db()
    revise_plan(actor=planning.kerstin(), plan_id=plan.id, version=plan.version)
    return plan


@pytest.mark.requirement("PLAN-5")
def test_a_plan_of_sixty_rows_ten_goals_and_twelve_members_keeps_to_the_budget(client):
    plan = a_long_plan()
    for name in ("planning:plan", "workspace:duties"):
        seen, body = asked(client, name, plan.case_id)
        assert len(seen) <= MOST_QUERIES, (name, len(seen), seen)
    _seen, body = asked(client, "planning:plan", plan.case_id)
    assert body.count("k-timetable-bar") == 2 * ROWS
    for said in ("Mål 9", "gör 58", "Fråga 9", "Approved:", "Not shown to", "hus10"):
        assert said.lower() in body.lower(), said
    assert PlanStatement.objects.filter(plan=plan).count() == len(Topic)


@pytest.mark.requirement("PLAN-5")
def test_a_short_plan_takes_no_more_than_a_long_one(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    assert len(asked(client, "planning:plan", plan.case_id)[0]) <= MOST_QUERIES - 1


def test_the_day_of_an_agreement_is_that_of_the_row_as_it_reads_now(client):
    plan = planning.a_plan()
    row = plan.planrows.get()
    planning.record_agreement(row, how=How.PHONE)
    assert "not yet" not in asked(client, "planning:plan", plan.case_id)[1]
    type(row).objects.filter(pk=row.pk).update(due_on=planning.in_days(3))
    assert "not yet" in asked(client, "planning:plan", plan.case_id)[1]
    type(row).objects.filter(pk=row.pk).update(due_on=planning.in_days(14), content_no=2)
    assert "not yet" in asked(client, "planning:plan", plan.case_id)[1]
