"""Information that is no longer waited for."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import InformationObstacle, RequestState
from kaveri.steps.assessment.services import drop_request
from tests.factories import cast
from tests.factories.assessment import NOTHING_NEXT, a_request

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-3")]


def drop(row, account=None, reason="Aino har papperen själv."):
    return drop_request(
        actor=cast.as_actor(account or cast.kerstin()),
        request_id=row.id,
        reason=reason,
        next_=NOTHING_NEXT,
    )


def test_the_reason_stays_and_nothing_is_left_to_follow():
    row = drop(a_request())
    assert (row.state, row.drop_reason) == (RequestState.DROPPED, "Aino har papperen själv.")
    assert not Task.objects.filter(source_id=row.id, state=TaskState.OPEN).exists()


def test_a_reason_is_needed():
    with pytest.raises(Refused) as refused:
        drop(a_request(), reason=" ")
    assert refused.value.obstacles == [InformationObstacle.NO_REASON]


def test_others_may_not_drop_it():
    with pytest.raises(Denied):
        drop(a_request(), account=cast.mikko())
