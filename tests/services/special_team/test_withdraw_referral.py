"""Taking a referral back: the team lets go at once."""

import pytest

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.special_team.domain import Obstacle, State
from kaveri.steps.special_team.services import withdraw_referral
from kaveri.steps.statements.models import AskedStatement
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.special_team import a_referral, a_taken, hanna

pytestmark = pytest.mark.django_db


def withdraw(row, account=None, reason="Klienten vill vänta."):
    actor = cast.as_actor(account or cast.kerstin())
    return withdraw_referral(actor=actor, referral_id=row.id, version=row.version, reason=reason)


@pytest.mark.requirement("TEAM-4")
def test_the_team_no_longer_stands_near_and_nobody_writes_or_waits():
    row = withdraw(a_taken(a_case()))
    assert (row.state, row.turn, row.due_on) == (State.WITHDRAWN, None, None)
    assert not cases.has_relation(hanna().id, row.case_id, RelationKind.SPECIAL_TEAM)
    assert AskedStatement.objects.get().state == "withdrawn"
    kinds = (TaskKind.SPECIAL_TEAM_WORK, TaskKind.WRITE_STATEMENT)
    assert not Task.objects.filter(kind__in=kinds, state=TaskState.OPEN).exists()


@pytest.mark.requirement("TEAM-4")
def test_a_reason_is_needed_and_what_is_closed_stays_closed():
    row = withdraw(a_referral(a_case()))
    with pytest.raises(Refused) as refused:
        withdraw(row, reason=" ")
    assert refused.value.obstacles == [Obstacle.NOT_OPEN, Obstacle.NO_REASON]


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_the_team_and_the_client_do_not_take_it_back():
    row = a_taken(a_case())
    for account in (hanna(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            withdraw(row, account)
