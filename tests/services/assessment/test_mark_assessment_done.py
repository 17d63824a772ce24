"""The assessment has been made."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import AssessmentObstacle, AssessmentState
from kaveri.steps.assessment.services import mark_assessment_done
from tests.factories import cast
from tests.factories.assessment import an_assessment, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-2")]


def done(row, on=None, account=None):
    return mark_assessment_done(
        actor=cast.as_actor(account or cast.kerstin()),
        assessment_id=row.id,
        on=on or in_days(0),
    )


def test_the_result_is_awaited_by_a_day():
    row = done(an_assessment())
    assert row.state == AssessmentState.DONE
    assert Task.objects.get(source_id=row.id, state=TaskState.OPEN).due_on > in_days(7)


def test_it_is_not_done_tomorrow_nor_twice():
    row = an_assessment()
    with pytest.raises(Refused) as refused:
        done(row, in_days(1))
    assert refused.value.obstacles == [AssessmentObstacle.DONE_IN_THE_FUTURE]
    done(row)
    with pytest.raises(Refused) as refused:
        done(row)
    assert refused.value.obstacles == [AssessmentObstacle.NOT_NOW]


def test_others_may_not_say_so():
    with pytest.raises(Denied):
        done(an_assessment(), account=cast.mikko())
