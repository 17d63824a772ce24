"""Scores by what is declared, and nothing else; what is no real change is called so."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.questionnaires.domain import (
    Asked,
    CannotScore,
    Change,
    ScoringReason,
    change_between,
    read_declared,
    read_questionnaire,
    scores_of,
)
from tests.domain.questionnaires.making import asking, question

pytestmark = pytest.mark.requirement("IDENTIFY-3")

PACKS = Path(__file__).parents[3] / "src/kaveri/steps/questionnaires/packs"
ITEMS = ("everyday", "energy", "body", "mind", "people", "belief")


def own_view():
    questionnaire = read_questionnaire((PACKS / "own-view.questionnaire.json").read_text("utf-8"))
    return questionnaire, read_declared(
        (PACKS / "own-view.scores.json").read_text("utf-8"), questionnaire
    )


def answered(questionnaire, points):
    return Asked(
        questionnaire,
        {
            name: [questionnaire.item(name).options[point].value]
            for name, point in zip(ITEMS, points, strict=False)
            if point is not None
        },
    )


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_the_sum_is_what_was_chosen_and_falls_in_one_band(points):
    questionnaire, declared = own_view()
    [scored] = scores_of(declared, answered(questionnaire, points))
    assert scored.score == sum(points)
    band = scored.scale.band_of(scored.score)
    assert band.name["en"] == (
        "heavy" if sum(points) < 9 else "mixed" if sum(points) < 17 else "goes well"
    )


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.sets(st.integers(0, 5)))
def test_one_missing_is_filled_by_the_own_mean_more_give_no_score(points, left_out):
    questionnaire, declared = own_view()
    given_ = [None if place in left_out else point for place, point in enumerate(points)]
    [scored] = scores_of(declared, answered(questionnaire, given_))
    assert scored.missing == len(left_out)
    if len(left_out) > 1:
        assert scored.score is None
    else:
        rest = [point for point in given_ if point is not None]
        assert abs(scored.score - Decimal(sum(rest) * 6) / len(rest)) <= Decimal("0.05")


@given(st.integers(0, 24), st.integers(0, 24))
def test_less_than_the_declared_difference_is_no_real_change(earlier, later):
    _questionnaire, declared = own_view()
    found = change_between(declared.scales[0], Decimal(earlier), Decimal(later))
    if abs(later - earlier) < 4:
        assert found is Change.NO_REAL_CHANGE
    else:
        assert found is (Change.BETTER if later > earlier else Change.WORSE)


def scale(**more):
    words = {"sv": "x", "fi": "x", "en": "x"}
    return {
        "key": "k", "name": words, "items": ["a"], "lowest": 0, "highest": 10, "source": "egen",
        "bands": [{"from": 0, "name": words, "person": words}], **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"items": ["z"]}, ScoringReason.ITEM_UNKNOWN),
        ({"items": ["b"]}, ScoringReason.ITEM_WITHOUT_WEIGHT),
        ({"lowest": 1}, ScoringReason.BANDS_OUTSIDE),
        ({"highest": 0}, ScoringReason.BANDS_OUTSIDE),
        ({"name": {"sv": "x", "fi": "x"}}, ScoringReason.LANGUAGE_MISSING),
        ({"source": ""}, ScoringReason.SOURCE_MISSING),
        ({"method": "guess"}, ScoringReason.NOT_READ),
    ],
)
def test_a_declaration_that_does_not_fit_is_refused(more, reason):
    questionnaire = asking([question("a", "integer"), question("b", "string")]).questionnaire
    with pytest.raises(CannotScore) as refused:
        read_declared(json.dumps({"scores": [scale(**more)]}), questionnaire)
    assert reason in refused.value.reasons


def test_nobody_has_said_how_small_a_difference_is_real():
    questionnaire = asking([question("a", "integer")]).questionnaire
    declared = read_declared(json.dumps({"scores": [scale()]}), questionnaire)
    assert change_between(declared.scales[0], Decimal(1), Decimal(9)) is Change.NOT_KNOWN
    assert change_between(declared.scales[0], None, Decimal(9)) is Change.FIRST
