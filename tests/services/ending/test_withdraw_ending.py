"""The support goes on after all."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.ending.domain import EndObstacle, Way
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.services import withdraw_ending
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import prepare

pytestmark = pytest.mark.django_db


def withdraw(account, case):
    withdraw_ending(actor=cast.as_actor(account), case_id=case.id)


@pytest.mark.requirement("COORDINATE-13")
def test_what_was_prepared_stays_to_be_read_and_its_task_falls_away():
    case = a_case()
    prepare(case, Way.MOVED)
    withdraw(cast.kerstin(), case)
    assert Task.objects.get(case=case, kind=TaskKind.SECOND_LOOK).state == "dropped"
    assert Ending.objects.get(case=case).state == "withdrawn"
    prepare(case)
    assert Ending.objects.filter(case=case).count() == 2


@pytest.mark.requirement("COORDINATE-13")
def test_what_was_never_prepared_cannot_be_withdrawn():
    with pytest.raises(Refused) as refused:
        withdraw(cast.kerstin(), a_case())
    assert refused.value.obstacles == [EndObstacle.NOT_PREPARED]


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_a_pair_withdraws_nothing():
    case = a_case()
    prepare(case)
    near(case, cast.mikko(), RelationKind.PAIR)
    with pytest.raises(Denied):
        withdraw(cast.mikko(), case)
