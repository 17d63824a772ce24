"""A time for an assessment."""

import pytest

from kaveri.casebook.tasks.domain import TaskState, Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import AssessmentObstacle, AssessmentState
from kaveri.steps.assessment.models import AssessmentEvent
from kaveri.steps.assessment.services import book_assessment
from tests.factories import cast
from tests.factories.assessment import an_assessment, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-2")]


def book(row, on, account=None, **known):
    return book_assessment(
        actor=cast.as_actor(account or cast.kerstin()), assessment_id=row.id, on=on, **known
    )


def test_the_day_after_the_time_somebody_asks_how_it_went():
    row = an_assessment()
    book(row, in_days(8), told=Told.PHONE)
    row.refresh_from_db()
    assert (row.state, row.booked_on) == (AssessmentState.BOOKED, in_days(8))
    task = Task.objects.get(source_id=row.id, state=TaskState.OPEN)
    assert task.due_on > in_days(8)
    assert ClientNotice.objects.get(task=task).how == Told.PHONE


def test_a_time_is_moved_and_both_stay_in_the_history():
    row = an_assessment()
    book(row, in_days(8))
    book(row, in_days(15))
    days = AssessmentEvent.objects.filter(assessment=row, state="booked").order_by("at", "id")
    assert [event.on for event in days] == [in_days(8), in_days(15)]


def test_a_day_that_has_been_is_no_time():
    with pytest.raises(Refused) as refused:
        book(an_assessment(), in_days(-1))
    assert refused.value.obstacles == [AssessmentObstacle.DUE_HAS_PASSED]


def test_others_may_not_book():
    with pytest.raises(Denied):
        book(an_assessment(), in_days(8), account=cast.mikko())
