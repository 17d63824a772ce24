"""What the team answers: taken, asked for more, or not for the team and what instead."""

import datetime as dt

import pytest

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.special_team.domain import FOLLOW_UP_WITHIN, Answer, Obstacle, State
from kaveri.steps.statements.models import AskedStatement
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.special_team import QUESTION, a_referral, a_taken, answered, hanna

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-4")
def test_what_is_taken_has_a_statement_asked_for_and_somebody_who_leads_it_to_the_follow_up():
    row = a_taken(a_case())
    day = clock.today() + dt.timedelta(days=20)
    assert (row.state, row.turn) == (State.TAKEN, hanna())
    assert cases.has_relation(hanna().id, row.case_id, RelationKind.SPECIAL_TEAM)
    statement = AskedStatement.objects.get()
    assert (statement.asked_by, statement.writer, statement.due_on, statement.question) == (
        cast.kerstin(),
        hanna(),
        day,
        QUESTION,
    )
    task = Task.objects.get(kind=TaskKind.SPECIAL_TEAM_WORK)
    assert (task.owner, task.due_on) == (hanna(), day + dt.timedelta(days=FOLLOW_UP_WITHIN))


@pytest.mark.requirement("TEAM-4")
def test_a_no_says_what_instead_and_somebody_finds_another_way():
    with pytest.raises(Refused) as refused:
        answered(a_referral(a_case()), Answer.NOT_FOR_US, reason=" ")
    assert refused.value.obstacles == [Obstacle.NO_REASON, Obstacle.NO_OTHER_WAY]


@pytest.mark.requirement("TEAM-4")
def test_after_a_no_the_case_manager_has_the_next_step():
    row = answered(a_referral(a_case()), Answer.NOT_FOR_US, instead="Smärtpolikliniken.")
    assert (row.state, row.turn, row.instead) == (State.NOT_FOR_US, None, "Smärtpolikliniken.")
    assert Task.objects.get(kind=TaskKind.SPECIAL_TEAM_DECLINED).owner == cast.kerstin()
    assert not cases.has_relation(hanna().id, row.case_id, RelationKind.SPECIAL_TEAM)


@pytest.mark.requirement("TEAM-4")
def test_a_yes_has_a_day():
    with pytest.raises(Refused) as refused:
        answered(a_referral(a_case()), due_on=None)
    assert refused.value.obstacles == [Obstacle.NO_DAY]


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_only_the_coordinator_who_is_asked_answers_and_only_once():
    row = a_referral(a_case())
    colleague = cast.worker("iris", "Ek", cast.unit("special_team"))
    for account in (cast.kerstin(), colleague, cast.aino_account()):
        with pytest.raises(Denied):
            answered(row, actor=cast.as_actor(account))
    row = answered(row)
    with pytest.raises(Denied):
        answered(row)
