"""The client approves."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import PlanObstacle, PlanStatus, Signer
from kaveri.steps.planning.selectors import plan_status
from kaveri.steps.planning.services import approve_plan
from tests.factories import cast
from tests.factories.planning import an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_the_client_approves_the_newest_once():
    version = an_agreed()
    me = cast.as_actor(cast.aino_account())
    assert approve_plan(actor=me, version_id=version.id, words="Bra.").signer == Signer.CLIENT
    assert plan_status(version.case_id).status == PlanStatus.AGREED
    with pytest.raises(Refused) as refused:
        approve_plan(actor=me, version_id=version.id)
    assert refused.value.obstacles == [PlanObstacle.APPROVED_ALREADY]


def test_staff_do_not_approve_for_the_client_here():
    with pytest.raises(Denied):
        approve_plan(actor=kerstin(), version_id=an_agreed().id)
