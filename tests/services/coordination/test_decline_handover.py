"""Decline handover."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Refused
from kaveri.steps.coordination.domain import HandoverObstacle, HandoverState
from kaveri.steps.coordination.services import (
    accept_handover,
    decline_handover,
)
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import an_offer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def accept(offer, account=None, **known):
    return accept_handover(
        actor=cast.as_actor(account or cast.mikko()),
        handover_id=offer.id,
        told=known.pop("told", None),
        **known,
    )


@pytest.mark.requirement("COORDINATE-5")
def test_a_declined_handover_leaves_the_sender_with_a_step():
    case = a_case()
    offer = an_offer(case)
    decline_handover(actor=cast.as_actor(cast.mikko()), handover_id=offer.id, reason="Full.")
    case.refresh_from_db()
    offer.refresh_from_db()
    assert case.case_manager == cast.kerstin()
    assert (offer.state, offer.answer_reason) == (HandoverState.DECLINED, "Full.")
    assert Task.objects.get(kind=TaskKind.HANDOVER_DECLINED).owner == cast.kerstin()
    assert Task.objects.get(kind=TaskKind.HANDOVER_ANSWER).state == TaskState.DONE


def test_a_no_needs_a_reason():
    offer = an_offer(a_case())
    with pytest.raises(Refused) as refused:
        decline_handover(actor=cast.as_actor(cast.mikko()), handover_id=offer.id, reason=" ")
    assert refused.value.obstacles == [HandoverObstacle.REASON_MISSING]
