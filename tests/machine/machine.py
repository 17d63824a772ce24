"""The machine: the rules together, and the promises asked after each."""

from django.db import transaction
from hypothesis import HealthCheck, settings
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


class OneQuestion(ContactRules, CaseRules, EndingRules, RuleBasedStateMachine):
    """Who does what next, by when: asked after every use case."""

    def __init__(self):
        """Begin in a county of its own, which is gone again at the end."""
        super().__init__()
        self._frame = transaction.atomic()  # noqa: TID251 each run is undone
        self._frame.__enter__()
        self.world = World()

    @initialize(places=st.lists(st.integers(0, 1000), min_size=1, max_size=3))
    def some_are_on_their_way(self, places):
        """Somebody has asked and been taken on when the run begins."""
        for place in places:
            self.somebody_asks(place, for_other=False)
            self.a_contact_is_taken_on(0, days=5)

    @invariant()
    def promises_hold(self):
        """The promises of the world."""
        with clock.standing_at(self.world.now):
            self.world.promises_hold()

    def teardown(self):
        """Undo the run."""
        transaction.set_rollback(True)
        self._frame.__exit__(None, None, None)


def run(runs: int, **changed) -> None:
    """Run the machine so many times, thirty steps each."""
    run_state_machine_as_test(
        OneQuestion,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            **changed,
        ),
    )
