"""Deciding who coordinates."""

import pytest

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import DecisionObstacle, Instance, Need
from kaveri.steps.coordination.models import CoordinatingDecision
from kaveri.steps.coordination.services import decide_coordinating
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def decide(case, who=cast.kerstin, **known):
    return decide_coordinating(actor=cast.as_actor(who()), case_id=case.id, **known)


@pytest.mark.requirement("COORDINATE-1")
def test_the_decision_keeps_what_was_proposed_and_why_another_was_chosen():
    decision = decide(
        a_case(),
        needs=[Need.SOCIAL_CLIENT, Need.DISABILITY],
        chosen=Instance.COORDINATOR,
        reason="The own contact person is away for long.",
    )
    assert decision.proposed == Instance.OWN_CONTACT_PERSON
    assert decision.deviates
    assert decision.deviates_from_social_welfare_act
    assert decision.needs == "disability social_client"


@pytest.mark.requirement("COORDINATE-1")
def test_another_choice_needs_a_reason_and_missing_expertise_a_supporter():
    with pytest.raises(Refused) as refused:
        decide(
            a_case(),
            needs=[Need.SOCIAL_CLIENT],
            chosen=Instance.COORDINATOR,
            lacks_expertise=True,
        )
    assert refused.value.obstacles == [
        DecisionObstacle.REASON_MISSING,
        DecisionObstacle.SUPPORTER_MISSING,
    ]
    assert not CoordinatingDecision.objects.exists()


def test_the_proposed_one_needs_no_reason_and_the_log_has_codes_only():
    decide(a_case(), needs=[], chosen=Instance.COORDINATOR)
    event = Event.objects.get(action="coordination.coordinating.decide")
    assert event.facts == {"proposed": "coordinator", "chosen": "coordinator"}


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.aino_account])
def test_others_decide_nothing(who):
    with pytest.raises(Denied):
        decide(a_case(), who, needs=[], chosen=Instance.COORDINATOR)
