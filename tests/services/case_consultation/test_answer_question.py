"""The colleague answers; it stands on the timeline and somebody decides what it means."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.case_consultation.domain import QuestionObstacle, QuestionState, Told
from kaveri.steps.case_consultation.services import answer_question
from tests.factories import cast
from tests.factories.case_consultation import ANSWER, a_question
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


def answered(row, account=None, answer=ANSWER):
    return answer_question(
        actor=cast.as_actor(account or cast.petra()), question_id=row.id, answer=answer
    )


@pytest.mark.requirement("COORDINATE-12")
def test_the_answer_stands_on_the_timeline_and_the_asker_goes_on():
    row = answered(a_question(a_case()))
    assert (row.state, row.words, row.ended_by) == (QuestionState.ANSWERED, ANSWER, cast.petra())
    assert Entry.objects.get(about_type=Told.ANSWERED).text == ANSWER
    waited = Task.objects.get(kind=TaskKind.COLLEAGUE_ANSWER)
    assert waited.state == TaskState.DONE
    then = Task.objects.get(kind=TaskKind.COLLEAGUE_ANSWERED)
    assert (then.state, then.owner) == (TaskState.OPEN, cast.kerstin())


@pytest.mark.requirement("COORDINATE-12")
def test_when_it_is_answered_the_colleague_sees_nothing_more():
    row = answered(a_question(a_case()))
    with pytest.raises(Denied):
        answered(row)


@pytest.mark.requirement("COORDINATE-12")
def test_an_answer_has_words_and_only_the_one_asked_gives_it():
    row = a_question(a_case())
    with pytest.raises(Refused) as refused:
        answered(row, answer=" ")
    assert refused.value.obstacles == [QuestionObstacle.NO_ANSWER]
    for account in (cast.kerstin(), cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            answered(row, account)
