"""The plan seen from the case, from my day, and as a picture; in as many questions however long it is."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.steps.planning.domain import PlanForm
from kaveri.steps.planning.models import FollowUp
from kaveri.steps.planning.presenters.timetable import timetable
from tests.factories import cast, planning
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db


def opened(client, account, name, *args, language="en"):
    client.force_login(account)
    client.cookies["django_language"] = language
    return client.get(reverse(name, args=args))


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.requirement("PLAN-7")
def test_a_plan_out_of_date_is_seen_on_the_case_and_in_my_day(client):
    plan = planning.a_plan()
    FollowUp.objects.filter(plan=plan).update(on=planning.in_days(-3))
    for name, args in (("workspace:case", [plan.case_id]), ("workspace:my_day", [])):
        body = words(opened(client, cast.kerstin(), name, *args))
        assert "Plan out of date" in body, name
        assert "The follow-up was to be on" in body, name
        assert reverse("planning:plan", args=[plan.case_id]) in body, name


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize(
    ("language", "state"),
    [
        ("en", "Plan waits for the client&#x27;s approval"),
        ("sv", "Planen väntar på klientens godkännande"),
        ("fi", "Suunnitelma odottaa asiakkaan hyväksyntää"),
    ],
)
def test_my_day_says_which_plan_waits_for_the_clients_approval(client, language, state):
    planning.an_agreed()
    assert state in words(opened(client, cast.kerstin(), "workspace:my_day", language=language))


@pytest.mark.requirement("PLAN-7")
def test_a_draft_whose_follow_up_has_passed_can_still_be_written_in(client):
    plan = planning.a_plan()
    FollowUp.objects.filter(plan=plan).update(on=planning.in_days(-3))
    body = words(opened(client, cast.kerstin(), "planning:plan", plan.case_id))
    assert reverse("planning:follow_up", args=[plan.case_id]) in body
    assert reverse("planning:agree", args=[plan.case_id]) in body
    assert reverse("planning:revise", args=[plan.case_id]) not in body


def test_a_case_without_a_plan_says_so_and_my_day_does_not(client):
    case = a_case()
    assert "No plan yet" in words(opened(client, cast.kerstin(), "workspace:case", case.id))
    assert "Plans that wait" not in words(opened(client, cast.kerstin(), "workspace:my_day"))


def test_the_six_duties_say_what_each_lacks(client):
    plan = planning.a_plan()
    body = words(opened(client, cast.kerstin(), "workspace:duties", plan.case_id))
    for said in (
        "3 of 6 in order",
        "There is no written consent in force.",
        "The plan has not been agreed.",
        "Somebody responsible has not agreed to their row.",
    ):
        assert said in body, said
    assert "No follow-up has been agreed." not in body


def test_the_duties_are_the_case_managers_and_nobody_elses(client):
    case = a_case()
    near(case, cast.mikko(), RelationKind.COACH)
    assert opened(client, cast.mikko(), "workspace:duties", case.id).status_code == 404
    body = words(opened(client, cast.mikko(), "workspace:case", case.id))
    assert "six duties" not in body
    assert "No plan yet" in body


def drawn(*days):
    """A picture of rows from one day to another, counted from today."""
    today = dt.date(2026, 11, 22)
    plan = planning.a_plan()
    rows = [
        (
            planning.a_row(plan, from_on=today + dt.timedelta(a), until_on=today + dt.timedelta(b)),
            "Verkstad",
        )
        for a, b in days
    ]
    return timetable(rows, today=today, language="sv")


@pytest.mark.requirement("PLAN-5")
def test_the_picture_has_a_bar_for_each_row_in_their_order_within_the_frame():
    picture = drawn((-10, -5), (0, 0), (10, 90))
    for drawing in picture.drawings:
        assert [bar.words[:2] for bar in drawing.bars] == ["1.", "2.", "3."]
        assert [bar.kind for bar in drawing.bars] == ["late", "ahead", "ahead"]
        assert all(bar.x >= 0 and bar.x + bar.width <= drawing.width for bar in drawing.bars)
        assert [bar.y for bar in drawing.bars] == sorted(bar.y for bar in drawing.bars)
    assert "12.11.2026" in picture.sentence


def test_one_row_alone_needs_no_picture():
    assert drawn((0, 5)) is None


@pytest.mark.requirement("TRUST-4")
def test_every_table_of_the_plan_names_its_columns(client):
    plan = planning.a_plan(form=PlanForm.FULL)

    body = words(opened(client, cast.kerstin(), "planning:plan", plan.case_id))

    tables = re.findall(r"<table class=\"k-table\">.*?</table>", body)
    assert len(tables) == 3
    for table in tables:
        head, first = re.search(r"<thead>(.*?)</thead>.*?<tr>(.*?)</tr>", table).groups()
        assert head.count('<th scope="col">') == first.count("data-label=")
