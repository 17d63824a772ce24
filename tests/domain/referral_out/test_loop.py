"""The loop of a referral out: what may follow what, and when silence begins."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.referral_out.domain import (
    FOLLOW_UPS,
    FOLLOWING,
    OPEN_STATES,
    Letter,
    ReferralObstacle,
    ReferralState,
    Reply,
    SendingFacts,
    SendingGround,
    answers_now,
    fingerprint,
    is_silent,
    may_follow,
    obstacles_to_answering,
    obstacles_to_sending,
    working_days_after,
)

S = ReferralState
TODAY = dt.date(2026, 11, 23)
ENDS = frozenset(S) - OPEN_STATES


def facts(**known):
    return SendingFacts(
        **{
            "case_open": True,
            "takes_referrals": True,
            "same_register": False,
            "under_way": False,
            "has_receiver": True,
            "phone_hidden": False,
            "today": TODAY,
            **known,
        }
    )


def letter(**known):
    return Letter(
        **{
            "question": "Help with debts.",
            "ground": SendingGround.ORAL_CONSENT,
            "ground_note": "Said yes today.",
            "answer_by": TODAY,
            **known,
        }
    )


@pytest.mark.requirement("COORDINATE-14")
@given(st.lists(st.sampled_from(sorted(S)), max_size=12))
def test_no_walk_leaves_an_end_or_comes_back_to_unseen(walk):
    state = S.SENT
    for following in map(S, walk):
        if not may_follow(state, following):
            continue
        assert state in OPEN_STATES
        assert following is not S.SENT
        if state is not S.SENT:
            assert following is not S.SEEN
        state = following


@pytest.mark.requirement("COORDINATE-14")
def test_every_state_is_reached_and_every_open_one_can_be_withdrawn():
    assert set(FOLLOWING) == set(S)
    assert {state for following in FOLLOWING.values() for state in following} == set(S) - {S.SENT}
    assert all(may_follow(state, S.WITHDRAWN) for state in OPEN_STATES)
    assert all(not FOLLOWING[state] for state in ENDS)


@pytest.mark.requirement("COORDINATE-14")
def test_every_state_but_a_withdrawal_leaves_the_sender_something_to_do():
    assert set(FOLLOW_UPS) == set(S) - {S.WITHDRAWN}


@pytest.mark.parametrize(
    ("state", "answers"),
    [
        (S.SENT, [S.FIRST_DATE, S.ACCEPTED, S.DECLINED]),
        (S.SEEN, [S.FIRST_DATE, S.ACCEPTED, S.DECLINED]),
        (S.ACCEPTED, [S.FIRST_DATE, S.BEGUN, S.ENDED]),
        (S.FIRST_DATE, [S.FIRST_DATE, S.BEGUN, S.ENDED]),
        (S.BEGUN, [S.ENDED]),
        (S.DECLINED, []),
        (S.ENDED, []),
        (S.WITHDRAWN, []),
    ],
)
def test_the_receiver_is_offered_only_what_may_follow(state, answers):
    assert answers_now(state) == answers


@pytest.mark.parametrize(
    ("state", "reply", "obstacles"),
    [
        (S.SEEN, Reply(answer=S.DECLINED), [ReferralObstacle.NO_REASON]),
        (S.SEEN, Reply(answer=S.DECLINED, text="Full"), []),
        (S.SEEN, Reply(answer=S.FIRST_DATE), [ReferralObstacle.NO_FIRST_DATE]),
        (
            S.SEEN,
            Reply(answer=S.FIRST_DATE, on=TODAY - dt.timedelta(days=1)),
            [ReferralObstacle.FIRST_DATE_HAS_PASSED],
        ),
        (S.BEGUN, Reply(answer=S.ENDED, text="  "), [ReferralObstacle.NOTHING_CAME_OF_IT]),
        (
            S.ENDED,
            Reply(answer=S.DECLINED),
            [ReferralObstacle.NOT_NOW, ReferralObstacle.NO_REASON],
        ),
        (S.SENT, Reply(answer=S.WITHDRAWN, text="x"), [ReferralObstacle.NOT_NOW]),
    ],
)
def test_an_answer_names_everything_that_stands_in_its_way(state, reply, obstacles):
    assert obstacles_to_answering(state, reply, today=TODAY) == obstacles


@pytest.mark.parametrize(
    ("changed", "known", "obstacle"),
    [
        ({"question": " "}, {}, ReferralObstacle.NOTHING_ASKED),
        ({"ground_note": ""}, {}, ReferralObstacle.GROUND_NOT_WRITTEN),
        ({"ground": SendingGround.OWN_REGISTER}, {}, ReferralObstacle.NOT_OWN_REGISTER),
        ({"tells_phone": True}, {"phone_hidden": True}, ReferralObstacle.PHONE_IS_HIDDEN),
        (
            {"answer_by": TODAY - dt.timedelta(days=1)},
            {},
            ReferralObstacle.ANSWER_BY_HAS_PASSED,
        ),
        ({}, {"has_receiver": False}, ReferralObstacle.NO_WAY_TO_REACH),
        ({}, {"under_way": True}, ReferralObstacle.ALREADY_UNDER_WAY),
        ({}, {"case_open": False}, ReferralObstacle.CASE_ENDED),
        ({}, {"takes_referrals": False}, ReferralObstacle.TAKES_NO_REFERRALS),
    ],
)
def test_sending_is_refused_for_each_thing_that_is_missing(changed, known, obstacle):
    assert obstacles_to_sending(letter(**changed), facts(**known)) == [obstacle]


def test_a_whole_letter_is_sent_and_the_own_register_needs_no_note():
    assert obstacles_to_sending(letter(), facts()) == []
    own = letter(ground=SendingGround.OWN_REGISTER, ground_note="")
    assert obstacles_to_sending(own, facts(same_register=True)) == []
    again = letter(overlap_reason="Another debt")
    assert obstacles_to_sending(again, facts(under_way=True)) == []


@pytest.mark.requirement("COORDINATE-14")
@pytest.mark.parametrize("state", sorted(S))
def test_silence_begins_the_day_after_the_answer_was_due(state):
    late = is_silent(state, TODAY, TODAY + dt.timedelta(days=1))
    assert late is (state in {S.SENT, S.SEEN})
    assert not is_silent(state, TODAY, TODAY)


def test_working_days_leave_out_weekends_and_holidays():
    friday = dt.date(2026, 12, 4)
    independence_observed = [dt.date(2026, 12, 7)]
    assert working_days_after(friday, 1, holidays=independence_observed) == dt.date(2026, 12, 8)
    assert working_days_after(friday, 1, holidays=[]) == dt.date(2026, 12, 7)


def test_a_fingerprint_is_the_same_for_the_same_secret_and_tells_nothing_of_it():
    assert fingerprint("a") == fingerprint("a") != fingerprint("b")
    assert "secret" not in fingerprint("secret")
