"""The policy's own arithmetic: nothing and everything, joined."""

import pytest

from kaveri.foundation.access import policy


@pytest.mark.requirement("TRUST-1")
def test_everything_joined_with_nothing_is_everything():
    assert (policy.NOTHING | policy.EVERYTHING) != policy.NOTHING


def test_the_same_action_cannot_be_declared_twice():
    class Twice(policy.Action):
        DO = "tests.thing.do_twice"

    policy.declare({Twice.DO: [policy.anyone()]})
    try:
        with pytest.raises(ValueError, match="declared twice"):
            policy.declare({Twice.DO: [policy.anyone()]})
    finally:
        policy.forget(Twice.DO)
