"""Nobody can be found in a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.foundation.base.small_groups import LEAST, shown, shown_total

COUNTS = st.dictionaries(st.integers(0, 9), st.integers(0, 30), max_size=8)


@pytest.mark.requirement("TEAM-6")
def test_few_people_are_hidden_and_so_is_what_would_tell_of_them():
    assert shown({"a": 12, "b": 3, "c": 7}) == {"a": 12, "b": None, "c": None}
    assert shown({"a": 12, "b": 0}) == {"a": 12, "b": 0}
    assert shown_total({"a": 12, "b": 3, "c": 7}) == 22
    assert shown_total({"a": 3}) is None
    assert shown_total({"a": 12, "b": 0}) == 12


@pytest.mark.requirement("TEAM-6")
@given(COUNTS)
def test_a_total_never_gives_a_small_number_away(counts):
    parts, total = shown(counts), shown_total(counts)
    assert all(number is None or number == 0 or number >= LEAST for number in parts.values())
    hidden = [key for key, number in parts.items() if number is None]
    if total is not None and hidden:
        assert len(hidden) > 1
