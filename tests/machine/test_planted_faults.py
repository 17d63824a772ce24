"""The machine sees each of five faults planted in the product: a guard that never fails guards nothing."""

import os

import pytest
from django.db import IntegrityError
from hypothesis import Phase

from kaveri.casebook.tasks.services import close_tasks_of
from kaveri.steps.coordination.services import absences, waits
from kaveri.steps.crossings import services as crossings
from kaveri.steps.referral_out.services import answering, loop
from tests.machine.machine import DONE, run
from tests.machine.tally import FAULT

LONG = os.environ.get("KAVERI_LONG") == "1"
RUNS = 200
SEEDS = range(1, 6) if LONG else [1]


def the_last_step_may_be_done(monkeypatch):
    """A step is done and nobody asks what comes next."""
    monkeypatch.setattr("kaveri.casebook.tasks.services.require_next_step", lambda case: None)


def an_answer_is_followed_by_nobody(monkeypatch):
    """A service answers, and nobody is given what comes of it."""
    monkeypatch.setattr(loop, "follow_up", loop_without_follow_up)
    monkeypatch.setattr(answering, "require_next_step", lambda case: None)


def loop_without_follow_up(act, referral, **_how):
    """What the answer closes is closed; nothing is set in its place."""
    close_tasks_of(act, referral.id)


def an_absence_opens_nothing(monkeypatch):
    """The substitute is named, but comes to stand near no case."""
    monkeypatch.setattr(absences, "_cover_all", lambda _act, _absence: None)


def a_wait_ends_in_nothing(monkeypatch):
    """A wait ends without a next step."""
    monkeypatch.setattr(waits, "require_next_step", lambda case: None)


def a_leaver_keeps_the_contacts(monkeypatch):
    """A worker leaves; what they had to answer goes to nobody."""
    everything = crossings.burdens
    monkeypatch.setattr(
        crossings,
        "burdens",
        lambda account_id: [each for each in everything(account_id) if each.kind != "contact"],
    )


# The fault, and the promise that must be seen broken: the machine has to fail for the right reason.
FAULTS = {
    the_last_step_may_be_done: "open_cases_without_a_next_step",
    # A reminder follows up in the same way as an answer; either the rule or the promise sees it first.
    an_answer_is_followed_by_nobody: "nobody.follows|without_somebody_who_follows",
    an_absence_opens_nothing: "absences_that_leave_something_uncovered",
    a_wait_ends_in_nothing: "open_cases_without_a_next_step",
    # The database sees it first, and leaves nothing to the promise.
    a_leaver_keeps_the_contacts: "an account that carries something open cannot be closed",
}


@pytest.mark.django_db
@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("seeded", SEEDS)
def test_a_planted_fault_is_seen(plant, seeded, monkeypatch, record_property):
    with monkeypatch.context() as planted:
        plant(planted)
        DONE.clear()
        with pytest.raises((AssertionError, IntegrityError), match=FAULTS[plant]):
            run(RUNS, seeded=seeded, phases=[Phase.generate], report_multiple_bugs=False)
    record_property(FAULT, [plant.__name__, seeded, DONE["runs"]])

    # The same runs pass when nothing is planted.
    run(DONE["runs"], seeded=seeded, phases=[Phase.generate])
