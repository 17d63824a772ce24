"""One use case = one action = one service function = one test file, all with the same name."""

from enum import StrEnum

from kaveri.foundation.access import policy
from tests.architecture import usecases
from tests.architecture.tree import PRODUCT, TESTS, plant

# Without a test file of their own so far; the list may only shrink.
UNPROVED: set[str] = set()


def test_every_use_case_is_carried_out_somewhere():
    assert usecases.unused(policy.table(), PRODUCT) == []


def test_a_use_case_that_nothing_carries_out_is_seen(tmp_path):
    class PaintAction(StrEnum):
        MIX = "paint.colour.mix"
        DRY = "paint.colour.dry"

    tree = plant(
        tmp_path,
        {
            "steps/paint/services.py": "def mix(*, actor):\n    with acting(PaintAction.MIX): pass\n",
            "steps/paint/actions.py": "RULES = {PaintAction.MIX: [], PaintAction.DRY: []}\n",
        },
    )

    assert usecases.unused(PaintAction, tree) == ["PaintAction.DRY"]


def test_every_use_case_that_changes_something_has_a_test_file_of_its_name():
    unproved = set(usecases.unproved(usecases.use_cases(PRODUCT), TESTS))

    assert unproved - UNPROVED == set()


def test_the_list_of_unproved_use_cases_only_shrinks():
    unproved = set(usecases.unproved(usecases.use_cases(PRODUCT), TESTS))

    assert UNPROVED - unproved == set(), "proved by now: take it off the list"


def test_a_use_case_without_a_test_file_is_seen(tmp_path):
    tree = plant(
        tmp_path / "src",
        {
            "steps/paint/services.py": (
                "def mix_colours(*, actor):\n    with acting(PaintAction.MIX): pass\n"
                "def dry(*, actor):\n    with acting(PaintAction.DRY): pass\n"
            )
        },
    )
    tests = plant(tmp_path / "tests", {"services/paint/test_mix_colours.py": ""})

    found = usecases.use_cases(tree)

    assert usecases.unproved(found, tests) == ["steps/paint/services.py dry"]
