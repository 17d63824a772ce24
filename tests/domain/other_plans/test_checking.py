"""What the law asks of each kind of plan: a whole and a deficient one, and who may say "missing"."""

import datetime as dt

import pytest

from kaveri.steps.other_plans.domain import (
    Answer,
    PlanKind,
    RowFacts,
    SupportFacts,
    check,
    conditions_without,
    held_by_support_plan,
    in_force,
)
from kaveri.steps.other_plans.selectors import contents
from kaveri.steps.planning.domain import GoalLevel, PlanForm, RowState, Topic

FILES = contents()
TODAY = dt.date(2026, 11, 23)
LINES = [(each, line) for each in FILES for line in each.lines]


def named(value):
    return getattr(value, "key", None) or f"{value.kind}-{value.effective_from.year}"


def keys(each):
    return {line.key for line in each.lines}


@pytest.mark.requirement("PLAN-11")
def test_every_kind_of_the_table_has_contents_today():
    assert list(in_force(FILES, on=TODAY)) == list(PlanKind)


@pytest.mark.requirement("PLAN-12")
@pytest.mark.parametrize("each", FILES, ids=named)
def test_a_whole_plan_lacks_nothing(each):
    found = check(each, held=keys(each))

    assert [row.line for row in found] == list(each.lines)
    assert {row.answer for row in found} == {Answer.PRESENT}


@pytest.mark.requirement("PLAN-12")
@pytest.mark.parametrize(("each", "line"), LINES, ids=named)
def test_only_a_verified_line_says_that_something_is_missing(each, line):
    answers = {row.line.key: row.answer for row in check(each, held=keys(each) - {line.key})}

    expected = Answer.MISSING if line.verified else Answer.CHECK
    assert answers == {**dict.fromkeys(keys(each), Answer.PRESENT), line.key: expected}


@pytest.mark.requirement("PLAN-12")
@pytest.mark.parametrize(
    ("each", "line"), [(each, line) for each, line in LINES if line.only_if], ids=named
)
def test_a_line_that_is_not_asked_for_says_why(each, line):
    answers = check(each, held=(), does_not_apply={line.only_if})

    found = next(row for row in answers if row.line == line)
    assert found.answer == Answer.NOT_APPLICABLE
    assert set(found.reasons) == {"sv", "fi", "en"}


@pytest.mark.parametrize("each", FILES, ids=named)
def test_a_line_stands_once_and_its_condition_has_words(each):
    assert len(keys(each)) == len(each.lines)
    assert {line.only_if for line in each.lines} - {""} == set(each.without)
    assert all(line.source for line in each.lines)
    # A whole that nobody has verified has no line that somebody has.
    assert each.verified is any(line.verified for line in each.lines)


@pytest.mark.requirement("PLAN-12")
def test_what_no_one_has_read_in_the_law_is_never_called_missing():
    today = in_force(FILES, on=TODAY)

    for kind in ("employment", "integration", "disability", "multisectoral"):
        answers = {row.answer for row in check(today[PlanKind(kind)], held=())}
        assert answers == {Answer.CHECK}


@pytest.mark.requirement("PLAN-12")
def test_the_version_follows_the_day():
    before = in_force(FILES, on=dt.date(2024, 12, 31))
    after = in_force(FILES, on=dt.date(2025, 1, 1))

    assert "1369/2014" in before[PlanKind.MULTISECTORAL].laws["en"]
    assert "381/2023" in after[PlanKind.MULTISECTORAL].laws["en"]
    assert PlanKind.INTEGRATION not in before


WHOLE = SupportFacts(
    form=PlanForm.FULL,
    own_words=True,
    levels=frozenset(GoalLevel),
    topics=frozenset(Topic),
    rows=(RowFacts(state=RowState.PLANNED, has_day=True, has_responsible=True),),
    has_coordinator=True,
    has_follow_up=True,
    keeping_said=True,
)


def changed(**differences):
    known = {name: getattr(WHOLE, name) for name in WHOLE.__dataclass_fields__}
    return held_by_support_plan(SupportFacts(**{**known, **differences}))


def lacks(**differences):
    support = in_force(FILES, on=TODAY)[PlanKind.SUPPORT]
    return {line.key for line in support.lines} - changed(**differences)


def row(**known):
    return RowFacts(
        **{"state": RowState.PLANNED, "has_day": True, "has_responsible": True, **known}
    )


@pytest.mark.requirement("PLAN-12")
@pytest.mark.parametrize(
    ("differences", "missing"),
    [
        ({}, set()),
        ({"own_words": False}, {"own_words"}),
        ({"levels": frozenset({GoalLevel.MAIN, GoalLevel.SUB})}, {"career_goal"}),
        ({"levels": frozenset()}, {"main_goal", "sub_goal", "career_goal"}),
        ({"topics": frozenset(Topic) - {Topic.EARLIER_SUPPORT}}, {"earlier_support"}),
        ({"topics": frozenset(Topic) - {Topic.EDUCATION}}, {"education"}),
        ({"topics": frozenset(Topic) - {Topic.CHALLENGE}}, {"strengths"}),
        ({"topics": frozenset({Topic.STRENGTH, Topic.CHALLENGE})},
         {"situation", "earlier_support", "education"}),
        ({"rows": ()}, {"services", "timetable", "responsible"}),
        ({"rows": (row(), row(has_day=False))}, {"timetable"}),
        ({"rows": (row(), row(has_responsible=False))}, {"responsible"}),
        ({"rows": (row(state=RowState.DONE, has_day=False),)}, set()),
        ({"has_coordinator": False}, {"coordinator"}),
        ({"has_follow_up": False}, {"follow_up"}),
        ({"keeping_said": False}, {"keeping"}),
    ],
)  # fmt: skip
def test_the_support_plan_is_read_part_by_part(differences, missing):
    assert lacks(**differences) == missing


@pytest.mark.requirement("PLAN-12")
def test_a_note_is_asked_for_less_than_the_full_plan():
    support = in_force(FILES, on=TODAY)[PlanKind.SUPPORT]
    answers = {
        found.line.key: found.answer
        for found in check(support, held=(), does_not_apply=conditions_without(PlanForm.NOTE))
    }

    assert answers["career_goal"] == Answer.NOT_APPLICABLE
    assert answers["follow_up"] == Answer.MISSING
    assert conditions_without(PlanForm.FULL) == frozenset()


def test_the_eight_parts_all_have_lines():
    support = in_force(FILES, on=TODAY)[PlanKind.SUPPORT]

    assert sorted({line.part for line in support.lines}) == list(range(1, 9))
