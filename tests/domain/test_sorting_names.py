"""Names in the Nordic order, in letters that every engine sorts alike."""

import pytest

from kaveri.foundation.base.names import sorting

IN_ORDER = [
    ("Alm", "Åke"),
    ("Andersson", "Bo"),
    ("Eklund", "É"),
    ("Wik", "Ada"),
    ("Yli-Aho", "Eero"),
    ("Zander", "Ida"),
    ("Åberg", "Ada"),
    ("Äng", "Ada"),
    ("Öberg", "Ada"),
]


def test_a_with_ring_a_with_dots_and_o_with_dots_come_after_z():
    keys = [sorting(last, first) for last, first in IN_ORDER]
    assert keys == sorted(keys)


@pytest.mark.parametrize("last", [last for last, _first in IN_ORDER])
def test_the_key_is_plain_letters(last):
    assert sorting(last, "").replace(" ", "").isascii()
