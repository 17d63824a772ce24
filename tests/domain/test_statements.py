"""Statements: their kinds' headings, and what stands in the way of signing and amending."""

import datetime as dt

import pytest

from kaveri.steps.statements.domain import (
    State,
    StatementObstacle,
    empty_headings,
    go_through_by,
    is_late,
    obstacles_to_asking,
    written,
)
from kaveri.steps.statements.selectors import kinds

TODAY = dt.date(2026, 11, 23)


@pytest.mark.requirement("TEAM-3")
def test_the_b_statement_has_kelas_seven_headings_and_one_for_what_is_done_from_afar():
    headings = kinds()["b_statement"].headings
    assert [heading.key for heading in headings if heading.required] == [
        "work",
        "illnesses",
        "ability",
        "suitability",
        "grounds",
        "goals",
        "unit",
    ]
    assert all(heading.verified for heading in headings)


@pytest.mark.requirement("TEAM-3")
@pytest.mark.parametrize("key", ["work_ability", "team", "special_team"])
def test_headings_of_kaveris_own_are_shown_as_to_be_checked(key):
    kind = kinds()[key]
    assert not kind.verified
    assert not any(heading.verified for heading in kind.headings)


@pytest.mark.requirement("TEAM-3")
def test_only_what_stands_under_a_heading_of_the_kind_is_kept():
    kind = kinds()["team"]
    texts = {"situation": " Lugn. ", "answer": "", "secret": "x"}
    assert empty_headings(kind, texts) == ["answer", "recommendation"]
    assert written(kind, texts) == {"situation": "Lugn."}


@pytest.mark.requirement("TEAM-3")
def test_the_last_day_of_the_writer_is_the_last_day_that_can_be_asked_for():
    known = {"case_open": True, "question": "Kan hen?", "writer_near": True}
    last = TODAY + dt.timedelta(days=14)
    assert obstacles_to_asking(due_on=last, writer_until=last, **known) == []
    after = last + dt.timedelta(days=1)
    assert obstacles_to_asking(due_on=after, writer_until=last, **known) == [
        StatementObstacle.WRITER_LEAVES_BEFORE
    ]


def test_a_statement_is_late_the_day_after_and_only_while_it_is_waited_for():
    assert not is_late(State.ASKED, TODAY, TODAY)
    assert is_late(State.ASKED, TODAY - dt.timedelta(days=1), TODAY)
    assert not is_late(State.SIGNED, TODAY - dt.timedelta(days=1), TODAY)
    assert go_through_by(TODAY) == dt.date(2026, 11, 30)
