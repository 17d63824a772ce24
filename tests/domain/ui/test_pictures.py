"""The chart of work ability says the same as its table."""

import datetime as dt
from itertools import pairwise

import pytest

from kaveri.foundation.ui.pictures import Band, Score, score_chart

TODAY = dt.date(2026, 11, 23)
BANDS = [Band(0, 5, "reduced"), Band(6, 7, "moderate"), Band(8, 10, "good")]


def _chart(*scores: Score):
    return score_chart(
        scores, BANDS, sentence="", columns=("Day", "Score", ""), today=TODAY, language="sv"
    )


def test_the_newest_answer_is_marked_and_the_table_begins_with_it():
    chart = _chart(Score(dt.date(2026, 11, 12), 5), Score(dt.date(2026, 8, 12), 2))

    assert [point.now for point in chart.wide.points] == [False, True]
    assert [row.day for row in chart.rows] == ["12.11.2026", "12.8.2026"]


def test_who_did_not_want_to_answer_stands_in_the_table_alone():
    chart = _chart(Score(dt.date(2026, 8, 12), 2), Score(dt.date(2026, 9, 3), None, "no answer"))

    assert [point.value for point in chart.wide.points] == [2]
    assert [(row.value, row.word) for row in chart.rows] == [("–", "no answer"), (2, "")]


def test_a_higher_score_is_further_up():
    chart = _chart(Score(dt.date(2026, 8, 12), 0), Score(dt.date(2026, 9, 3), 10))
    low, high = chart.wide.points

    assert low.y > high.y


@pytest.mark.parametrize("number", [0, 1, 2, 10, 40])
def test_no_number_of_answers_breaks_the_drawing_or_lets_dates_collide(number):
    start = dt.date(2024, 1, 1)
    chart = _chart(*(Score(start + dt.timedelta(days=i * i), i % 11) for i in range(number)))

    for drawing in chart.drawings:
        places = [point.x for point in drawing.points]
        assert all(drawing.left <= x <= drawing.right for x in places)
        assert all(later - earlier >= 40 for earlier, later in pairwise(places))
    assert len(chart.rows) == number


@pytest.mark.parametrize("number", [1, 2, 3, 4, 10])
def test_no_two_days_on_the_same_line_are_drawn_over_each_other(number):
    chart = _chart(
        *(Score(dt.date(2025, 10, 1) + dt.timedelta(days=i), i % 11) for i in range(number))
    )

    for drawing in chart.drawings:
        lines = {point.day_y for point in drawing.points}
        for line in lines:
            beside = [point for point in drawing.points if point.day_y == line]
            # A sign of 14 pixels is at most 8 wide.
            assert all(b.x - a.x >= 4 * (len(a.day) + len(b.day)) for a, b in pairwise(beside))
        assert max(lines) < drawing.height
