"""Whether absences have a day in common."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.coordination.domain import (
    AbsenceFacts,
    AbsenceObstacle,
    obstacles_to_absence,
    overlap,
)

TODAY = dt.date(2026, 3, 2)
FAR = 60


@st.composite
def absences(draw):
    first = draw(st.integers(0, FAR))
    last = draw(st.none() | st.integers(first, FAR))
    return AbsenceFacts(from_on=day(first), until_on=None if last is None else day(last))


def day(number):
    return TODAY + dt.timedelta(days=number)


def days_of(absence):
    return {
        number
        for number in range(FAR + 1)
        if absence.from_on <= day(number)
        and (absence.until_on is None or day(number) <= absence.until_on)
    }


@pytest.mark.requirement("COORDINATE-9")
@given(one=absences(), other=absences())
def test_two_absences_overlap_when_they_have_a_day_in_common(one, other):
    assert overlap(one, other) == bool(days_of(one) & days_of(other))
    assert overlap(one, other) == overlap(other, one)


@pytest.mark.requirement("COORDINATE-9")
@given(new=absences(), own=absences(), substitute=absences(), chain=absences())
def test_every_obstacle_is_told_at_once(new, own, substitute, chain):
    found = obstacles_to_absence(
        new,
        today=TODAY,
        own=[own],
        substitutes=[substitute],
        stands_in=[chain],
        is_same=False,
        substitute_active=True,
        has_ground=True,
    )
    assert (AbsenceObstacle.ALREADY_AWAY in found) == overlap(new, own)
    assert (AbsenceObstacle.SUBSTITUTE_AWAY in found) == overlap(new, substitute)
    assert (AbsenceObstacle.STANDS_IN in found) == overlap(new, chain)


def test_days_in_the_wrong_order_are_refused():
    found = obstacles_to_absence(
        AbsenceFacts(from_on=day(2), until_on=day(1)),
        today=day(3),
        own=[],
        substitutes=[],
        stands_in=[],
        is_same=True,
        substitute_active=False,
        has_ground=False,
    )
    assert found == [
        AbsenceObstacle.NOT_IN_ORDER,
        AbsenceObstacle.BEGAN_BEFORE_TODAY,
        AbsenceObstacle.IS_THE_SAME,
        AbsenceObstacle.SUBSTITUTE_NOT_ACTIVE,
    ]
