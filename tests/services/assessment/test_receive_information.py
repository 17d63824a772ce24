"""What was asked for has come."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import InformationObstacle, RequestState
from kaveri.steps.assessment.services import receive_information
from tests.factories import cast
from tests.factories.assessment import NOTHING_NEXT, a_request, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-3")]


def receive(row, account=None, text="Avslag 2025.", on=None):
    return receive_information(
        actor=cast.as_actor(account or cast.kerstin()),
        request_id=row.id,
        text=text,
        received_on=on or in_days(0),
        next_=NOTHING_NEXT,
    )


def test_it_stands_on_the_timeline_with_whose_information_it_is():
    row = receive(a_request())
    assert row.state == RequestState.RECEIVED
    assert (row.entry.text, row.entry.source) == ("Avslag 2025.", Source.KELA)
    assert row.entry.category == row.category
    assert not Task.objects.filter(source_id=row.id, state=TaskState.OPEN).exists()


def test_nothing_tomorrow_or_twice_is_refused():
    row = a_request()
    with pytest.raises(Refused) as refused:
        receive(row, text="", on=in_days(1))
    assert refused.value.obstacles == [
        InformationObstacle.NOTHING_RECEIVED,
        InformationObstacle.RECEIVED_IN_THE_FUTURE,
    ]
    receive(row)
    with pytest.raises(Refused) as refused:
        receive(row)
    assert refused.value.obstacles == [InformationObstacle.NOT_NOW]


def test_others_may_not_receive():
    with pytest.raises(Denied):
        receive(a_request(), account=cast.mikko())
