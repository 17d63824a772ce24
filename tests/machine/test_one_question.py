"""Whatever happens in whatever order: every open case and contact has somebody who does something."""

import json
import os
from pathlib import Path

import pytest

from tests.machine.machine import run
from tests.machine.world import FIRED, REFUSED

LONG = os.environ.get("KAVERI_LONG") == "1"
SHARDS = 8
RUNS = 2000 // SHARDS if LONG else 5
# In the long form each rule is carried out at least so often, over all shards together.
LEAST = 200
TALLY = Path("var") / "one-question"


@pytest.mark.django_db
@pytest.mark.requirement(
    "ACCESS-3", "COORDINATE-2", "COORDINATE-5", "COORDINATE-9", "COORDINATE-13"
)
@pytest.mark.parametrize("shard", range(SHARDS if LONG else 2))
def test_no_order_of_events_leaves_anybody_between_two_offices(shard):
    FIRED.clear()
    REFUSED.clear()

    run(RUNS)

    assert FIRED["take on"]
    if LONG:
        TALLY.mkdir(parents=True, exist_ok=True)
        counted = {"fired": dict(sorted(FIRED.items())), "refused": dict(sorted(REFUSED.items()))}
        (TALLY / f"{shard}.json").write_text(json.dumps(counted, indent=1), encoding="utf-8")
