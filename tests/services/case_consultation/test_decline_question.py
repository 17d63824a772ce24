"""The colleague cannot answer and says why; the one who asked finds another way."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.case_consultation.domain import QuestionObstacle, QuestionState
from kaveri.steps.case_consultation.services import decline_question
from tests.factories import cast
from tests.factories.case_consultation import a_question
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def declined(row, account=None, reason="Jag är ledig."):
    return decline_question(
        actor=cast.as_actor(account or cast.petra()), question_id=row.id, reason=reason
    )


@pytest.mark.requirement("COORDINATE-12")
def test_a_no_has_a_reason_and_somebody_goes_on():
    row = a_question(a_case())
    with pytest.raises(Refused) as refused:
        declined(row, reason="")
    assert refused.value.obstacles == [QuestionObstacle.NO_REASON]
    row = declined(row)
    assert (row.state, row.words) == (QuestionState.NOT_ANSWERED, "Jag är ledig.")
    assert Task.objects.get(kind=TaskKind.COLLEAGUE_ANSWERED).owner == cast.kerstin()


@pytest.mark.requirement("COORDINATE-12")
def test_only_the_one_asked_says_no():
    row = a_question(a_case())
    with pytest.raises(Denied):
        declined(row, cast.kerstin())
