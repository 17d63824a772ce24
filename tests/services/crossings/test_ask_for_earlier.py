"""Opening what was before, to read."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.crossings.domain import GroundworkObstacle
from kaveri.steps.crossings.services import ask_for_earlier
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.groundwork import an_earlier_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def before():
    return an_earlier_case()


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_nobody_else_opens_what_was_before(before):
    again = a_case()
    near(again, cast.mikko(), RelationKind.PAIR)
    for account in (cast.mikko(), cast.petra(), cast.sara(), cast.tove(), cast.aino_account()):
        with pytest.raises(Denied):
            ask_for_earlier(actor=cast.as_actor(account), case_id=again.id)


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_the_health_register_opens_nothing_of_the_social_one(before):
    again = a_case(manager=cast.sara(), register="health")
    with pytest.raises(Refused) as refused:
        ask_for_earlier(actor=cast.as_actor(cast.sara()), case_id=again.id)
    assert refused.value.obstacles == [GroundworkObstacle.NOTHING_EARLIER]
