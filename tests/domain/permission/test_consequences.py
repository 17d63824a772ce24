"""What nobody sees any more when a consent gives way."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.casebook.consent.domain import Party
from kaveri.steps.permission.domain import (
    Hearing,
    Opened,
    Situation,
    consequences,
    flows,
    usual_end,
)

pytestmark = pytest.mark.requirement("CONSENT-2")
COUNTY, HEALTH, KELA, BRON = (
    Party("county", "social"),
    Party("county", "health"),
    Party("kela", "own"),
    Party("bron", "own"),
)
KALLE, KERSTIN, TASK, REFERRAL = (uuid.uuid4() for _ in range(4))
NEAR = Situation(
    case_home=COUNTY,
    people=((KALLE, KELA), (KERSTIN, COUNTY)),
    tasks=((TASK, KALLE),),
    referrals=((REFERRAL, KELA),),
)


def opened(*parties, kinds=("functioning",), uses=("support",)):
    return Opened(frozenset(parties), frozenset(kinds), frozenset(uses))


def test_a_withdrawn_consent_takes_every_kind_the_case_and_what_hangs_on_it():
    found = consequences([opened(COUNTY, KELA)], [], NEAR)

    assert found.no_longer == {
        COUNTY: frozenset({"functioning", "identity_contact"}),
        KELA: frozenset({"functioning", "identity_contact"}),
    }
    assert (found.leave, found.tasks, found.referrals) == ((KALLE,), (TASK,), (REFERRAL,))


def test_what_another_consent_still_opens_stays():
    kept = opened(COUNTY, KELA)

    found = consequences([kept, opened(COUNTY, KELA, kinds=("health",))], [kept], NEAR)

    assert found.no_longer[KELA] == {"health"}
    assert found.leave == ()


MONDAY = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)


def test_a_meeting_to_come_loses_its_ground_when_somebody_may_not_hear_any_more():
    hearing = Hearing(
        starts_at=MONDAY,
        parties=frozenset({COUNTY, KELA}),
        categories=frozenset({"life_situation", "functioning"}),
    )
    near = replace(NEAR, meetings=(hearing,))
    talked = opened(COUNTY, KELA, kinds=("life_situation", "functioning"), uses=("team",))
    narrower = opened(COUNTY, KELA, kinds=("life_situation",), uses=("team",))

    assert consequences([talked], [], near).meetings == (MONDAY,)
    assert consequences([talked], [narrower], near).meetings == (MONDAY,)
    assert consequences([talked], [talked], near).meetings == ()
    # What never was heard there under this consent is not lost with it.
    aside = opened(COUNTY, BRON, kinds=("functioning",), uses=("team",))
    assert consequences([talked, aside], [talked], near).meetings == ()


def test_the_county_works_by_its_own_duties_whatever_the_client_allows():
    before = opened(COUNTY, KELA, uses=("support", "plan"))

    found = consequences([before], [opened(COUNTY, KELA)], NEAR)

    assert COUNTY not in found.not_for
    assert found.not_for[KELA] == {"plan"}


def test_a_narrower_purpose_is_said():
    before = opened(COUNTY, KELA, uses=("support", "team"))

    found = consequences([before], [opened(COUNTY, KELA)], NEAR)

    assert found.not_for == {KELA: frozenset({"team"})}
    assert not found.no_longer


def test_a_party_left_out_loses_all_and_the_others_lose_what_was_theirs():
    found = consequences([opened(COUNTY, KELA, BRON)], [opened(COUNTY, KELA)], NEAR)

    assert found.no_longer[BRON] == {"functioning", "identity_contact"}
    assert found.leave == ()


def test_inside_a_sector_a_permit_keeps_it_open():
    other = Party("other", "social")
    situation = Situation(case_home=COUNTY, permitted_sectors=frozenset({"social"}))

    assert consequences([opened(COUNTY, other)], [], situation).is_nothing


PARTIES = st.frozensets(st.sampled_from([COUNTY, HEALTH, KELA, BRON]), min_size=2)
KINDS = st.frozensets(st.sampled_from(["functioning", "health", "economy_benefits"]))
USES = st.frozensets(st.sampled_from(["support", "plan", "team"]), min_size=1)
ONE = st.builds(Opened, PARTIES, KINDS, USES)


@given(before=st.lists(ONE, max_size=3), after=st.lists(ONE, max_size=3))
def test_who_loses_a_kind_saw_it_before_and_sees_it_of_somebody_less_after(before, after):
    found = consequences(before, after, NEAR)

    had, has = flows(before), flows(after)
    for party, kinds in found.no_longer.items():
        for kind in kinds:
            of = {(f.home) for f in had if (f.reader, f.category) == (party, kind)}
            still = {(f.home) for f in has if (f.reader, f.category) == (party, kind)}
            assert of - still
    assert consequences(before, [*before, *after], NEAR).is_nothing


def test_a_year_is_usual():
    assert usual_end(dt.date(2026, 11, 22)) == dt.date(2027, 11, 21)
    assert usual_end(dt.date(2028, 2, 29)) == dt.date(2029, 2, 27)
