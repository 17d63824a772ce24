"""When the next contact is due."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.coordination.domain import (
    LONGEST_RHYTHM,
    SHORTEST_RHYTHM,
    WaitObstacle,
    contact_by,
    first_contact_by,
    obstacles_to_waiting,
)

days = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
rhythms = st.integers(SHORTEST_RHYTHM, LONGEST_RHYTHM)


@pytest.mark.requirement("COORDINATE-6")
@given(last=days, every=rhythms, today=days)
def test_the_day_follows_the_last_contact_and_is_never_before_today(last, every, today):
    due = first_contact_by(last, every, today=today)
    assert due >= today
    assert due == contact_by(last, every) or due == today
    assert contact_by(last, every) > last


@pytest.mark.requirement("COORDINATE-6")
@given(first=days, later=st.integers(0, 400), every=rhythms, today=days)
def test_a_later_contact_never_brings_an_earlier_day(first, later, every, today):
    second = first + dt.timedelta(days=later)
    assert first_contact_by(second, every, today=today) >= first_contact_by(
        first, every, today=today
    )


@given(last=days, one=rhythms, other=rhythms)
def test_a_closer_rhythm_never_brings_a_later_day(last, one, other):
    closer, wider = sorted((one, other))
    assert contact_by(last, closer) <= contact_by(last, wider)


@given(every=st.integers(-1000, 1000))
def test_only_a_rhythm_that_can_be_kept_stands(every):
    found = obstacles_to_waiting(
        is_open=True,
        what="an examination",
        since_on=dt.date(2026, 1, 1),
        every_days=every,
        supporter_near=True,
        today=dt.date(2026, 1, 1),
    )
    fits = SHORTEST_RHYTHM <= every <= LONGEST_RHYTHM
    assert found == ([] if fits else [WaitObstacle.RHYTHM_OUT_OF_BOUNDS])
