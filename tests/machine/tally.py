"""How often each rule was carried out, added up over the shards of one run in var/one-question."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from filelock import FileLock

from kaveri.casebook.contacts.domain import WORKERS_REASONS
from kaveri.steps.ending.domain import Way

# What the tests of the machine tell the end of the run.
TALLY = "one question"
FAULT = "planted fault"
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
    *(f"close: {reason}" for reason in WORKERS_REASONS),
    "step done",
    "step changed",
    "client told",
    "refer out",
    "answer by account",
    "answer by link",
    "answer by word of mouth",
    "asked how it goes",
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


def pytest_terminal_summary(terminalreporter):
    """Prints how often each rule was carried out, and how soon each planted fault was seen."""
    told = [
        told
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for told in getattr(report, "user_properties", ())
    ]
    for name, (fault, seeded, runs) in (each for each in told if each[0] == FAULT):
        terminalreporter.write_line(f"{name} {fault}, seed {seeded}: seen in run {runs}")
    tallies = [tally for name, tally in told if name == TALLY]
    if tallies:
        tally = max(tallies, key=lambda each: each["shards"])
        done, fired, refused = tally["done"], tally["fired"], tally["refused"]
        terminalreporter.write_line(
            f"one question: {done['runs']} runs, {done['steps']} steps, "
            f"{sum(fired.values())} use cases carried out, {sum(refused.values())} refused"
        )
        seldom_first = sorted((fired.get(rule, 0), rule) for rule in RULES)
        terminalreporter.write_line(", ".join(f"{rule} {times}" for times, rule in seldom_first))
