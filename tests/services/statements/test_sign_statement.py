"""Signing a statement, and with that delivering it."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.statements.domain import HeadingsEmpty, State, StatementObstacle
from kaveri.steps.statements.models import SignedVersion
from kaveri.steps.statements.services import sign_statement, withdraw_statement
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.statements import an_asked, signed, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    case = a_case()
    near(case, cast.mikko(), RelationKind.TEAM)
    cast.aino_account().__class__.objects.filter(username="aino").update(email="aino@example.org")
    return an_asked(case, cast.mikko())


def sign(row, account=None, **known):
    details = {"version": row.version, "texts": texts(), **known}
    actor = cast.as_actor(account or row.writer)
    return sign_statement(actor=actor, statement_id=row.id, **details)


@pytest.mark.requirement("TEAM-3")
def test_what_is_signed_reaches_the_asker_and_the_client_and_somebody_goes_through_it(asked):
    Notice.objects.all().delete()
    version = sign(asked)
    asked.refresh_from_db()
    assert (asked.state, version.number, version.signed_by) == (State.SIGNED, 1, cast.mikko())
    assert Task.objects.get(kind=TaskKind.WRITE_STATEMENT).state == TaskState.DONE
    following = Task.objects.get(kind=TaskKind.GO_THROUGH_STATEMENT)
    assert (following.owner, following.state) == (cast.kerstin(), TaskState.OPEN)
    told = set(Notice.objects.values_list("address", flat=True))
    assert told == {cast.kerstin().email, "aino@example.org"}


@pytest.mark.requirement("TEAM-3")
def test_every_heading_that_is_needed_is_named(asked):
    with pytest.raises(HeadingsEmpty) as refused:
        sign(asked, texts=texts(basis=" ", recommendation=""))
    assert refused.value.keys == ("basis", "recommendation")
    assert not SignedVersion.objects.exists()
    asked.refresh_from_db()
    assert asked.state == State.ASKED


@pytest.mark.requirement("TEAM-3")
def test_what_is_signed_or_taken_back_is_not_signed_again(asked):
    row = signed(asked)
    with pytest.raises(Refused) as refused:
        sign(row)
    assert refused.value.obstacles == [StatementObstacle.NOT_ASKED]


@pytest.mark.requirement("TEAM-3")
def test_whoever_wrote_while_it_was_taken_back_is_told(asked):
    withdraw_statement(
        actor=cast.as_actor(cast.kerstin()), statement_id=asked.id, version=1, reason="Behövs inte"
    )
    with pytest.raises(Changed):
        sign(asked)


@pytest.mark.requirement("TEAM-3", "TRUST-1")
def test_only_the_one_who_is_asked_signs(asked):
    near(asked.case, cast.petra(), RelationKind.TEAM)
    for account in (cast.petra(), cast.kerstin(), cast.aino_account(), cast.viola()):
        with pytest.raises(Denied):
            sign(asked, account)
