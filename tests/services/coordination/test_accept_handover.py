"""Accept handover."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import HandoverObstacle, HandoverState
from kaveri.steps.coordination.services import (
    accept_handover,
    decline_handover,
)
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import a_wait, an_absence, an_offer, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def accept(offer, account=None, **known):
    return accept_handover(
        actor=cast.as_actor(account or cast.mikko()),
        handover_id=offer.id,
        told=known.pop("told", None),
        **known,
    )


@pytest.mark.requirement("COORDINATE-5", "COORDINATE-2")
def test_accepting_moves_every_open_task_with_its_day_and_the_former_one_reads_28_days():
    case = a_case(next_in_days=7)
    a_wait(case)
    before = {task.id: task.due_on for task in Task.objects.filter(case=case)}
    offer = accept(an_offer(case))
    case.refresh_from_db()
    assert case.case_manager == cast.mikko()
    open_tasks = Task.objects.filter(case=case, state=TaskState.OPEN)
    assert {task.owner for task in open_tasks} == {cast.mikko()}
    assert all(Task.objects.get(pk=pk).due_on == day for pk, day in before.items())
    assert offer.state == HandoverState.ACCEPTED
    assert open_tasks.filter(what=offer.step, due_on=offer.due_on).exists()
    assert has_relation(cast.kerstin().id, case.id, RelationKind.PREDECESSOR)
    with clock.standing_at(clock.now() + dt.timedelta(days=29)):
        assert not has_relation(cast.kerstin().id, case.id, RelationKind.PREDECESSOR)
    assert Entry.objects.filter(case=case, about_type="coordination.manager_changed").exists()


@pytest.mark.requirement("COORDINATE-5")
def test_the_client_does_not_know_until_told_and_telling_is_a_task():
    case = a_case()
    accept(an_offer(case))
    tell = Task.objects.get(kind=TaskKind.TELL_CHANGE)
    assert tell.owner == cast.mikko()
    assert tell.due_on == in_days(3)
    assert not next_steps({case.id: cast.mikko().id})[case.id].client_knows


@pytest.mark.requirement("COORDINATE-5")
def test_a_client_who_was_told_knows_every_step_that_moved():
    case = a_case()
    accept(an_offer(case), told=Told.PHONE)
    assert not Task.objects.filter(kind=TaskKind.TELL_CHANGE).exists()
    assert next_steps({case.id: cast.mikko().id})[case.id].told_how == Told.PHONE


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.sara])
def test_only_the_one_who_is_asked_answers(who):
    offer = an_offer(a_case())
    with pytest.raises(Denied):
        accept(offer, who())
    with pytest.raises(Denied):
        decline_handover(actor=cast.as_actor(who()), handover_id=offer.id, reason="No.")
    assert Event.objects.filter(action="coordination.handover.answer", outcome="denied").exists()


def test_a_promised_day_that_has_passed_is_chosen_anew():
    case = a_case(next_in_days=40)
    offer = an_offer(case)
    with clock.standing_at(clock.now() + dt.timedelta(days=10)):
        with pytest.raises(Refused) as refused:
            accept(offer)
        assert refused.value.obstacles == [HandoverObstacle.DATE_HAS_PASSED]
        accept(offer, due_on=in_days(1))


def test_the_case_follows_to_the_unit_of_the_new_case_manager():
    case = a_case()
    accept(an_offer(case, to=cast.petra()), cast.petra())
    assert Case.objects.get(pk=case.pk).unit == cast.unit("reso")


def test_a_substitute_of_the_former_one_steps_back():
    case = a_case()
    offer = an_offer(case, to=cast.petra())
    an_absence(cast.kerstin())
    assert has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE)
    accept(offer, cast.petra())
    assert not has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE)


def test_it_is_one_event_about_the_client():
    case = a_case()
    accept(an_offer(case))
    event = Event.objects.get(action="coordination.handover.answer", outcome="done")
    assert set(Subject.objects.filter(event_id=event.id).values_list("client_id", flat=True)) == {
        case.client_id
    }
