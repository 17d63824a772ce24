"""Who should coordinate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.coordination.domain import (
    DecisionObstacle,
    Instance,
    Need,
    deviates_from_social_welfare_act,
    obstacles_to_deciding,
    proposal,
)
from kaveri.steps.coordination.labels import INSTANCES, NEEDS, WHY
from kaveri.steps.coordination.selectors import rule_sources

needs = st.sets(st.sampled_from(Need))


@pytest.mark.requirement("COORDINATE-1")
@pytest.mark.parametrize(
    ("known", "instance"),
    [
        (set(), Instance.COORDINATOR),
        ({Need.MULTISECTORAL_CLIENT, Need.SOCIAL_CLIENT}, Instance.MULTISECTORAL_SUPPORT),
        ({Need.SOCIAL_CLIENT, Need.DISABILITY}, Instance.OWN_CONTACT_PERSON),
        ({Need.DISABILITY}, Instance.DISABILITY_SERVICES),
        ({Need.MENTAL_HEALTH_SUBSTANCE_USE}, Instance.MENTAL_HEALTH_SUBSTANCE_SERVICES),
        ({Need.ORGANISATION}, Instance.ORGANISATION),
    ],
)
def test_the_handbook_names_the_instance(known, instance):
    assert proposal(known).instance == instance


@pytest.mark.requirement("COORDINATE-1")
@given(known=needs)
def test_every_rule_that_fits_is_shown_with_its_source(known):
    matches = proposal(known).matches
    assert {match.key for match in matches} == (known or {"otherwise"})
    assert all(match.key in rule_sources() for match in matches)
    assert all(match.key in WHY for match in matches)


@pytest.mark.requirement("COORDINATE-1")
def test_a_client_of_social_services_gets_a_working_pair_from_the_team():
    (match,) = proposal({Need.SOCIAL_CLIENT}).matches
    assert match.with_pair


@pytest.mark.requirement("COORDINATE-1")
@given(known=needs, chosen=st.sampled_from(Instance))
def test_leaving_section_42_is_flagged_and_asks_for_a_reason(known, chosen):
    flagged = deviates_from_social_welfare_act(known, chosen)
    assert flagged == (Need.SOCIAL_CLIENT in known and chosen != Instance.OWN_CONTACT_PERSON)
    found = obstacles_to_deciding(
        needs=known, chosen=chosen, reason=" ", lacks_expertise=False, supporter=""
    )
    another = flagged or chosen != proposal(known).instance
    assert found == ([DecisionObstacle.REASON_MISSING] if another else [])


def test_everything_has_words():
    assert set(NEEDS) == set(Need)
    assert set(INSTANCES) == set(Instance)
    assert set(WHY) == set(rule_sources())
