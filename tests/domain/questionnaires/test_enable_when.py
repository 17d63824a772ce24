"""enableWhen: every operator, all and any, what is not asked counts as unanswered."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.questionnaires.domain import (
    TIMES,
    Asked,
    CannotBeAsked,
    Operator,
    Reason,
    build_response,
    read_questionnaire,
)
from kaveri.steps.questionnaires.domain.enabling import compare
from tests.domain.questionnaires.making import asking, file, question

pytestmark = pytest.mark.requirement("IDENTIFY-3")

ORDER = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
}
_NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
YES, NO = True, False
NUMBERS = st.integers(-1000, 1000)


def when(operator, name, value, question="a"):
    return {"question": question, "operator": operator, name: value}


def is_asked(conditions, answers, behavior="all", kind="integer"):
    found = asking(
        [
            question("a", kind, repeats=True),
            question("b", "boolean"),
            question("c", "string", enableWhen=conditions, enableBehavior=behavior),
        ],
        answers,
    )
    return found.is_asked("c")


@pytest.mark.parametrize("operator", ORDER)
@given(mine=NUMBERS, theirs=NUMBERS)
def test_numbers_are_compared_as_python_compares_them(operator, mine, theirs):
    answers = {"a": [{"valueInteger": mine}]}
    assert is_asked([when(operator, "answerInteger", theirs)], answers) == ORDER[operator](
        mine, theirs
    )


@pytest.mark.parametrize("operator", ORDER)
@given(mine=st.dates(), theirs=st.dates())
def test_days_are_compared_as_days(operator, mine, theirs):
    answers = {"a": [{"valueDate": mine.isoformat()}]}
    conditions = [when(operator, "answerDate", theirs.isoformat())]
    assert is_asked(conditions, answers, kind="date") == ORDER[operator](mine, theirs)


@given(st.lists(NUMBERS, max_size=4), NUMBERS)
def test_of_several_answers_one_is_enough_and_different_means_none_is_equal(given_, theirs):
    answers = {"a": [{"valueInteger": each} for each in given_]}
    for operator in ("=", ">", "<", ">=", "<="):
        expected = any(ORDER[operator](mine, theirs) for mine in given_)
        assert is_asked([when(operator, "answerInteger", theirs)], answers) == expected
    assert is_asked([when("!=", "answerInteger", theirs)], answers) == (theirs not in given_)


@given(st.lists(NUMBERS, max_size=3), st.booleans())
def test_exists_asks_whether_there_is_an_answer(given_, wanted):
    answers = {"a": [{"valueInteger": each} for each in given_]}
    assert is_asked([when("exists", "answerBoolean", wanted)], answers) == (bool(given_) == wanted)


@given(NUMBERS, st.booleans(), NUMBERS, st.booleans())
def test_all_needs_every_condition_and_any_needs_one(number, yes, limit, wanted):
    answers = {"a": [{"valueInteger": number}], "b": [{"valueBoolean": yes}]}
    conditions = [
        when(">=", "answerInteger", limit),
        when("=", "answerBoolean", wanted, question="b"),
    ]
    truth = [number >= limit, yes == wanted]
    assert is_asked(conditions, answers, "all") == all(truth)
    assert is_asked(conditions, answers, "any") == any(truth)


@given(st.lists(st.booleans(), min_size=2, max_size=8))
def test_a_question_that_is_not_asked_has_no_answer_whatever_stands_there(answered):
    """A chain, each asked when the one before is yes: everything after the first no is silent."""
    items = [question("q0", "boolean")] + [
        question(
            f"q{number}",
            "boolean",
            enableWhen=[when("=", "answerBoolean", value=True, question=f"q{number - 1}")],
        )
        for number in range(1, len(answered))
    ]
    answers = {f"q{number}": [{"valueBoolean": yes}] for number, yes in enumerate(answered)}
    found = asking(items, answers)
    for number in range(len(answered)):
        assert found.is_asked(f"q{number}") == all(answered[:number])
    built = build_response(found, response_id="x", finished=True, authored=_NOON)
    silent = {item["linkId"] for item in built.get("item", [])}
    assert silent == {f"q{number}" for number in range(len(answered)) if all(answered[:number])}


def test_what_stands_in_a_group_that_is_not_asked_is_not_asked():
    group = {
        "linkId": "g",
        "type": "group",
        "enableWhen": [when("=", "answerBoolean", value=True, question="b")],
        "item": [
            question("inner", "string"),
            {**question("deep", "boolean"), "item": [question("x", "string")]},
        ],
    }
    silent = asking([question("b", "boolean"), group], {"b": [{"valueBoolean": False}]})
    asked = asking([question("b", "boolean"), group], {"b": [{"valueBoolean": True}]})
    for link_id in ("inner", "deep", "x"):
        assert not silent.is_asked(link_id)
        assert asked.is_asked(link_id)


@given(st.lists(st.booleans(), min_size=1, max_size=5))
def test_in_a_group_that_repeats_each_time_is_judged_by_itself(turns):
    group = {
        "linkId": "job",
        "type": "group",
        "repeats": True,
        "item": [
            question("went", "boolean"),
            question("why", "string", enableWhen=[when("=", "answerBoolean", NO, "went")]),
        ],
    }
    answers = {"job" + TIMES: [{"valueInteger": len(turns)}]}
    for number, well in enumerate(turns):
        answers["went" + (f"#{number}" if number else "")] = [{"valueBoolean": well}]
    found = asking([group], answers)
    assert [found.is_asked("why", (number,)) for number in range(len(turns))] == [
        not well for well in turns
    ]
    built = build_response(found, response_id="x", finished=True, authored=_NOON)
    assert [item["linkId"] for item in built["item"]] == ["job"] * len(turns)


def test_a_code_without_a_system_is_the_same_in_any_system():
    bare, full = {"valueCoding": {"code": "y"}}, {"valueCoding": {"system": "s", "code": "y"}}
    other = {"valueCoding": {"system": "t", "code": "y"}}
    assert compare(bare, Operator.EQUAL, full)
    assert not compare(full, Operator.EQUAL, other)


@given(st.decimals(-100, 100, places=2), st.decimals(-100, 100, places=2))
def test_amounts_are_compared_in_the_same_unit_only(mine, theirs):
    kilos = {"valueQuantity": {"value": float(mine), "unit": "kg"}}
    expected = {"valueQuantity": {"value": float(theirs), "unit": "kg"}}
    assert compare(kilos, Operator.MORE, expected) == (Decimal(mine) > Decimal(theirs))
    assert not compare(kilos, Operator.MORE, {"valueQuantity": {"value": 0, "unit": "g"}})


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ([question("a", "string", enableWhen=[when("exists", "answerBoolean", YES)])], "circle"),
        (
            [
                question("a", "boolean", enableWhen=[when("exists", "answerBoolean", YES, "b")]),
                question("b", "boolean", enableWhen=[when("exists", "answerBoolean", YES, "a")]),
            ],
            "circle",
        ),
        (
            [question("a", "string", enableWhen=[when("exists", "answerBoolean", YES, "z")])],
            "nowhere",
        ),
        ([question("a", "string", enableWhen=[when("~", "answerInteger", 1)])], "not_read"),
        ([question("a", "string", enableWhen=[when("exists", "answerInteger", 1)])], "not_read"),
    ],
)
def test_conditions_that_cannot_be_judged_are_refused(items, reason):
    expected = {
        "circle": Reason.CONDITIONS_IN_A_CIRCLE,
        "nowhere": Reason.CONDITION_LEADS_NOWHERE,
        "not_read": Reason.CONDITION_NOT_READ,
    }[reason]
    with pytest.raises(CannotBeAsked) as refused:
        read_questionnaire(json.dumps(file(items)))
    assert expected in [problem.reason for problem in refused.value.problems]


def test_several_conditions_must_say_all_or_any():
    two = [when("exists", "answerBoolean", YES), when("=", "answerInteger", 1)]
    with pytest.raises(CannotBeAsked) as refused:
        read_questionnaire(
            json.dumps(file([question("a", "integer"), question("b", "string", enableWhen=two)]))
        )
    assert [problem.reason for problem in refused.value.problems] == [Reason.ALL_OR_ANY_NOT_SAID]


def test_an_item_is_asked_by_itself_when_it_says_nothing():
    assert Asked(read_questionnaire(json.dumps(file([question("a", "string")]))), {}).is_asked("a")
