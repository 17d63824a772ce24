"""The page that says what a plan should hold, and what this one lacks of it."""

import pytest
from django.urls import reverse

from kaveri.casebook.records.domain import Category, Register
from kaveri.steps.planning.domain import PlanForm
from kaveri.steps.planning.models import PlanRow
from tests.factories import cast, planning
from tests.factories.casebook import a_case
from tests.web.planning.test_plan_around import opened, words

pytestmark = pytest.mark.django_db


def answers(page):
    return {line.title: str(line.answer) for line in page.lines}


@pytest.mark.requirement("PLAN-12")
def test_a_full_plan_without_a_career_goal_says_so_until_it_has_one(client):
    plan = planning.a_plan(form=PlanForm.FULL)

    page = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id).context["page"]
    line = next(each for each in page.lines if each.title == "1 A goal for working life")
    assert line.answer == "Missing"

    planning.a_goal(plan)
    page = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id).context["page"]
    assert answers(page)["1 A goal for working life"] == "There"
    assert answers(page)["2 Earlier support"] == "Missing"


@pytest.mark.requirement("PLAN-12", "TRUST-1")
def test_who_sees_a_part_of_the_plan_is_never_told_that_something_is_missing(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    planning.a_row(plan, category=Category.SUBSTANCE_USE)
    PlanRow.objects.filter(plan=plan).update(register=Register.HEALTH)
    answer = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id)
    assert "A part of the plan is not shown to you." in words(answer)
    assert "Missing" not in answers(answer.context["page"]).values()


@pytest.mark.requirement("PLAN-12")
def test_a_note_is_told_why_it_is_asked_for_less(client):
    plan = planning.a_plan()

    answer = opened(client, cast.kerstin(), "other_plans:contents", plan.case_id)
    assert "A full plan holds this too." in words(answer)
    assert "Missing" not in answers(answer.context["page"]).values()


@pytest.mark.requirement("PLAN-11")
def test_every_other_kind_stands_with_its_law_and_its_mark(client):
    case = a_case()

    answer = opened(client, cast.kerstin(), "other_plans:contents", case.id)
    body = words(answer)
    assert "There is no plan yet" in body
    assert len(answer.context["page"].others) == 8
    assert "Social Welfare Act 1301/2014, section 39" in body
    assert "check: nobody has verified this" in body


def test_the_plan_leads_to_it(client):
    plan = planning.a_plan()

    answer = opened(client, cast.kerstin(), "planning:plan", plan.case_id)
    assert reverse("other_plans:contents", args=[plan.case_id]) in answer.content.decode()


@pytest.mark.requirement("TRUST-1")
def test_who_may_not_read_the_plan_finds_no_page(client):
    plan = planning.a_plan()
    stranger = cast.worker("stina", "Berg", cast.unit())

    assert opened(client, stranger, "other_plans:contents", plan.case_id).status_code == 404


@pytest.mark.requirement("PLAN-12")
def test_before_the_plan_is_agreed_the_way_to_what_it_lacks_is_near(client):
    plan = planning.a_plan()

    answer = opened(client, cast.kerstin(), "planning:agree", plan.case_id)
    assert answer.context["page"].check == reverse("other_plans:contents", args=[plan.case_id])
    assert "See first what the plan should hold" in words(answer)
