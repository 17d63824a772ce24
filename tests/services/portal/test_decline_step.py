"""The client says that the next step does not fit."""

import pytest

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.channels.portal.services import decline_step
from kaveri.foundation.base.errors import Denied
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def aino():
    return cast.as_actor(cast.aino_account())


def step_of(case):
    return tasks.open_tasks().get(case_id=case.id, kind=TaskKind.NEXT_STEP)


def test_declining_asks_the_case_manager_once(case, aino):
    for wish in ("Hellre på mars.", ""):
        decline_step(actor=aino, task_id=step_of(case).id, version=step_of(case).version, wish=wish)
    asked = tasks.open_tasks().filter(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    assert [task.owner for task in asked] == [case.case_manager]
    assert step_of(case).told_on is None


def test_nobody_declines_for_another(case):
    step = step_of(case)
    with pytest.raises(Denied):
        decline_step(actor=cast.as_actor(cast.petra()), task_id=step.id, version=step.version)
