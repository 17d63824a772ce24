import datetime as dt

import pytest

from kaveri.casebook.contacts.domain import ClosingReason, ContactState
from kaveri.steps.referral.domain import contacts as rules
from kaveri.steps.referral.domain.contacts import ContactObstacle, Earlier, Handled, Manager
from kaveri.steps.referral.domain.eligibility import Point, Weighs, points
from kaveri.steps.referral.domain.knowing import CheckBy, CheckObstacle
from kaveri.steps.referral.labels import contacts as labels

TODAY = dt.date(2026, 11, 23)
OPEN = Handled(state=ContactState.OPEN)
WAITS = Handled(state=ContactState.TO_BE_CONFIRMED)
DONE = Handled(state=ContactState.ADVISED)


def taking_on(contact=OPEN, **changed):
    facts = {
        "first_meeting_on": TODAY,
        "today": TODAY,
        "manager": Manager.PRESENT,
        "earlier": Earlier.NOTHING,
        "goes_on": None,
    }
    return rules.obstacles_to_taking_on(contact, **{**facts, **changed})


@pytest.mark.requirement("ACCESS-3", "ACCESS-4")
def test_every_obstacle_to_taking_on_stands_alone():
    assert taking_on() == []
    assert taking_on(WAITS) == [ContactObstacle.NOT_CONFIRMED]
    assert taking_on(DONE) == [ContactObstacle.ALREADY_HANDLED]
    assert taking_on(first_meeting_on=TODAY - dt.timedelta(days=1)) == [
        ContactObstacle.MEETING_HAS_PASSED
    ]
    assert taking_on(manager=Manager.ELSEWHERE) == [ContactObstacle.MANAGER_NOT_IN_UNIT]
    assert taking_on(manager=Manager.AWAY) == [ContactObstacle.MANAGER_AWAY]
    assert taking_on(earlier=Earlier.OPEN_CASE) == [ContactObstacle.HAS_OPEN_CASE]
    assert taking_on(earlier=Earlier.ENDED) == [ContactObstacle.CHOOSE_EARLIER_OR_NEW]
    assert taking_on(earlier=Earlier.ENDED, goes_on=False) == []


@pytest.mark.requirement("ACCESS-3")
def test_not_reached_needs_tries_on_two_days():
    def closing(*days, reason=ClosingReason.NOT_REACHED):
        return rules.obstacles_to_closing(
            Handled(state=ContactState.OPEN, days_not_reached=days), reason=reason
        )

    assert closing(TODAY) == [ContactObstacle.TOO_FEW_ATTEMPTS]
    assert closing(TODAY, TODAY) == [ContactObstacle.TOO_FEW_ATTEMPTS]
    assert closing(TODAY, TODAY - dt.timedelta(days=1)) == []
    assert closing(reason=ClosingReason.DOES_NOT_WANT) == []


@pytest.mark.requirement("ACCESS-3")
def test_passing_on_names_somebody_else_who_is_within_and_present():
    def passing(contact=OPEN, **changed):
        facts = {
            "why": "Hon bor i Reso.",
            "to_oneself": False,
            "receiver_within": True,
            "receiver_away": False,
        }
        return rules.obstacles_to_passing_on(contact, **{**facts, **changed})

    assert passing() == passing(WAITS) == []
    assert passing(DONE) == [ContactObstacle.ALREADY_HANDLED]
    assert passing(why=" ") == [ContactObstacle.NO_REASON_WRITTEN]
    assert passing(to_oneself=True) == [ContactObstacle.RECEIVER_IS_ONESELF]
    assert passing(receiver_within=False) == [ContactObstacle.RECEIVER_NOT_WITHIN]
    assert passing(receiver_away=True) == [ContactObstacle.RECEIVER_AWAY]
    assert passing(Handled(state=ContactState.OPEN, has_open_offer=True)) == [
        ContactObstacle.ALREADY_OFFERED
    ]


def test_the_writer_takes_back_only_until_the_person_has_agreed():
    back = rules.obstacles_to_taking_back
    assert back(OPEN, by_writer=False) == back(WAITS, by_writer=True) == []
    assert back(OPEN, by_writer=True) == [ContactObstacle.TAKEN_BACK_BY_PERSON_ONLY]
    assert back(DONE, by_writer=False) == [ContactObstacle.ALREADY_HANDLED]


@pytest.mark.requirement("ACCESS-2")
def test_eligibility_is_advice_and_never_closes():
    pensioner = points(born_on=dt.date(1950, 1, 1), lives_in_county=False, today=TODAY)
    assert pensioner[Point.WORKING_AGE] is Weighs.TALK
    assert pensioner[Point.LIVES_IN_COUNTY] is Weighs.ASK
    young = points(born_on=dt.date(1990, 1, 1), lives_in_county=True, today=TODAY)
    assert young[Point.WORKING_AGE] is young[Point.LIVES_IN_COUNTY] is Weighs.YES
    assert set(pensioner) == set(Point)


def test_every_code_has_its_words():
    assert set(labels.CONTACT_OBSTACLES) == set(ContactObstacle)
    assert set(labels.CHECK_OBSTACLES) == set(CheckObstacle)
    assert set(labels.CHECKED_BY) == set(CheckBy)
    assert set(labels.OFFER_STATES) == set(rules.OfferState)
    assert set(labels.POINTS) == set(Point)
    assert set(labels.WEIGHS) == set(Weighs)
