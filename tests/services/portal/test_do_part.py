"""The client has done their own part."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import set_task
from kaveri.casebook.timeline import selectors as timeline
from kaveri.channels.portal.services import do_part
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Denied
from tests.access.world import outsider
from tests.factories import cast
from tests.factories.casebook import a_case, an_act, near

pytestmark = pytest.mark.django_db


def a_part(case):
    return set_task(
        an_act(),
        case,
        kind=TaskKind.CLIENT_PART,
        what="funderar på tiden",
        owner_id=case.case_manager_id,
        due_on=clock.today(),
        client_part=True,
    )


def test_the_client_ticks_their_part_and_the_workers_see_it():
    case = a_case()
    part = a_part(case)
    do_part(actor=cast.as_actor(cast.aino_account()), task_id=part.id)
    assert tasks.tasks().get(pk=part.id).state == TaskState.DONE
    assert timeline.entries().get(case_id=case.id).about_type == "part_done"


def test_the_step_of_a_worker_is_not_the_clients_to_tick():
    case = a_case()
    step = tasks.open_tasks().get(case_id=case.id)
    with pytest.raises(Denied):
        do_part(actor=cast.as_actor(cast.aino_account()), task_id=step.id)


def test_the_part_of_another_is_not_there():
    part = a_part(a_case())
    with pytest.raises(Denied):
        do_part(actor=cast.as_actor(cast.kalle()), task_id=part.id)


def raili_acts(case, scope=""):
    raili = outsider("raili", Role.CLIENT)
    near(case, raili, RelationKind.REPRESENTATIVE)
    case.relations.filter(account=raili).update(scope=scope)
    return raili


def test_who_acts_for_the_client_ticks_it_and_it_is_said_that_they_did():
    case = a_case()
    part = a_part(case)
    raili = raili_acts(case)

    do_part(actor=cast.as_actor(raili), task_id=part.id)

    assert tasks.tasks().get(pk=part.id).state == TaskState.DONE
    assert timeline.entries().get(case_id=case.id).source == "close_person"
    event = Event.objects.get(action="portal.part.do")
    assert event.account_id == raili.id
    assert [row.ground for row in Subject.objects.filter(event_id=event.id)] == ["representative"]


def test_outside_the_scope_the_part_is_not_theirs_to_tick():
    case = a_case()
    part = a_part(case)
    raili = raili_acts(case, scope=" health ")
    with pytest.raises(Denied):
        do_part(actor=cast.as_actor(raili), task_id=part.id)
    assert tasks.tasks().get(pk=part.id).state == TaskState.OPEN
