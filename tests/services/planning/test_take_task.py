"""What is promised in the team stands in the plan without being written twice."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import PlanObstacle, RowState
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.selectors import day_of
from kaveri.steps.planning.services import mark_row, take_task
from tests.factories import casebook, cast
from tests.factories.planning import a_plan, an_agreed, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TEAM-2", "PLAN-14")]


def a_task(case):
    return set_task(
        casebook.an_act(),
        case,
        kind=TaskKind.NEXT_STEP,
        what="skriver om dagpenningen",
        owner_id=case.case_manager_id,
        due_on=in_days(9),
    )


def taken(plan, task, **known):
    return take_task(**{"actor": kerstin(), "plan_id": plan.id, "task_id": task.id, **known})


def test_task_and_row_are_one_promise():
    plan = a_plan()
    task = a_task(plan.case)

    row = taken(plan, task)

    assert (row.task, row.what, row.responsible) == (task, task.what, task.owner)
    assert (row.due_on, day_of(row)) == (None, task.due_on)
    mark_row(actor=kerstin(), row_id=row.id, version=row.version, state=RowState.DONE)
    assert Task.objects.get(pk=task.pk).state == TaskState.DONE


def test_it_is_not_taken_twice():
    plan = a_plan()
    task = a_task(plan.case)
    taken(plan, task)

    with pytest.raises(Refused) as refused:
        taken(plan, task)

    assert refused.value.obstacles == [PlanObstacle.REUSED_ALREADY]
    assert PlanRow.objects.filter(task=task).count() == 1


def test_what_is_agreed_is_not_written_in():
    version = an_agreed()
    task = a_task(version.plan.case)

    with pytest.raises(Refused) as refused:
        taken(version.plan, task)

    assert PlanObstacle.STANDS_AS_AGREED in refused.value.obstacles


def test_a_task_of_another_case_is_not_there():
    plan = a_plan()
    other = casebook.a_case(client=casebook.a_person("Bo", "Dahl"))

    with pytest.raises(Denied):
        taken(plan, a_task(other))


def test_who_does_not_write_the_plan_takes_nothing():
    plan = a_plan()

    with pytest.raises(Denied):
        taken(plan, a_task(plan.case), actor=cast.as_actor(cast.sara()))
