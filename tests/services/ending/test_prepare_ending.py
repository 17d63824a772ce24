"""Preparing an ending."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.ending.domain import EndObstacle, Way
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.services import prepare_ending
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import a_plan, prepare

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-13")
def test_preparing_ends_nothing_and_leaves_the_next_step():
    case = a_case()
    prepare(case)
    case.refresh_from_db()
    assert case.state == "open"
    assert not next_steps({case.id: case.case_manager_id})[case.id].is_fallback


@pytest.mark.requirement("COORDINATE-13")
def test_the_second_look_is_a_task_with_a_day():
    case = a_case()
    prepare(case, Way.MOVED)
    look = Task.objects.get(case=case, kind=TaskKind.SECOND_LOOK)
    assert (look.owner, look.state) == (cast.kerstin(), "open")


@pytest.mark.requirement("COORDINATE-13")
def test_what_is_prepared_anew_must_be_looked_at_anew():
    case = a_case()
    ending = prepare(case, Way.MOVED)
    Ending.objects.filter(pk=ending.pk).update(looked_by=cast.mikko(), looked_at=ending.prepared_at)
    again = prepare_ending(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        plan=a_plan(Way.UNREACHABLE),
        tasks={},
        version=ending.version,
    )
    assert (again.pk, again.looked_by) == (ending.pk, None)
    assert Task.objects.filter(case=case, kind=TaskKind.SECOND_LOOK, state="open").count() == 1


@pytest.mark.requirement("COORDINATE-13")
def test_two_who_prepare_at_once_do_not_write_over_each_other():
    case = a_case()
    prepare(case)
    with pytest.raises(Changed):
        prepare(case)


@pytest.mark.requirement("COORDINATE-13")
def test_a_contact_afterwards_is_promised_by_somebody_near_the_case():
    case = a_case()
    with pytest.raises(Refused) as refused:
        prepare(case, after_care_owner_id=cast.petra().id)
    assert refused.value.obstacles == [EndObstacle.AFTER_CARE_OWNER_NOT_NEAR]


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_a_pair_prepares_nothing():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    with pytest.raises(Denied):
        prepare(case, by=cast.mikko())
