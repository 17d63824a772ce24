"""The rules of the team's minutes."""

import datetime as dt

import pytest

from kaveri.steps.teams.domain import MinutesObstacle, obstacles_to_minutes, tell_by

WHOLE = {
    "is_opened": True,
    "ground_lost": False,
    "outcome": "Vi ringer.",
    "somebody_was_there": True,
}


def test_what_is_whole_can_be_written():
    assert obstacles_to_minutes(**WHOLE) == []


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"is_opened": False}, MinutesObstacle.NOT_OPENED),
        ({"ground_lost": True}, MinutesObstacle.NOT_TALKED_ABOUT),
        ({"outcome": " \n"}, MinutesObstacle.NOTHING_FOR_THE_CLIENT),
        ({"somebody_was_there": False}, MinutesObstacle.NOBODY_WAS_THERE),
    ],
)
def test_each_thing_that_is_missing_is_named(changed, obstacle):
    assert obstacles_to_minutes(**{**WHOLE, **changed}) == [obstacle]


def test_the_client_is_told_within_a_week():
    assert tell_by(dt.date(2026, 11, 23)) == dt.date(2026, 11, 30)
