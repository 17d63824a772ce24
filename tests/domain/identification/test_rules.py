"""The quick ask and the lists, as rules and as data."""

import pytest

from kaveri.casebook.measures.domain import Answer, Change, change_between
from kaveri.steps.identification.domain import (
    LANGUAGES,
    Asked,
    PromptObstacle,
    QuickAskObstacle,
    advice_for,
    answer_codes,
    obstacles_to_contact,
    obstacles_to_prompts,
    read_answer,
)
from kaveri.steps.identification.selectors import bands, shipped_lists


@pytest.mark.parametrize("code", answer_codes())
@pytest.mark.requirement("IDENTIFY-1")
def test_every_answer_has_its_next_step(code):
    answer, score = read_answer(code)
    band = advice_for(Asked(answer=answer, score=score), *bands())
    assert all(band.next_step[language] and band.client[language] for language in LANGUAGES)
    assert band.turn_to
    if score is not None:
        assert band.lowest <= score <= band.highest


@pytest.mark.requirement("IDENTIFY-1")
def test_bands_meet_without_gap_or_overlap():
    found = sorted((band.lowest, band.highest) for band in bands()[0])
    assert found == [(0, 5), (6, 7), (8, 10)]


@pytest.mark.requirement("IDENTIFY-1")
def test_one_point_is_no_sure_change():
    assert change_between(4, 5) is Change.NO_SURE_CHANGE
    assert change_between(4, 6) is Change.UP


@pytest.mark.requirement("IDENTIFY-1")
def test_nobody_is_contacted_who_has_not_agreed():
    found = obstacles_to_contact(agreed=False, phone="", email="", owner_id=None)
    assert found == list(QuickAskObstacle)
    assert obstacles_to_contact(agreed=True, phone="1", email="", owner_id="x") == []


@pytest.mark.requirement("IDENTIFY-2")
def test_each_front_line_is_told_what_to_do_itself_and_whom_to_turn_to():
    assert len(shipped_lists()) >= 10
    for prompts in shipped_lists().values():
        for language in LANGUAGES:
            assert prompts.name[language] and prompts.do_now[language] and prompts.signals[language]
        assert prompts.turn_to


@pytest.mark.requirement("IDENTIFY-2")
def test_a_list_is_whole_in_every_language():
    whole = {"sv": ["a"], "fi": ["b"], "en": ["c"]}
    assert obstacles_to_prompts([whole]) == []
    assert obstacles_to_prompts([{**whole, "fi": []}]) == [PromptObstacle.LANGUAGE_MISSING]
    assert obstacles_to_prompts([{**whole, "fi": ["b", "b"]}]) == [PromptObstacle.LINES_DIFFER]


@pytest.mark.requirement("IDENTIFY-1")
def test_not_answering_is_an_answer():
    assert read_answer("does_not_want") == (Answer.DOES_NOT_WANT, None)
    assert read_answer("0") == (Answer.SCORE, 0)
