"""Whatever happens in whatever order: every open case and contact has somebody who does something."""

import os

import pytest

from tests.lot import seed
from tests.machine.machine import DONE, run
from tests.machine.tally import LEAST, RULES, TALLY, merged
from tests.machine.world import FIRED, REFUSED

LONG = os.environ.get("KAVERI_LONG") == "1"
# A part has to end well within the five minutes after which a test counts as hung.
SHARDS = 40 if LONG else 2
RUNS = 2000 // SHARDS if LONG else 5


@pytest.mark.django_db
@pytest.mark.requirement(
    "ACCESS-3", "COORDINATE-2", "COORDINATE-5", "COORDINATE-9", "COORDINATE-13"
)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_order_of_events_leaves_anybody_between_two_offices(shard, testrun_uid, record_property):
    for counter in (FIRED, REFUSED, DONE):
        counter.clear()
    seeded = seed()

    run(RUNS, seeded=seeded * SHARDS + shard)

    assert FIRED["take on"]
    tally = merged(
        testrun_uid, shard, {"seed": seeded, "done": DONE, "fired": FIRED, "refused": REFUSED}
    )
    record_property(TALLY, tally)
    if LONG and tally["shards"] == SHARDS:
        seldom = {rule: tally["fired"].get(rule, 0) for rule in RULES}
        assert not {rule: times for rule, times in seldom.items() if times < LEAST}
