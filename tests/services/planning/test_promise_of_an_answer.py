"""What the client says about the plan is answered: somebody has it as a task, by a day."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import CommentKind, PlanForm, PlanObstacle, Taken
from kaveri.steps.planning.services import answer_comment, comment_plan, start_plan
from tests.factories import cast
from tests.factories.planning import a_comment, a_plan, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10", "PARTICIPATE-1")]


def says(plan, text, by=None):
    return comment_plan(
        actor=cast.as_actor(by or cast.aino_account()),
        plan_id=plan.id,
        text=text,
        kind=CommentKind.PROPOSAL,
    )


def answered(row):
    return answer_comment(
        actor=kerstin(), comment_id=row.id, taken=Taken.TAKEN, words="Ja.", version=row.version
    )


def asked():
    return Task.objects.filter(kind=TaskKind.ANSWER_REMARK)


def test_the_case_manager_has_one_task_until_all_that_the_client_said_is_answered():
    plan = a_plan()
    first, second = says(plan, "Hellre deltid."), says(plan, "Kan min syster komma med?")
    task = asked().get()
    assert (task.owner, task.state) == (cast.kerstin(), TaskState.OPEN)
    assert clock.today() < task.due_on
    assert task.notices.exists()
    answered(first)
    assert asked().get().state == TaskState.OPEN
    answered(second)
    assert asked().get().state == TaskState.DONE
    says(plan, "En sak till.")
    assert asked().filter(state=TaskState.OPEN).count() == 1


def test_what_a_colleague_says_is_nobodys_task():
    a_comment(a_plan())
    assert not asked().exists()


def test_the_task_ends_with_the_answer_and_not_otherwise():
    says(a_plan(), "Hellre deltid.")
    with pytest.raises(Refused) as refused:
        complete_task(actor=kerstin(), task_id=asked().get().id)
    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]


def test_a_plan_is_not_left_while_the_client_waits_for_an_answer_there():
    plan = a_plan()
    row = says(plan, "Hellre deltid.")
    with pytest.raises(Refused) as refused:
        start_plan(
            actor=kerstin(), case_id=plan.case_id, form=PlanForm.NOTE, instead_because="Nytt läge."
        )
    assert refused.value.obstacles == [PlanObstacle.REMARKS_WAIT]
    answered(row)
    start_plan(
        actor=kerstin(), case_id=plan.case_id, form=PlanForm.NOTE, instead_because="Nytt läge."
    )
