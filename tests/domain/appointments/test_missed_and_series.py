"""Meetings in a series, and what a missed one leads to."""

import datetime as dt

import pytest

from kaveri.foundation.base.clock import HELSINKI
from kaveri.steps.appointments.domain import (
    LONGEST_SERIES,
    AppointmentObstacle,
    State,
    Way,
    get_in_touch_by,
    missed_in_a_row,
    obstacles_to_agreeing,
    obstacles_to_noting,
    times,
)

# Three weeks before the clocks are put forward.
FIRST = dt.datetime(2027, 3, 8, 9, tzinfo=HELSINKI)
BEFORE = FIRST - dt.timedelta(days=1)


def obstacles(**changed):
    known = {
        "starts_at": FIRST,
        "now": BEFORE,
        "way": Way.PLACE,
        "place": "Biblioteket",
        "every_weeks": None,
        "until": None,
        "case_open": True,
    }
    return obstacles_to_agreeing(**known | changed)


@pytest.mark.requirement("COORDINATE-11")
def test_a_series_keeps_its_time_of_day_when_the_clocks_change():
    found = times(FIRST, 2, dt.date(2027, 4, 19))
    assert [moment.date().day for moment in found] == [8, 22, 5, 19]
    assert {moment.astimezone(HELSINKI).hour for moment in found} == {9}
    assert {moment.utcoffset() for moment in found} == {
        dt.timedelta(hours=2),
        dt.timedelta(hours=3),
    }


@pytest.mark.requirement("COORDINATE-11")
def test_every_reason_is_said_at_once():
    assert obstacles() == []
    assert obstacles(place=" ", now=FIRST, case_open=False) == [
        AppointmentObstacle.CASE_ENDED,
        AppointmentObstacle.HAS_PASSED,
        AppointmentObstacle.PLACE_MISSING,
    ]
    assert obstacles(way=Way.PHONE, place="") == []
    assert obstacles(every_weeks=1) == [AppointmentObstacle.SERIES_WITHOUT_END]
    before = FIRST.date() - dt.timedelta(days=1)
    assert obstacles(every_weeks=1, until=before) == [AppointmentObstacle.SERIES_ENDS_BEFORE]


@pytest.mark.requirement("COORDINATE-11")
@pytest.mark.parametrize(("weeks", "fits"), [(LONGEST_SERIES - 1, True), (LONGEST_SERIES, False)])
def test_a_series_is_agreed_for_half_a_year_at_most(weeks, fits):
    found = obstacles(every_weeks=1, until=FIRST.date() + dt.timedelta(weeks=weeks))
    assert (found == []) is fits


@pytest.mark.requirement("COORDINATE-11")
def test_what_has_not_begun_can_only_be_called_off():
    known = {"state": State.AGREED, "starts_at": FIRST, "now": BEFORE}
    assert obstacles_to_noting(outcome=State.CANCELLED, **known) == []
    for outcome in (State.HELD, State.MISSED):
        assert obstacles_to_noting(outcome=outcome, **known) == [AppointmentObstacle.NOT_YET]
    known |= {"state": State.HELD, "now": FIRST}
    assert obstacles_to_noting(outcome=State.MISSED, **known) == [AppointmentObstacle.NOT_OPEN]


@pytest.mark.requirement("COORDINATE-11", "COORDINATE-13")
def test_contact_is_made_a_little_sooner_each_time_and_a_meeting_held_begins_anew():
    today = FIRST.date()
    waits = [(get_in_touch_by(count, today) - today).days for count in (1, 2, 3, 9)]
    assert waits == [5, 3, 2, 2]
    missed, held, called_off = State.MISSED, State.HELD, State.CANCELLED
    assert missed_in_a_row([missed, called_off, missed, held, missed]) == 2
    assert missed_in_a_row([held, missed]) == missed_in_a_row([]) == 0
