"""Pages of workers, without the second factor that is asked outside the demo."""

import pytest


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False
