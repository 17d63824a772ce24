"""The machine: the rules together, and the promises asked after each."""

import gc
from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    run_state_machine_as_test,
)

from kaveri.foundation.base import clock
from tests.machine.case_rules import CaseRules
from tests.machine.contact_rules import ContactRules
from tests.machine.ending_rules import EndingRules
from tests.machine.world import World

STEPS = 30
# How many runs there were, and how many rules were tried in them, in this process.
DONE: Counter[str] = Counter()
# How far somebody has come when a run begins; what few rules lead to stands here more than once.
STAGES = (
    "asked",
    *["passed on"] * 2,
    "taken on",
    "waiting",
    "by link",
    "by account",
    *["answered by link"] * 2,
    "answered by account",
    *["offered"] * 2,
    "ended",
)


class OneQuestion(ContactRules, CaseRules, EndingRules, RuleBasedStateMachine):
    """Who does what next, by when: asked after every use case."""

    def __init__(self):
        """Begin in a county of its own, which is gone again at the end."""
        super().__init__()
        self._frame = transaction.atomic()  # noqa: TID251 each run is undone
        self._frame.__enter__()
        self.world = World()
        DONE["runs"] += 1
        DONE["steps"] -= 1  # the promises are asked once before the first rule

    @initialize(so_far=st.lists(st.sampled_from(STAGES), min_size=2, max_size=3))
    def some_are_on_their_way(self, so_far):
        """People have asked before the run begins, and some have come further."""
        for stage in so_far:
            self.somebody_asks(for_other=False, town="abo")
            if stage == "asked":
                continue
            if stage == "passed on":
                self.a_contact_is_passed_on(place=-1, other=0)
                continue
            self.a_contact_is_taken_on(place=-1, other=0, days=5, told=True)
            self._comes_further(stage)

    def _comes_further(self, stage):
        """The one taken on last."""
        if stage == "waiting":
            self.a_wait_begins(place=-1, every=14)
            self.a_step_is_done(place=-1, days=0, with_next=False)
        elif stage in ("by link", "answered by link"):
            self.the_client_is_referred_on(place=-1, service=1)
        elif stage in ("by account", "answered by account"):
            self.the_client_is_referred_on(place=-1, service=0)
        elif stage == "offered":
            self.a_handover_is_offered(place=-1, other=0, days=5)
        elif stage == "ended":
            self.they_agree_to_end(place=-1, after_care=30)
        if stage == "answered by link":
            self.a_service_answers_by_link(place=-1, answer=0)
        elif stage == "answered by account":
            self.a_service_answers_by_account(place=-1, answer=0)

    @invariant()
    def promises_hold(self):
        """The promises of the world."""
        DONE["steps"] += 1
        with clock.standing_at(self.world.now):
            self.world.promises_hold()

    def teardown(self):
        """Undo the run."""
        transaction.set_rollback(True)
        self._frame.__exit__(None, None, None)


def run(runs: int, *, seeded: int, **changed) -> None:
    """Run the machine so many times, thirty steps each, none fewer; the same seed gives the same runs."""
    gc.freeze()  # what is there already need not be looked through with every step's rubbish
    machine = seed(seeded)(type("OneQuestion", (OneQuestion,), {}))
    run_state_machine_as_test(
        machine,
        _min_steps=STEPS,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            **changed,
        ),
    )
