"""The end of the team's part: the statement delivered, the follow-up agreed, the team gone."""

import datetime as dt

import pytest

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.special_team.domain import Obstacle, State
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.special_team import a_taken, agreed, hanna, with_statement

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-4")
def test_somebody_follows_up_on_a_day_and_the_team_lets_go():
    row = agreed(with_statement(a_taken(a_case())))
    day = clock.today() + dt.timedelta(days=42)
    assert (row.state, row.case_manager, row.follows_up, row.follow_up_on) == (
        State.AGREED,
        cast.kerstin(),
        cast.kerstin(),
        day,
    )
    task = Task.objects.get(source_id=row.id, state=TaskState.OPEN)
    assert (task.kind, task.owner, task.due_on) == (TaskKind.NEXT_STEP, cast.kerstin(), day)
    assert not cases.has_relation(hanna().id, row.case_id, RelationKind.SPECIAL_TEAM)


@pytest.mark.requirement("TEAM-4")
def test_first_the_statement_is_signed():
    with pytest.raises(Refused) as refused:
        agreed(a_taken(a_case()))
    assert refused.value.obstacles == [Obstacle.NO_STATEMENT]


@pytest.mark.requirement("TEAM-4")
def test_nobody_of_the_team_is_left_with_the_follow_up():
    row = with_statement(a_taken(a_case()))
    with pytest.raises(Refused) as refused:
        agreed(row, owner_id=hanna().id)
    assert refused.value.obstacles == [TaskObstacle.OWNER_NOT_NEAR]
    assert cases.has_relation(hanna().id, row.case_id, RelationKind.SPECIAL_TEAM)


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_only_the_coordinator_agrees_and_only_while_the_team_works():
    row = with_statement(a_taken(a_case()))
    for account in (cast.kerstin(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            agreed(row, actor=cast.as_actor(account))
    row = agreed(row)
    with pytest.raises(Denied):
        agreed(row)
