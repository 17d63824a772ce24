"""A statement that is not needed after all."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.statements.domain import State, StatementObstacle
from kaveri.steps.statements.services import withdraw_statement
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case
from tests.factories.statements import a_signed, an_asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = a_case()
    near(case, cast.mikko(), RelationKind.TEAM)
    return case


def withdraw(row, account=None, reason="Frågan har fått sitt svar."):
    actor = cast.as_actor(account or cast.kerstin())
    return withdraw_statement(actor=actor, statement_id=row.id, version=row.version, reason=reason)


@pytest.mark.requirement("TEAM-3")
def test_nobody_has_to_write_it_any_more_and_the_reason_stands(case):
    row = withdraw(an_asked(case, cast.mikko()))
    assert (row.state, row.reason) == (State.WITHDRAWN, "Frågan har fått sitt svar.")
    assert Task.objects.get(kind=TaskKind.WRITE_STATEMENT).state == TaskState.DROPPED


@pytest.mark.requirement("TEAM-3")
def test_a_reason_is_needed_and_what_is_signed_stays(case):
    with pytest.raises(Refused) as refused:
        withdraw(a_signed(case, cast.mikko()), reason=" ")
    assert refused.value.obstacles == [StatementObstacle.NOT_ASKED, StatementObstacle.NO_REASON]


@pytest.mark.requirement("TEAM-3")
def test_when_the_support_ends_nobody_waits_for_it(case):
    row = an_asked(case, cast.mikko())
    an_ended_case(case)
    row.refresh_from_db()
    assert row.state == State.WITHDRAWN
    assert not Task.objects.filter(kind=TaskKind.WRITE_STATEMENT, state=TaskState.OPEN).exists()


@pytest.mark.requirement("TEAM-3", "TRUST-1")
def test_the_writer_in_the_network_and_the_client_do_not_take_it_back(case):
    near(case, cast.petra(), RelationKind.MEMBER)
    row = an_asked(case, cast.petra())
    for account in (cast.petra(), cast.aino_account(), cast.viola()):
        with pytest.raises(Denied):
            withdraw(row, account)
