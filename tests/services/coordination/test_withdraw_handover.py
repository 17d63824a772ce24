"""Withdraw handover."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.services import (
    accept_handover,
    withdraw_handover,
)
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.coordination import an_offer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def accept(offer, account=None, **known):
    return accept_handover(
        actor=cast.as_actor(account or cast.mikko()),
        handover_id=offer.id,
        told=known.pop("told", None),
        **known,
    )


def test_a_withdrawn_offer_cannot_be_accepted():
    case = a_case()
    offer = an_offer(case)
    withdraw_handover(actor=cast.as_actor(cast.kerstin()), handover_id=offer.id)
    with pytest.raises(Denied):
        accept(offer)
    assert Task.objects.get(kind=TaskKind.HANDOVER_ANSWER).state == TaskState.DROPPED


@pytest.mark.parametrize(
    ("kind", "may"),
    [
        (RelationKind.PAIR, False),
        (RelationKind.SUBSTITUTE, True),
        (RelationKind.PREDECESSOR, False),
    ],
)
def test_the_case_manager_and_the_substitute_hand_over(kind, may):
    case = a_case()
    near(case, cast.petra(), kind)
    offer = an_offer(case)
    if may:
        withdraw_handover(actor=cast.as_actor(cast.petra()), handover_id=offer.id)
    else:
        with pytest.raises(Denied):
            withdraw_handover(actor=cast.as_actor(cast.petra()), handover_id=offer.id)
