"""Those who made it know it."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.selectors import unconfirmed
from kaveri.steps.planning.services import confirm_plan
from tests.factories import cast
from tests.factories.casebook import near
from tests.factories.planning import an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_who_made_it_confirms_once_and_others_do_not():
    version = an_agreed()
    assert [maker["name"] for maker in unconfirmed(version)] == [cast.kerstin().full_name]
    confirm_plan(actor=kerstin(), version_id=version.id)
    assert unconfirmed(version) == []
    near(version.case, cast.mikko(), RelationKind.PAIR)
    with pytest.raises(Refused) as refused:
        confirm_plan(actor=cast.as_actor(cast.mikko()), version_id=version.id)
    assert refused.value.obstacles == [PlanObstacle.DID_NOT_MAKE_IT]
