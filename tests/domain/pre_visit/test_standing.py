"""Where a background stands, what fits on a page, and where what is known is offered."""

import datetime as dt

import pytest

from kaveri.casebook.records.domain import Category
from kaveri.steps.planning.domain import Topic
from kaveri.steps.pre_visit.domain import (
    LINES,
    SIGNS,
    Answer,
    BackgroundObstacle,
    Handed,
    Standing,
    lines_on_paper,
    obstacles_to_answering,
    obstacles_to_handing,
    obstacles_to_writing,
    place_of,
    standing,
)
from kaveri.steps.pre_visit.selectors import headings
from kaveri.steps.referral_out.domain import SendingGround

TODAY = dt.date(2026, 11, 23)


@pytest.mark.requirement("IDENTIFY-6")
@pytest.mark.parametrize(
    ("text_no", "answer", "answered_no", "handed_no", "expected"),
    [
        (1, "", None, None, Standing.WAITS),
        (1, Answer.APPROVED, 1, None, Standing.APPROVED),
        (1, Answer.OTHERWISE, 1, None, Standing.TO_CHANGE),
        (2, Answer.APPROVED, 1, None, Standing.WAITS),
        (1, Answer.APPROVED, 1, 1, Standing.HANDED),
        (2, Answer.APPROVED, 1, 1, Standing.WAITS),
    ],
)
def test_a_changed_text_waits_for_the_client_again(
    text_no, answer, answered_no, handed_no, expected
):
    found = standing(text_no=text_no, answer=answer, answered_no=answered_no, handed_no=handed_no)
    assert found is expected


@pytest.mark.requirement("IDENTIFY-6")
def test_it_fits_on_one_page_or_is_refused():
    assert lines_on_paper("") == 0
    assert lines_on_paper("a" * SIGNS) == 1
    assert lines_on_paper("a" * (SIGNS + 1) + "\n\nb") == 4
    full = {"work": "\n".join(["a"] * LINES)}
    known = {"visit": "b_statement", "visit_stands": True, "case_open": True}
    assert obstacles_to_writing(parts=full, **known) == []
    assert obstacles_to_writing(parts=full | {"goals": "b"}, **known) == [
        BackgroundObstacle.TOO_LONG
    ]


@pytest.mark.requirement("IDENTIFY-6")
def test_every_reason_against_writing_is_said_at_once():
    found = obstacles_to_writing(
        parts={"contact": "Kerstin"}, visit="usual", visit_stands=True, case_open=False
    )
    assert found == [
        BackgroundObstacle.CASE_ENDED,
        BackgroundObstacle.NO_SUCH_VISIT,
        BackgroundObstacle.NOTHING_WRITTEN,
    ]


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
def test_an_answer_is_to_the_text_as_it_was_read_and_to_all_of_it():
    known = {
        "answer": Answer.APPROVED, "words": "", "read_no": 1, "now_no": 2, "stands": Standing.WAITS,
        "all_shown": False, "on": TODAY, "today": TODAY,
    }  # fmt: skip
    assert obstacles_to_answering(**known) == [
        BackgroundObstacle.TEXT_HAS_CHANGED,
        BackgroundObstacle.NOT_ALL_SHOWN,
    ]
    wish = known | {"answer": Answer.OTHERWISE, "read_no": 2}
    assert obstacles_to_answering(**wish) == [BackgroundObstacle.NO_WISH]


@pytest.mark.requirement("IDENTIFY-6", "CONSENT-2")
def test_it_is_handed_on_only_when_approved_and_by_us_only_with_a_ground():
    known = {
        "stands": Standing.WAITS, "how": Handed.POST, "receiver": "", "ground": "",
        "register": "social", "case_open": True, "on": TODAY, "today": TODAY,
    }  # fmt: skip
    assert obstacles_to_handing(**known) == [
        BackgroundObstacle.NOT_APPROVED,
        BackgroundObstacle.NO_RECEIVER,
        BackgroundObstacle.NO_GROUND,
    ]
    ready = known | {"stands": Standing.APPROVED}
    assert obstacles_to_handing(**ready | {"how": Handed.CLIENT_TAKES}) == []
    sent = ready | {"receiver": "Hälsovårdscentralen", "ground": SendingGround.OWN_REGISTER}
    assert obstacles_to_handing(**sent) == [BackgroundObstacle.NOT_OWN_REGISTER]
    assert obstacles_to_handing(**sent | {"register": "health"}) == []
    assert obstacles_to_handing(**sent | {"ground": SendingGround.ORAL_CONSENT}) == []


@pytest.mark.requirement("IDENTIFY-6", "PLAN-14")
def test_what_is_known_has_a_heading_and_health_stands_under_health():
    keys = set(headings())
    assert len(keys) == 7
    assert {place_of(topic, Category.FUNCTIONING) for topic in Topic} <= keys
    assert place_of(Topic.LIFE_SITUATION, Category.HEALTH) == "health"
