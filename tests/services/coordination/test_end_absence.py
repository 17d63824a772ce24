"""End absence."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import create_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.coordination.services import (
    end_absence,
)
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import an_absence, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def later(days):
    return clock.standing_at(clock.now() + dt.timedelta(days=days))


@pytest.mark.requirement("COORDINATE-9")
def test_what_the_substitute_takes_on_is_the_absent_ones_when_the_absence_ends(sound):
    case = a_case()
    absence = an_absence(cast.kerstin(), until_on=in_days(3))
    task = create_task(
        actor=cast.as_actor(cast.mikko()),
        case_id=case.id,
        what="ringer läkaren",
        owner_id=cast.mikko().id,
        due_on=in_days(1),
    )
    assert task.owner == cast.kerstin()
    with later(4):
        sound()
    end_absence(actor=cast.as_actor(cast.kerstin()), absence_id=absence.id)
    assert not has_relation(cast.mikko().id, case.id, *RelationKind)


def test_an_absence_that_is_over_cannot_be_ended_again():
    absence = an_absence(cast.kerstin())
    end_absence(actor=cast.as_actor(cast.kerstin()), absence_id=absence.id)
    with pytest.raises(Refused):
        end_absence(actor=cast.as_actor(cast.kerstin()), absence_id=absence.id)
    assert not Task.objects.exists()
