"""Categories, comparison, standing and duties of the plan."""

import datetime as dt

import pytest

from kaveri.casebook.records.domain import Category
from kaveri.steps.planning.domain import (
    ChangeKind,
    Duty,
    DutyFacts,
    Missing,
    Part,
    PlanFacts,
    PlanForm,
    PlanStatus,
    canonical,
    category_of_row,
    compare,
    duties,
    plan_status_of,
)

TODAY = dt.date(2026, 11, 22)


@pytest.mark.requirement("COORDINATE-7")
def test_what_a_service_discloses_is_never_lowered():
    told = [Category.SUBSTANCE_USE, None]
    assert category_of_row(told, Category.LIFE_SITUATION) == Category.SUBSTANCE_USE
    assert category_of_row([Category.SOCIAL_CARE], Category.HEALTH) == Category.HEALTH
    assert category_of_row([Category.SOCIAL_CARE], Category.LIFE_SITUATION) == Category.SOCIAL_CARE
    assert category_of_row([], None) == Category.SOCIAL_CARE


def item(part, key, **known):
    return {"part": part, "key": key, "id": key, "category": "health", **known}


@pytest.mark.requirement("PLAN-10")
def test_what_came_went_and_changed_part_by_part():
    old = [item("row", "a", what="x"), item("goal", "g", own_words="A"), item("row", "b", what="y")]
    new = [item("row", "c", what="z"), item("row", "b", what="y"), item("goal", "g", own_words="B")]
    found = compare(old, new)
    assert [(change.part, change.kind) for change in found] == [
        (Part.GOAL, ChangeKind.CHANGED),
        (Part.ROW, ChangeKind.CAME),
        (Part.ROW, ChangeKind.WENT),
    ]
    assert (found[0].fields[0].before, found[0].fields[0].after) == ("A", "B")
    assert compare(new, new) == []


def test_the_same_content_is_written_the_same_way():
    assert canonical({"b": 1, "a": "å"}) == canonical({"a": "å", "b": 1}) == '{"a":"å","b":1}'


@pytest.mark.requirement("PLAN-7")
@pytest.mark.parametrize(
    ("known", "status"),
    [
        ({}, PlanStatus.NONE),
        ({"exists": True}, PlanStatus.NOTE),
        ({"exists": True, "form": PlanForm.FULL}, PlanStatus.DRAFT),
        ({"exists": True, "number": 1}, PlanStatus.WAITING),
        ({"exists": True, "number": 1, "approved": True}, PlanStatus.AGREED),
        (
            {"exists": True, "number": 1, "follow_up_on": TODAY - dt.timedelta(1)},
            PlanStatus.OUT_OF_DATE,
        ),
        (
            {"exists": True, "number": 1, "approved": True, "follow_up_on": TODAY},
            PlanStatus.AGREED,
        ),
    ],
)
def test_where_the_plan_stands(known, status):
    assert plan_status_of(PlanFacts(**known), today=TODAY) == status


@pytest.mark.requirement("COORDINATE-3")
def test_the_six_duties_say_what_they_lack():
    lacking = duties(
        DutyFacts(plan=PlanFacts(), written_consent=False, network_to_tell=1), today=TODAY
    )
    assert [line.duty for line in lacking] == list(Duty)
    assert {line.duty for line in lacking if line.met} == {Duty.ARRANGEMENTS}
    assert lacking[3].missing == (Missing.PLAN_NOT_STARTED,)
    plan = PlanFacts(exists=True, number=1, approved=True, follow_up_on=TODAY)
    met = duties(DutyFacts(plan=plan, written_consent=True, network_to_tell=0), today=TODAY)
    assert all(line.met for line in met)
