"""Keep contact."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.base import clock
from kaveri.steps.coordination.services import keep_contact
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


@pytest.mark.requirement("COORDINATE-6")
def test_a_contact_that_came_about_sets_the_next_day():
    case = a_case(next_in_days=60)
    a_wait(case, every_days=14)
    with clock.standing_at(clock.now() + dt.timedelta(days=10)):
        touch(case, told_next=True)
        task = contact_task()
        assert task.due_on == in_days(14)
        assert next_steps({case.id: case.case_manager_id})[case.id].told_how == Told.PHONE


@pytest.mark.requirement("COORDINATE-6")
@pytest.mark.parametrize("reached", [Reached.NO_ANSWER, Reached.MISSED, Reached.CANCELLED])
def test_a_missed_contact_keeps_its_day_and_rises(reached):
    case = a_case(next_in_days=60)
    a_wait(case, every_days=7)
    due_on = contact_task().due_on
    with clock.standing_at(clock.now() + dt.timedelta(days=9)):
        touch(case, reached)
        assert contact_task().due_on == due_on
        assert next_steps({case.id: case.case_manager_id})[case.id].is_overdue(clock.today())


def test_an_older_contact_moves_nothing_back():
    case = a_case(next_in_days=60)
    a_wait(case, every_days=7)
    with clock.standing_at(clock.now() + dt.timedelta(days=5)):
        touch(case)
        due_on = contact_task().due_on
        keep_contact(
            actor=cast.as_actor(cast.kerstin()),
            case_id=case.id,
            way=Way.LETTER,
            reached=Reached.REACHED,
            on=clock.now() - dt.timedelta(days=4),
        )
        assert contact_task().due_on == due_on
