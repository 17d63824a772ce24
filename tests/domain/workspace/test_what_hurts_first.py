"""My day's order: the worst harm first, the longest first within one, each person once."""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.channels.workspace.domain import (
    URGENT,
    Harm,
    WorkFacts,
    harm_of,
    in_order,
    share_used,
)

TODAY = dt.date(2026, 11, 23)


def case(number, **facts):
    return WorkFacts(about_id=UUID(int=number), **facts)


def days(number):
    return TODAY + dt.timedelta(days=number)


@pytest.mark.requirement("COORDINATE-11")
@pytest.mark.parametrize(
    ("facts", "harm"),
    [
        ({"is_missing": True}, Harm.NOBODY_RESPONSIBLE),
        ({"kind": "keep_contact", "due_on": days(-1)}, Harm.WITHOUT_CONTACT),
        ({"kind": "next_step", "due_on": days(-1)}, Harm.UNDONE),
        ({"kind": "referral_answer", "due_on": days(-1)}, Harm.UNANSWERED_REFERRAL),
        ({"kind": "answer_message", "due_on": days(-1)}, Harm.UNANSWERED),
        ({"is_contact": True, "due_on": days(-1)}, Harm.UNANSWERED),
        ({"kind": "next_step", "due_on": days(0), "client_knows": False}, Harm.DOES_NOT_KNOW),
        ({"kind": "next_step", "due_on": days(0)}, None),
        ({"kind": "keep_contact", "due_on": days(0)}, None),
    ],
)
def test_the_harm_of_a_step(facts, harm):
    assert harm_of(case(1, **facts), today=TODAY) is harm


def test_rows_stand_by_harm_and_then_by_how_long():
    found = [
        case(1, kind="next_step", due_on=days(3), client_knows=False),
        case(2, kind="next_step", due_on=days(-2)),
        case(3, kind="keep_contact", due_on=days(-1)),
        case(4, kind="keep_contact", due_on=days(-9)),
        case(5, is_missing=True),
        case(6, kind="referral_answer", due_on=days(-30)),
        case(7, kind="next_step", due_on=days(5)),
    ]
    order = [row.about_id.int for row in in_order(found, today=TODAY)]
    assert order == [4, 3, 5, 2, 6, 1]


def test_a_person_stands_once_by_the_worst_harm():
    found = [
        case(1, kind="next_step", due_on=days(-3)),
        case(1, kind="keep_contact", due_on=days(-1)),
    ]
    (row,) = in_order(found, today=TODAY)
    assert row.harm is Harm.WITHOUT_CONTACT


@given(
    st.lists(
        st.builds(
            WorkFacts,
            about_id=st.integers(1, 9).map(lambda number: UUID(int=number)),
            is_contact=st.booleans(),
            kind=st.sampled_from(
                ["next_step", "keep_contact", "referral_answer", "answer_message"]
            ),
            due_on=st.dates(days(-40), days(40)),
            is_missing=st.booleans(),
            client_knows=st.booleans(),
        ),
        max_size=30,
    )
)
def test_the_order_does_not_hang_on_the_order_given(found):
    there = in_order(found, today=TODAY)
    back = in_order(reversed(found), today=TODAY)
    assert [(row.about_id, row.harm) for row in there] == [(row.about_id, row.harm) for row in back]
    places = [list(Harm).index(row.harm) for row in there]
    assert places == sorted(places)
    assert len({row.about_id for row in there}) == len(there)


def test_what_leaves_somebody_alone_is_urgent_and_not_knowing_is_not():
    assert Harm.WITHOUT_CONTACT in URGENT
    assert Harm.DOES_NOT_KNOW not in URGENT


@pytest.mark.parametrize(
    ("since", "due", "share"), [(-7, 7, 50), (-14, 0, 100), (-21, -7, 150), (0, 0, 0), (0, 14, 0)]
)
def test_the_share_of_agreed_time(since, due, share):
    assert share_used(days(since), days(due), TODAY) == share


def test_whoever_has_not_known_the_longest_comes_first():
    found = [
        case(1, kind="next_step", due_on=days(1), client_knows=False, unknown_since=days(-2)),
        case(2, kind="next_step", due_on=days(9), client_knows=False, unknown_since=days(-20)),
    ]
    rows = in_order(found, today=TODAY)
    assert [(row.about_id.int, row.days(TODAY)) for row in rows] == [(2, 20), (1, 2)]
