"""The question is taken back for a reason; the colleague no longer sees it."""

import datetime as dt

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.case_consultation.domain import QuestionObstacle, QuestionState
from kaveri.steps.case_consultation.services import let_questions_fall, take_back_question
from tests.factories import cast
from tests.factories.case_consultation import a_question
from tests.factories.casebook import a_case, an_act

pytestmark = pytest.mark.django_db


def taken_back(row, account=None, **changed):
    known = {"reason": "Det löste sig.", "version": row.version} | changed
    actor = cast.as_actor(account or cast.kerstin())
    return take_back_question(actor=actor, question_id=row.id, **known)


@pytest.mark.requirement("COORDINATE-12")
def test_the_colleague_sees_it_no_more_and_something_else_is_done():
    row = a_question(a_case())
    in_a_week = clock.today() + dt.timedelta(days=7)
    row = taken_back(row, next_what="frågar läkaren", next_due_on=in_a_week)
    assert row.state == QuestionState.TAKEN_BACK
    assert Relation.objects.get(account=cast.petra()).until_at is not None
    assert Task.objects.get(kind=TaskKind.COLLEAGUE_ANSWER).state == TaskState.DONE
    assert Task.objects.filter(what="frågar läkaren", due_on=in_a_week).exists()


@pytest.mark.requirement("COORDINATE-12")
def test_refused_without_a_reason_a_day_or_when_it_is_over():
    row = a_question(a_case())
    with pytest.raises(Refused) as refused:
        taken_back(row, reason="", next_what="frågar läkaren")
    assert set(refused.value.obstacles) == {
        QuestionObstacle.NO_REASON,
        QuestionObstacle.NO_NEXT_DAY,
    }
    with pytest.raises(Changed):
        taken_back(row, version=9)
    with pytest.raises(Denied):
        taken_back(row, cast.petra())
    row = taken_back(row)
    with pytest.raises(Refused) as refused:
        taken_back(row)
    assert refused.value.obstacles == [QuestionObstacle.NOT_OPEN]


@pytest.mark.requirement("COORDINATE-12", "COORDINATE-13")
def test_when_the_support_ends_nobody_is_asked_any_more():
    case = a_case()
    row = a_question(case)
    let_questions_fall(an_act(), case)
    row.refresh_from_db()
    assert row.state == QuestionState.TAKEN_BACK
    assert Relation.objects.get(account=cast.petra()).until_at is not None
