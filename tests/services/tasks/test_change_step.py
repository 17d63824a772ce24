"""Changing a step."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.tasks.services import change_step, tell_step
from kaveri.foundation.base.errors import Changed, Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.coordination import in_days

pytestmark = pytest.mark.django_db


def change(task, who=cast.kerstin, **known):
    return change_step(
        actor=cast.as_actor(who()),
        task_id=task.id,
        version=known.pop("version", task.version),
        what=known.pop("what", "skriver till dig"),
        owner_id=known.pop("owner_id", cast.kerstin().id),
        due_on=known.pop("due_on", in_days(2)),
        **known,
    )


def test_any_change_makes_the_step_unknown_to_the_client_again():
    case = a_case()
    task = Task.objects.get()
    tell_step(actor=cast.as_actor(cast.kerstin()), task_id=task.id, how=Told.PHONE)
    assert next_steps({case.id: case.case_manager_id})[case.id].client_knows
    change(task)
    assert not next_steps({case.id: case.case_manager_id})[case.id].client_knows


def test_somebody_near_takes_the_step_and_others_cannot():
    case = a_case()
    task = Task.objects.get()
    with pytest.raises(Refused) as refused:
        change(task, owner_id=cast.petra().id)
    assert refused.value.obstacles == [TaskObstacle.OWNER_NOT_NEAR]
    near(case, cast.petra(), RelationKind.PAIR)
    assert change(task, owner_id=cast.petra().id).owner_id == cast.petra().id


def test_one_who_only_reads_cannot_be_given_the_step():
    case = a_case()
    near(case, cast.petra(), RelationKind.PREDECESSOR)
    with pytest.raises(Refused) as refused:
        change(Task.objects.get(), owner_id=cast.petra().id)
    assert refused.value.obstacles == [TaskObstacle.OWNER_NOT_NEAR]


def test_the_one_who_saves_last_notices():
    a_case()
    task = Task.objects.get()
    change(task)
    with pytest.raises(Changed):
        change(task, version=1)


def test_others_change_nothing():
    a_case()
    with pytest.raises(Denied):
        change(Task.objects.get(), cast.petra)
