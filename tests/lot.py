"""What a test draws by lot: another sample every day, and the same again for whoever names its seed."""

import os
import random

from kaveri.foundation.base import clock


def seed() -> int:
    """The number all samples of a run come from: KAVERI_TEST_SEED, else the day."""
    return int(os.environ.get("KAVERI_TEST_SEED") or clock.today().toordinal())


def lot(*of: object) -> random.Random:
    """The sample of today for one thing."""
    return random.Random(" ".join(map(str, (seed(), *of))))  # noqa: S311
