"""The rules of ending."""

import dataclasses
import datetime as dt
import uuid

import pytest

from kaveri.steps.ending.domain import (
    EndObstacle,
    Plan,
    Situation,
    Way,
    days_tried,
    obstacles_to_ending,
    obstacles_to_preparing,
)

TODAY = dt.date(2026, 11, 23)
KERSTIN, MIKKO = uuid.uuid4(), uuid.uuid4()
WHOLE = Plan(
    way=Way.AGREED,
    reason="work",
    outcome="Work in a greenhouse.",
    continues="somebody",
    who_continues="Liisa Laine",
    agreed_how="meeting",
    agreed_on=TODAY,
    network_told=True,
    after_care_on=TODAY + dt.timedelta(days=30),
    after_care_owner_id=KERSTIN,
)
READY = Situation(
    case_open=True,
    prepared_by_id=KERSTIN,
    prepared_on=TODAY,
    looked_by_id=None,
    summary_ready=True,
)


def preparing(**changed):
    return obstacles_to_preparing(dataclasses.replace(WHOLE, **changed), today=TODAY)


def ending(way=Way.AGREED, today=TODAY, **changed):
    return obstacles_to_ending(way, dataclasses.replace(READY, **changed), today=today)


@pytest.mark.requirement("COORDINATE-13")
def test_a_whole_plan_stands():
    assert preparing() == []


@pytest.mark.parametrize(
    ("missing", "obstacle"),
    [
        ({"reason": ""}, EndObstacle.REASON_MISSING),
        ({"outcome": " "}, EndObstacle.OUTCOME_MISSING),
        ({"continues": ""}, EndObstacle.CONTINUES_MISSING),
        ({"who_continues": ""}, EndObstacle.WHO_CONTINUES_MISSING),
        ({"continues": "nobody"}, EndObstacle.WHY_NOBODY_MISSING),
        ({"agreed_how": ""}, EndObstacle.HOW_AGREED_MISSING),
        ({"agreed_on": None}, EndObstacle.HOW_AGREED_MISSING),
        ({"agreed_on": TODAY + dt.timedelta(days=1)}, EndObstacle.AGREED_IN_THE_FUTURE),
        ({"network_told": False}, EndObstacle.NETWORK_NOT_TOLD),
        ({"after_care_on": None}, EndObstacle.AFTER_CARE_MISSING),
        ({"after_care_owner_id": None}, EndObstacle.AFTER_CARE_MISSING),
        ({"after_care_on": TODAY - dt.timedelta(days=1)}, EndObstacle.AFTER_CARE_PASSED),
    ],
)
@pytest.mark.requirement("COORDINATE-13")
def test_each_missing_piece_of_an_agreed_ending_is_said(missing, obstacle):
    assert preparing(**missing) == [obstacle]


@pytest.mark.requirement("COORDINATE-13")
def test_all_that_is_missing_is_said_at_once():
    found = obstacles_to_preparing(Plan(way=Way.AGREED), today=TODAY)
    assert found == [
        EndObstacle.REASON_MISSING,
        EndObstacle.OUTCOME_MISSING,
        EndObstacle.HOW_AGREED_MISSING,
        EndObstacle.NETWORK_NOT_TOLD,
        EndObstacle.CONTINUES_MISSING,
        EndObstacle.AFTER_CARE_MISSING,
    ]


@pytest.mark.requirement("COORDINATE-13")
def test_the_client_may_decline_the_contact_afterwards_but_staff_may_not_forget_it():
    wish = {"way": Way.BY_CLIENT, "after_care_on": None, "after_care_owner_id": None}
    assert preparing(**wish) == [EndObstacle.AFTER_CARE_MISSING]
    assert preparing(**wish, after_care_declined=True) == []


@pytest.mark.requirement("COORDINATE-13")
def test_of_somebody_who_has_died_only_what_happened_is_asked():
    assert obstacles_to_preparing(Plan(way=Way.DIED, outcome="x"), today=TODAY) == []


@pytest.mark.parametrize(
    ("open_thing", "obstacle"),
    [
        ({"referrals": 1}, EndObstacle.REFERRAL_UNANSWERED),
        ({"waits": 1}, EndObstacle.WAIT_OPEN),
        ({"handovers": 1}, EndObstacle.HANDOVER_OPEN),
        ({"assessments": 1}, EndObstacle.ASSESSMENT_OPEN),
        ({"tasks_left": 2}, EndObstacle.TASKS_OPEN),
        ({"summary_ready": False}, EndObstacle.SUMMARY_MISSING),
        ({"case_open": False}, EndObstacle.CASE_ENDED),
    ],
)
@pytest.mark.requirement("COORDINATE-13")
def test_nothing_ends_over_what_is_still_open(open_thing, obstacle):
    assert ending(**open_thing) == [obstacle]


@pytest.mark.parametrize("way", [Way.MOVED, Way.UNREACHABLE, Way.DIED])
@pytest.mark.requirement("COORDINATE-13")
def test_without_agreement_somebody_else_looks_or_fourteen_days_pass(way):
    ready = {"attempts": 3}
    assert ending(way, **ready) == [EndObstacle.SECOND_LOOK_MISSING]
    assert ending(way, **ready, looked_by_id=KERSTIN) == [EndObstacle.SECOND_LOOK_MISSING]
    assert ending(way, **ready, looked_by_id=MIKKO) == []
    assert ending(way, TODAY + dt.timedelta(days=13), **ready) == [EndObstacle.SECOND_LOOK_MISSING]
    assert ending(way, TODAY + dt.timedelta(days=14), **ready) == []


@pytest.mark.requirement("COORDINATE-13")
def test_two_tries_are_too_few_to_say_that_somebody_cannot_be_reached():
    assert ending(Way.UNREACHABLE, attempts=2, looked_by_id=MIKKO) == [EndObstacle.TOO_FEW_ATTEMPTS]
    assert ending(Way.UNREACHABLE, attempts=3, looked_by_id=MIKKO) == []


@pytest.mark.requirement("COORDINATE-13")
def test_tries_on_one_day_count_once_and_only_after_the_client_was_last_in_touch():
    days = [TODAY - dt.timedelta(days=back) for back in (9, 5, 5, 2)]
    assert days_tried(days, last_in_touch=None) == sorted(set(days))
    assert days_tried(days, last_in_touch=days[1]) == [days[3]]
