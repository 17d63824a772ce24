"""The days of another plan, and what is said of them."""

import datetime as dt

import pytest

from kaveri.steps.other_plans.domain import (
    ABOVE,
    OTHER_KINDS,
    SOON,
    Coming,
    PlanKind,
    category_of,
    coming,
)

TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)


@pytest.mark.requirement("PLAN-11")
@pytest.mark.parametrize(
    ("valid_until", "review_on", "said"),
    [
        (None, None, None),
        (TODAY - DAY, TODAY - DAY, Coming.OUT),
        (TODAY, TODAY - DAY, Coming.REVIEW_LATE),
        (TODAY, None, Coming.ENDS_SOON),
        (TODAY + SOON, TODAY, Coming.ENDS_SOON),
        (TODAY + SOON + DAY, TODAY + SOON, Coming.REVIEW_SOON),
        (TODAY + SOON + DAY, TODAY + SOON + DAY, None),
    ],
)
def test_the_gravest_alone_is_said_a_month_before(valid_until, review_on, said):
    assert coming(valid_until=valid_until, review_on=review_on, today=TODAY) is said


@pytest.mark.requirement("PLAN-11")
def test_every_kind_but_the_support_plan_tells_something_and_stands_in_the_picture():
    assert all(category_of(kind) for kind in OTHER_KINDS)
    assert PlanKind.SUPPORT not in OTHER_KINDS
    assert set(ABOVE) | set(ABOVE.values()) <= set(OTHER_KINDS)
