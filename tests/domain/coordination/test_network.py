"""What a member sees, and whose row tells most."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.consent.domain import Party, Purpose
from kaveri.casebook.records.domain import Category, Register
from kaveri.steps.coordination.domain import (
    Consented,
    InForce,
    Limited,
    MemberState,
    Prohibited,
    most_telling,
    shown_to,
    state_of,
)

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
COUNTY, KELA, ME = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
HOME = Party(COUNTY, Register.SOCIAL)
KELA_OWN = Party(KELA, Register.OWN)


def consent(*categories, until=None, parties=(HOME, KELA_OWN), purposes=(Purpose.SUPPORT,)):
    return Consented(
        parties=frozenset(parties),
        categories=frozenset(categories),
        purposes=frozenset(purposes),
        until_on=until,
    )


def seen(now, viewer=KELA_OWN, **known):
    found = shown_to(
        account_id=ME, viewer=viewer, home=HOME, service_task="working_age", now=now, **known
    )
    return {(row.category, row.ground, row.until_on) for row in found}


@pytest.mark.requirement("CONSENT-2")
def test_nothing_is_seen_without_a_ground():
    assert seen(InForce()) == set()
    assert seen(InForce(consents=(consent(Category.HEALTH, parties=(HOME,)),))) == set()


def test_ones_own_register_is_seen_whole_and_a_limit_does_not_narrow_it():
    limit = Limited(
        account_id=ME, organisation_id=None, register="", categories=frozenset(Category)
    )
    assert {row[0] for row in seen(InForce(limits=(limit,)), viewer=HOME)} == set(Category)


def test_the_longest_consent_says_until_when():
    early, late = dt.date(2027, 1, 1), dt.date(2027, 6, 1)
    both = (consent(Category.HEALTH, until=early), consent(Category.HEALTH, until=late))
    assert seen(InForce(consents=both)) == {(Category.HEALTH, "consent", late)}
    endless = (*both, consent(Category.HEALTH))
    assert seen(InForce(consents=endless)) == {(Category.HEALTH, "consent", None)}


@pytest.mark.requirement("CONSENT-2")
@pytest.mark.parametrize(
    "limit",
    [
        Limited(account_id=ME, organisation_id=None, register="", categories=frozenset({"health"})),
        Limited(
            account_id=None, organisation_id=KELA, register="", categories=frozenset({"health"})
        ),
    ],
)
def test_a_limit_takes_its_categories_away(limit):
    now = InForce(consents=(consent("health", "functioning"),), limits=(limit,))
    assert {row[0] for row in seen(now)} == {Category.FUNCTIONING}


def test_a_limit_on_somebody_else_takes_nothing_away():
    other = Limited(
        account_id=uuid.uuid4(), organisation_id=None, register="", categories=frozenset({"health"})
    )
    assert seen(InForce(consents=(consent("health"),), limits=(other,)))


@pytest.mark.parametrize(
    ("prohibited", "sees"),
    [
        ({}, False),
        ({"controller_id": COUNTY}, False),
        ({"controller_id": KELA}, True),
        ({"register": Register.HEALTH}, True),
        ({"is_one_document": True}, True),
    ],
)
def test_a_prohibition_narrows_as_far_as_it_says(prohibited, sees):
    row = Prohibited(
        **{
            "controller_id": None,
            "register": "",
            "service_task": "",
            "is_one_document": False,
            **prohibited,
        }
    )
    assert bool(seen(InForce(consents=(consent("health"),), prohibitions=(row,)))) is sees


def test_a_permit_opens_the_same_sector_only():
    permit = InForce(permits=(("social", None),))
    assert seen(permit) == set()
    other_county = Party(uuid.uuid4(), Register.SOCIAL)
    assert {row[1] for row in seen(permit, viewer=other_county)} == {"permit"}


def test_a_consent_for_another_purpose_does_not_cover_the_act():
    now = InForce(consents=(consent("health", purposes=(Purpose.TEAM,)),))
    assert seen(now, purposes=[Purpose.SUPPORT, Purpose.PLAN]) == set()
    assert seen(now)


@pytest.mark.requirement("COORDINATE-7")
def test_the_row_carries_what_tells_most():
    assert most_telling(["social_care", "substance_use", "health"]) == Category.SUBSTANCE_USE
    assert most_telling([]) == Category.HEALTH


@pytest.mark.parametrize(
    ("known", "state"),
    [
        ({}, MemberState.INVITED),
        ({"has_account": False, "link_until": NOW}, MemberState.LAPSED),
        ({"has_account": False, "link_until": NOW + dt.timedelta(1)}, MemberState.INVITED),
        ({"accepted_at": NOW}, MemberState.ACCEPTED),
        ({"declined_at": NOW}, MemberState.DECLINED),
        ({"accepted_at": NOW, "removed_at": NOW}, MemberState.GONE),
        ({"accepted_at": NOW, "removed_at": NOW + dt.timedelta(28)}, MemberState.ACCEPTED),
    ],
)
def test_where_somebody_stands(known, state):
    facts = {"accepted_at": None, "declined_at": None, "removed_at": None, **known}
    assert state_of(moment=NOW, **facts) is state
