"""Change wait."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed
from kaveri.steps.coordination.services import change_wait, keep_contact
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import a_wait, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def touch(case, reached=Reached.REACHED, **known):
    return keep_contact(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        way=Way.PHONE,
        reached=reached,
        on=clock.now(),
        **known,
    )


def contact_task():
    return Task.objects.get(kind=TaskKind.KEEP_CONTACT, state=TaskState.OPEN)


def test_another_rhythm_counts_from_the_last_contact_also_when_late():
    case = a_case(next_in_days=60)
    wait = a_wait(case, every_days=30)
    with clock.standing_at(clock.now() + dt.timedelta(days=20)):
        changed = change_wait(
            actor=cast.as_actor(cast.kerstin()),
            wait_id=wait.id,
            version=wait.version,
            what="operation",
            supporter_id=cast.kerstin().id,
            every_days=14,
        )
        assert contact_task().due_on == in_days(-6)
        with pytest.raises(Changed):
            change_wait(
                actor=cast.as_actor(cast.kerstin()),
                wait_id=wait.id,
                version=changed.version - 1,
                what="x",
                supporter_id=cast.kerstin().id,
                every_days=14,
            )
