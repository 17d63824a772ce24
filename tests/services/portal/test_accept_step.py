"""The client says that the next step fits."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.timeline import selectors as timeline
from kaveri.channels.portal.services import accept_step
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Changed, Denied
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def aino():
    return cast.as_actor(cast.aino_account())


def step_of(case):
    return tasks.open_tasks().get(case_id=case.id, kind=TaskKind.NEXT_STEP)


@pytest.mark.requirement("PARTICIPATE-1")
def test_accepting_records_that_the_client_knows_and_leaves_a_mark(case, aino):
    case_step = step_of(case)
    accept_step(actor=aino, task_id=case_step.id, version=case_step.version)
    assert step_of(case).told_how == "portal"
    assert timeline.entries().get(case_id=case.id).about_type == "step_fits"
    assert Event.objects.get(action="portal.step.accept").outcome == "done"


def test_a_changed_step_is_not_accepted(case, aino):
    with pytest.raises(Changed):
        accept_step(actor=aino, task_id=step_of(case).id, version=99)


def test_somebody_else_cannot_answer(case):
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.petra(), cast.kalle(), cast.mikko()):
        with pytest.raises(Denied):
            accept_step(
                actor=cast.as_actor(account),
                task_id=step_of(case).id,
                version=step_of(case).version,
            )
