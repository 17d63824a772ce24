"""Handing in: scores by what is declared, and somebody goes through the answers."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Way
from kaveri.steps.questionnaires.models import ScaleResult
from kaveri.steps.questionnaires.services import finish, keep
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import answered, asked, written
from tests.factories.workspace import a_client

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


@pytest.mark.parametrize(("point", "score"), [(0, 0), (-1, 24)])
def test_the_score_is_counted_by_the_declared_weights(point, score):
    row = asked(a_case()).asking
    row = answered(row, point=point)
    found = ScaleResult.objects.get(asking=row)
    assert (found.score, found.lowest, found.highest) == (score, 0, 24)
    assert (found.measure, found.scale, found.category) == ("own-view", "whole", "functioning")
    assert found.measured_on == row.answered_on


def test_one_question_left_out_counts_as_the_persons_own_mean_and_two_give_no_score():
    one, two = a_case(), a_case(client=a_client("Bo", "Dahl"))
    for case, answers, score in ((one, 5, 24), (two, 4, None)):
        row = asked(case).asking
        for place in range(answers):
            row.refresh_from_db()
            keep(actor=cast.as_actor(cast.kerstin()), asking_id=row.id, written=written(row, place))
        finish(actor=cast.as_actor(cast.kerstin()), asking_id=row.id)
        assert [each.score for each in row.results.all()] == ([score] if score else [])


def test_nothing_answered_is_not_handed_in():
    row = asked(a_case()).asking
    with pytest.raises(Refused) as refused:
        finish(actor=cast.as_actor(cast.kerstin()), asking_id=row.id)
    assert refused.value.obstacles == [AskingObstacle.NOTHING_ANSWERED]


def test_it_is_handed_in_once():
    row = answered(asked(a_case()).asking)
    with pytest.raises(Refused):
        finish(actor=cast.as_actor(cast.kerstin()), asking_id=row.id)
    assert ScaleResult.objects.count() == 1


def test_when_the_client_began_alone_the_case_manager_goes_through_the_answers():
    case = a_case()
    aino = cast.aino_account()
    row = answered(asked(case, aino, way=Way.HOME, due_on=None).asking, aino)
    task = Task.objects.get(kind="go_through_answers", state=TaskState.OPEN)
    assert (task.case, task.owner) == (case, cast.kerstin())
    assert row.finished_by == aino


def test_when_somebody_has_promised_to_go_through_them_nobody_else_is_set_to_it():
    case = a_case()
    aino = cast.aino_account()
    answered(asked(case, way=Way.HOME).asking, aino)
    assert Task.objects.filter(kind="go_through_answers").count() == 1


@pytest.mark.requirement("TRUST-1")
def test_who_stands_in_no_relation_hands_nothing_in():
    row = asked(a_case()).asking
    with pytest.raises(Denied):
        finish(actor=cast.as_actor(cast.mikko()), asking_id=row.id)
