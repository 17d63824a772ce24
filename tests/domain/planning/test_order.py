"""A row goes one place up or down among those that are seen."""

from uuid import UUID

import pytest

from kaveri.steps.planning.domain import moved

pytestmark = pytest.mark.requirement("PLAN-5")
A, B, C, D = (UUID(int=number) for number in range(1, 5))
ALL = [A, B, C, D]


@pytest.mark.parametrize(
    ("row", "up", "seen", "after"),
    [
        (B, True, ALL, [B, A, C, D]),
        (B, False, ALL, [A, C, B, D]),
        (A, True, ALL, ALL),
        (D, False, ALL, ALL),
        # What is not seen keeps its order among the others.
        (C, True, [A, C, D], [C, A, B, D]),
        (A, False, [A, C, D], [B, C, A, D]),
        (D, True, [D], ALL),
    ],
)
def test_a_row_moves_past_the_next_that_is_seen(row, up, seen, after):
    assert moved(ALL, row, up=up, among=seen) == after


@pytest.mark.parametrize("up", [True, False])
@pytest.mark.parametrize("row", [A, C])
def test_no_row_is_lost_or_doubled(row, up):
    assert sorted(moved(ALL, row, up=up, among=[A, C])) == ALL
