"""An assessment that is not made after all."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import AssessmentObstacle, AssessmentState
from kaveri.steps.assessment.models import AssessmentEvent
from kaveri.steps.assessment.services import cancel_assessment
from tests.factories import cast
from tests.factories.assessment import NOTHING_NEXT, an_assessment

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-2")]


def cancel(row, account=None, reason="Aino vill vänta."):
    return cancel_assessment(
        actor=cast.as_actor(account or cast.kerstin()),
        assessment_id=row.id,
        reason=reason,
        next_=NOTHING_NEXT,
    )


def test_it_is_cancelled_with_its_reason_and_nothing_is_left_to_follow():
    row = cancel(an_assessment())
    assert row.state == AssessmentState.CANCELLED
    assert AssessmentEvent.objects.get(state="cancelled").note == "Aino vill vänta."
    assert not Task.objects.filter(source_id=row.id, state=TaskState.OPEN).exists()


def test_a_reason_is_needed_and_an_end_stays_an_end():
    row = an_assessment()
    with pytest.raises(Refused) as refused:
        cancel(row, reason="")
    assert refused.value.obstacles == [AssessmentObstacle.NO_REASON]
    cancel(row)
    with pytest.raises(Refused):
        cancel(row)


def test_others_may_not_cancel():
    with pytest.raises(Denied):
        cancel(an_assessment(), account=cast.mikko())
