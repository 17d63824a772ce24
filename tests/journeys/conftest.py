"""The stage of the journeys: time that the test moves, and no second factor to carry about."""

import pytest

from kaveri.foundation.base import clock
from tests.journeys.county import Time


@pytest.fixture
def time(monkeypatch) -> Time:
    """The product's clock, moved by the test."""
    standing = Time()
    monkeypatch.setattr(clock, "_standing_at", standing)
    return standing


@pytest.fixture(autouse=True)
def no_second_factor(settings) -> None:
    """The second factor has tests of its own."""
    settings.SECOND_FACTOR = False
