"""A plan of sixty rows and ten goals and a network of twelve: no page asks the database more for it."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.steps.coordination.models import Member
from kaveri.steps.planning.domain import GoalLevel, PlanForm
from kaveri.steps.planning.models import PlanRow
from tests.factories import cast, network, planning
from tests.factories.casebook import a_case
from tests.web.budget import asked_of_rows

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-5")]
MOST_QUERIES, ROWS, GOALS, MEMBERS = 15, 60, 10, 12
PLAN_PAGES = ["plan", "plan_whole", "plan_keeping", "tasks", "home_of"]


@pytest.fixture
def case(settings):
    settings.SECOND_FACTOR = False
    case = a_case()
    plan = planning.a_plan(case=case, form=PlanForm.FULL)
    row = PlanRow.objects.get(plan=plan)
    for place in range(2, ROWS + 1):
        row.pk, row.place, row.by_client = uuid.uuid4(), place, bool(place % 2)
        row.save(force_insert=True)
    planning.a_goal(plan)
    for number in range(GOALS - 1):
        planning.a_goal(plan, own_words=f"Mål {number}", level=GoalLevel.SUB)
    for number in range(MEMBERS):
        network.a_member(case, network.worker_at(f"org{number}", "work_education"))
    planning.an_agreed(plan)
    return case


def asked(client, account, name, case):
    client.force_login(account)
    path = reverse(name, args=[case.id])
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(path)
    assert answer.status_code == 200
    return asked_of_rows(seen), answer.content.decode()


@pytest.mark.parametrize("page", PLAN_PAGES)
def test_the_clients_pages_of_the_plan_keep_to_the_budget(client, case, page):
    queries, _body = asked(client, cast.aino_account(), f"portal:{page}", case)

    assert len(queries) <= MOST_QUERIES, queries


@pytest.mark.parametrize("account", [cast.aino_account, cast.kerstin])
def test_the_network_keeps_to_the_budget(client, case, account):
    queries, body = asked(client, account(), "coordination:network", case)

    assert Member.objects.count() == MEMBERS
    assert all(f"Org{number}" in body for number in range(MEMBERS))
    assert len(queries) <= MOST_QUERIES, queries
