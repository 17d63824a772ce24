"""The client's other plans as pages: noted, changed, drawn, read by the client."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.steps.other_plans.domain import PlanKind
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.planning.domain import PlanForm
from kaveri.steps.planning.models import PlanRow
from tests.factories import cast, planning
from tests.factories.casebook import a_case
from tests.factories.other_plans import a_plan, put_in
from tests.web.planning.test_plan_around import opened, words

pytestmark = pytest.mark.django_db


def sent(client, account, name, row_id, **typed):
    client.force_login(account)
    client.cookies["django_language"] = "en"
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return client.post(reverse(f"other_plans:{name}", args=[row_id]), typed)


def texts(page):
    return [word.text for node in page.picture.nodes for word in node.words]


@pytest.mark.requirement("PLAN-11", "PLAN-8")
def test_noted_changed_put_in_gone_through_and_ended(client):
    kerstin, plan = cast.kerstin(), planning.a_plan()
    typed = {"kind": "activation", "organisation": "Åbo sysselsättning", "kept_in": "Registret"}
    assert sent(client, kerstin, "add", plan.case_id, **typed).status_code == 302
    row = OtherPlan.objects.get()
    assert "Åbo sysselsättning" in words(opened(client, kerstin, "other_plans:plan", row.id))

    assert sent(client, kerstin, "change", row.id, organisation="Åbo", version=1).status_code == 302
    assert sent(client, kerstin, "put_in", row.id, version=2).status_code == 302
    assert sent(client, kerstin, "tick", row.id, held="earlier_plans", version=3).status_code == 302
    body = words(opened(client, kerstin, "other_plans:plan", row.id))
    assert "The support plan is a part of this plan since" in body
    assert "Lines that are missing:" in body

    assert sent(client, kerstin, "end", row.id, reason="Ny plan.", version=4).status_code == 302
    body = words(opened(client, kerstin, "other_plans:of_case", plan.case_id))
    assert "Ny plan." in body
    assert "The support plan is a document of its own." in body


@pytest.mark.requirement("PLAN-11")
def test_what_is_refused_keeps_what_was_typed(client):
    case = a_case()
    typed = {"kind": "care", "kept_in": "Arkivet"}
    answer = sent(client, cast.kerstin(), "add", case.id, **typed)
    assert answer.status_code == 200
    assert "Choose who holds the plan" in words(answer)
    assert "Arkivet" in words(answer)


@pytest.mark.requirement("PLAN-11")
def test_the_picture_and_the_table_hold_the_same(client):
    plan = planning.a_plan()
    put_in(a_plan(plan.case))
    a_plan(plan.case, kind=PlanKind.CARE, organisation="Hälsostationen")
    page = opened(client, cast.kerstin(), "other_plans:of_case", plan.case_id).context["page"]
    drawn = [node.what for node in page.picture.nodes]
    assert (drawn.count("held"), drawn.count("support")) == (2, 1)
    assert drawn[drawn.index("support") - 1] == "held"
    for line in page.lines:
        assert line.name in texts(page)
        assert line.holder.split(",")[0] in " ".join(texts(page))
    assert str(page.picture.sentence) == page.support


@pytest.mark.requirement("PLAN-11")
def test_a_day_that_comes_near_is_said_softly(client):
    soon = clock.today() + dt.timedelta(days=9)
    row = a_plan(a_case(), valid_until=soon, review_on=None)
    body = words(opened(client, cast.kerstin(), "other_plans:of_case", row.case_id))
    assert "valid for less than a month" in body


@pytest.mark.requirement("PLAN-11", "PARTICIPATE-1")
def test_the_client_reads_who_holds_which_and_until_when(client):
    plan = planning.a_plan()
    row = put_in(a_plan(plan.case))
    body = words(opened(client, cast.aino_account(), "other_plans:own", plan.case_id))
    assert "Jonna Lind, Åbo sysselsättning" in body
    assert "The support plan is a part of this plan: Activation plan." in body
    assert str(row.valid_until.year) in body
    home = opened(client, cast.aino_account(), "portal:home")
    assert reverse("other_plans:own", args=[plan.case_id]) in home.content.decode()


@pytest.mark.requirement("TRUST-1")
def test_what_another_record_holds_without_a_ground_is_not_there(client):
    row = a_plan(a_case(), kind=PlanKind.CARE, guarded=Category.SUBSTANCE_USE)
    OtherPlan.objects.update(register=Register.HEALTH)
    assert opened(client, cast.kerstin(), "other_plans:plan", row.id).status_code == 404
    body = words(opened(client, cast.kerstin(), "other_plans:of_case", row.case_id))
    assert "Jonna Lind" not in body


def test_the_register_grows_in_no_questions(client, django_assert_max_num_queries):
    case = a_case()
    a_plan(case)
    client.force_login(cast.kerstin())
    at = reverse("other_plans:of_case", args=[case.id])
    with CaptureQueriesContext(connection) as one:
        client.get(at)
    for kind in (PlanKind.CARE, PlanKind.CLIENT, PlanKind.EMPLOYMENT):
        a_plan(case, kind=kind)
    with django_assert_max_num_queries(len(one)):
        client.get(at)


@pytest.mark.requirement("PLAN-12")
def test_the_day_of_a_task_that_is_done_is_no_day_of_the_row(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    row = planning.a_row(plan, next_step=True)
    title = "5 "
    page = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id).context["page"]
    before = {line.title: str(line.answer) for line in page.lines if line.title.startswith(title)}
    PlanRow.objects.filter(pk=row.pk).update(due_on=None, from_on=None, until_on=None)
    Task.objects.filter(pk=row.task_id).update(state=TaskState.DONE, closed_at=clock.now())
    page = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id).context["page"]
    after = {line.title: str(line.answer) for line in page.lines if line.title.startswith(title)}
    assert "There" in before.values()
    assert "There" not in after.values()
