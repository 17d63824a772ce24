"""A worker writes to the client."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.services import change_client
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle
from kaveri.casebook.tasks.services import close_task
from kaveri.channels.portal.services import write_message
from kaveri.channels.workspace.services import write_to_client
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from tests.factories import cast
from tests.factories.casebook import a_case, an_act, near

pytestmark = pytest.mark.django_db


def test_an_answer_closes_the_task_and_tells_by_mail_nothing_of_the_service():
    case = a_case()
    change_client(an_act(), case.client, email="aino@example.org")
    write_message(actor=cast.as_actor(cast.aino_account()), case_id=case.id, text="Hej?")
    write_to_client(actor=cast.as_actor(cast.kerstin()), case_id=case.id, text="Jag ringer.")
    assert not tasks.open_tasks().filter(kind=TaskKind.ANSWER_MESSAGE).exists()
    assert Notice.objects.get().address == "aino@example.org"


def test_an_answer_that_leaves_no_step_asks_for_one():
    case = a_case()
    write_message(actor=cast.as_actor(cast.aino_account()), case_id=case.id, text="Hej?")
    close_task(an_act(), tasks.open_tasks().get(case_id=case.id, kind=TaskKind.NEXT_STEP))
    kerstin = cast.as_actor(cast.kerstin())
    with pytest.raises(Refused) as refusal:
        write_to_client(actor=kerstin, case_id=case.id, text="Jag ringer.")
    assert refusal.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    write_to_client(
        actor=kerstin,
        case_id=case.id,
        text="Jag ringer.",
        next_what="ringer dig",
        next_due_on=clock.today() + dt.timedelta(days=3),
    )
    step = tasks.open_tasks().get(case_id=case.id)
    assert (step.what, step.told_how) == ("ringer dig", "message")


def test_a_predecessor_does_not_write():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    with pytest.raises(Denied):
        write_to_client(actor=cast.as_actor(cast.mikko()), case_id=case.id, text="Hej")
