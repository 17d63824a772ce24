"""How often each rule was carried out, added up over the shards of one run in var/one-question."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from filelock import FileLock

from kaveri.casebook.contacts.domain import ClosingReason
from kaveri.steps.ending.domain import Way

FOLDER = Path(__file__).resolve().parents[2] / "var" / "one-question"
# In the long form each rule is carried out at least so often, over all shards together.
LEAST = 200
RULES = (
    "contact",
    "contact on behalf",
    "contact by a professional",
    "confirm: agrees",
    "confirm: does not want",
    "attempt",
    "take on",
    "pass on",
    "passed on: accepted",
    "passed on: declined",
    "advise",
    *(f"close: {reason}" for reason in ClosingReason),
    "step done",
    "step changed",
    "client told",
    "refer out",
    "answer by account",
    "answer by link",
    "silence",
    "reminder",
    "referral withdrawn",
    "wait",
    "contact while waiting: reached",
    "contact while waiting: in vain",
    "wait ended",
    "absence",
    "back from absence",
    "handover offered",
    "handover accepted",
    "handover declined",
    "handover withdrawn",
    "worker leaves",
    *(f"ending: {way}" for way in Way),
    "reopen",
    "time passes",
)


def merged(run: str, shard: int, counted: dict[str, Any]) -> dict[str, Any]:
    """What this run has counted so far, with this shard added; another run's counts are forgotten."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    where = FOLDER / f"{os.environ.get('KAVERI_TEST_ENGINE', 'sqlite')}.json"
    with FileLock(f"{where}.lock"):
        known = json.loads(where.read_text(encoding="utf-8")) if where.exists() else {}
        shards = known.get("shards", {}) if known.get("run") == run else {}
        shards[str(shard)] = counted
        where.write_text(json.dumps({"run": run, "shards": shards}, indent=1), encoding="utf-8")
    sums = {
        name: dict(sum((Counter(each[name]) for each in shards.values()), Counter()))
        for name in ("done", "fired", "refused")
    }
    return {"shards": len(shards), **sums}
