"""A time is booked; afterwards somebody asks what came of it."""

import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.health_checks.domain import CheckObstacle, CheckState
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.health_checks import a_check, booked

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-6")
def test_the_working_day_after_it_somebody_asks():
    row = booked(a_check(a_case()))
    assert row.state == CheckState.BOOKED
    task = Task.objects.get(kind=TaskKind.HEALTH_CHECK, state=TaskState.OPEN)
    assert task.due_on == in_working_days(1, after=row.booked_for)
    again = booked(row, on=in_working_days(8), place="Åbo")
    assert again.place == "Åbo"
    assert Task.objects.filter(kind=TaskKind.HEALTH_CHECK, state=TaskState.OPEN).count() == 1


@pytest.mark.requirement("TEAM-6")
def test_refused_for_a_day_that_has_been_or_without_a_place():
    row = a_check(a_case())
    with pytest.raises(Refused) as refused:
        booked(row, on=clock.today() - dt.timedelta(days=1), place=" ")
    assert set(refused.value.obstacles) == {
        CheckObstacle.DAY_HAS_PASSED,
        CheckObstacle.NO_PLACE,
    }
    with pytest.raises(Changed):
        booked(row, version=7)
    for account in (cast.aino_account(), cast.mikko()):
        with pytest.raises(Denied):
            booked(row, account)
