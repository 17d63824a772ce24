"""The course of an assessment, and the mapping's headings."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.steps.assessment.domain import (
    FOLLOWING,
    UNDER_WAY,
    AssessmentState,
    Heading,
    NextThing,
    Prompt,
    Result,
    Said,
    category_of,
    may_follow,
    obstacles_to_result,
)

S = AssessmentState


@pytest.mark.requirement("ASSESS-2")
@given(st.lists(st.sampled_from(sorted(S)), max_size=10))
def test_no_walk_leaves_a_result_or_a_cancellation(walk):
    state = S.ASKED
    for following in map(S, walk):
        if may_follow(state, following):
            assert state in UNDER_WAY
            assert following is not S.ASKED
            state = following


@pytest.mark.requirement("ASSESS-2")
def test_from_every_open_state_a_result_or_a_cancellation_can_be_reached():
    assert set(FOLLOWING) == set(S)
    for state in UNDER_WAY:
        assert {S.RESULT, S.CANCELLED} <= FOLLOWING[state]
    assert not FOLLOWING[S.RESULT]
    assert not FOLLOWING[S.CANCELLED]


@pytest.mark.requirement("ASSESS-2")
@given(st.text(alphabet=" \t\n"))
def test_a_result_always_says_what_the_person_can_do(nothing):
    result = Result(text="x", source=Source.HEALTH_CARE, can_do=nothing)
    assert obstacles_to_result(S.DONE, result, NextThing()) == ["no_can_do"]


@pytest.mark.requirement("ASSESS-1")
@pytest.mark.parametrize(
    ("prompt", "chosen", "category"),
    [
        ("", None, Category.HEALTH),
        ("substances", None, Category.SUBSTANCE_USE),
        ("gone", None, Category.HEALTH),
        ("substances", Category.FUNCTIONING, Category.FUNCTIONING),
    ],
)
def test_a_sensitive_prompt_never_takes_the_headings_milder_category(prompt, chosen, category):
    heading = Heading(
        key="health",
        number=4,
        category=Category.HEALTH,
        name={},
        help={},
        prompts=(Prompt(key="substances", category=Category.SUBSTANCE_USE, text={}),),
    )
    said = Said(
        text="x",
        source=Source.CLIENT,
        said_on=dt.date(2026, 11, 22),
        prompt=prompt,
        category=chosen,
    )
    assert category_of(heading, said) is category
