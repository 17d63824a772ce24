import datetime as dt

import pytest

from kaveri.steps.referral.domain.knowing import (
    CHECKS_A_DAY,
    CheckBy,
    CheckObstacle,
    distance,
    obstacles_to_checking,
    same_name,
)


@pytest.mark.requirement("ACCESS-4")
@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Aino Virtanen", "Aino Virtanen"),
        ("aino  VIRTANEN", "Aino Virtanen"),
        ("Virtanen Aino", "Aino Virtanen"),
        ("Aino Wirtanen", "Aino Virtanen"),
        ("Aino Virtaten", "Aino Virtanen"),
        ("Örjan Åström", "Orjan Astrom"),
        ("Christina Holm", "Kristina Holm"),
        ("Aino Maria Virtanen", "Aino Virtanen"),
        ("Aino Virtanen-Korhonen", "Aino Virtanen"),
        ("Jhonas Lindqvist", "Johnas Lindkvist"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(written, known):
    assert same_name(written, known)
    assert same_name(known, written)


@pytest.mark.requirement("ACCESS-4")
@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Aino", "Aino Virtanen"),
        ("Virtanen", "Virtanen"),
        ("", "Aino Virtanen"),
        ("Aino Virtanen", "Eino Virtanen"),
        ("Minna Virtanen", "Aino Virtanen"),
        ("Aino Korhonen", "Aino Virtanen"),
        ("Aino Aho", "Eino Aho"),
    ],
)
def test_another_name_is_another_person(written, known):
    assert not same_name(written, known)


def test_swapped_neighbours_count_as_one_mistake():
    assert distance("virtanen", "vitranen") == 1
    assert distance("", "abc") == 3
    assert distance("abc", "abc") == 0


def asking(**changed):
    facts = {
        "by": CheckBy.NAME,
        "contact_open": True,
        "asked_by": frozenset(),
        "asked_today": 0,
        "born_on": dt.date(1983, 1, 1),
        "code": "",
    }
    return obstacles_to_checking(**{**facts, **changed})


@pytest.mark.requirement("ACCESS-4")
def test_the_register_is_asked_once_in_each_way_so_many_times_a_day():
    assert asking() == []
    assert asking(asked_by=frozenset({"name"})) == [CheckObstacle.ASKED_ALREADY]
    assert asking(asked_by=frozenset({"code"})) == []
    assert asking(asked_today=CHECKS_A_DAY) == [CheckObstacle.TOO_MANY_TODAY]
    assert asking(contact_open=False) == [CheckObstacle.CONTACT_NOT_OPEN]
    assert asking(born_on=None) == [CheckObstacle.NO_BIRTH_DATE]
    assert asking(by=CheckBy.CODE, code="010183-901A") == [CheckObstacle.CODE_IS_WRONG]
    assert asking(by=CheckBy.CODE, code="010183-901x", born_on=None) == []
