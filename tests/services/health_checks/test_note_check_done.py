"""What came of a health check, and what is done next."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.health_checks.domain import CheckObstacle, CheckState, Outcome, Told
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.health_checks import a_check, booked, made

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-6")
def test_what_came_of_it_stands_and_the_next_thing_is_done():
    in_a_week = clock.today() + dt.timedelta(days=7)
    row = made(booked(a_check(a_case())), next_=NextThing(what="ringer vården", due_on=in_a_week))
    assert (row.state, row.outcome) == (CheckState.DONE, Outcome.TREATMENT)
    assert Task.objects.filter(kind=TaskKind.HEALTH_CHECK, state=TaskState.DONE).exists()
    assert not Task.objects.filter(kind=TaskKind.HEALTH_CHECK, state=TaskState.OPEN).exists()
    assert Task.objects.get(what="ringer vården").due_on == in_a_week
    assert Entry.objects.get(about_type=Told.DONE).text == row.words


@pytest.mark.requirement("TEAM-6")
def test_refused_when_it_has_not_been_or_is_over():
    row = a_check(a_case())
    with pytest.raises(Refused) as refused:
        made(row, on=clock.today() + dt.timedelta(days=1), next_=NextThing(what="ringer"))
    assert set(refused.value.obstacles) == {
        CheckObstacle.DAY_NOT_COME,
        CheckObstacle.NO_NEXT_DAY,
    }
    with pytest.raises(Denied):
        made(row, cast.aino_account())
    row = made(row)
    with pytest.raises(Refused) as refused:
        made(row)
    assert refused.value.obstacles == [CheckObstacle.NOT_NOW]
