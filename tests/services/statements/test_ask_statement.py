"""Asking a doctor or the team for a statement."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.statements.domain import GroundMissing, State, StatementObstacle
from kaveri.steps.statements.models import AskedStatement
from tests.factories import cast, permission
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case
from tests.factories.statements import an_asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = a_case()
    near(case, cast.mikko(), RelationKind.TEAM)
    return case


@pytest.mark.requirement("TEAM-3")
def test_a_request_has_who_whom_what_by_when_and_ground_and_is_somebodys_step(case):
    row = an_asked(case, cast.mikko())
    assert (row.asked_by, row.writer, row.state, row.ground) == (
        cast.kerstin(),
        cast.mikko(),
        State.ASKED,
        "own",
    )
    assert row.category == Category.HEALTH
    task = Task.objects.get(source_id=row.id)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.WRITE_STATEMENT,
        cast.mikko(),
        row.due_on,
    )
    assert Entry.objects.filter(about_type="statements.asked", about_id=row.id).exists()
    assert Notice.objects.filter(address=cast.mikko().email).exists()


@pytest.mark.requirement("TEAM-3")
def test_every_reason_is_said_at_once_and_nothing_is_kept(case):
    with pytest.raises(Refused) as refused:
        an_asked(case, cast.petra(), question=" ")
    assert refused.value.obstacles == [
        StatementObstacle.NO_QUESTION,
        StatementObstacle.WRITER_NOT_NEAR,
    ]
    with pytest.raises(Refused) as refused:
        an_asked(case, cast.mikko(), due_on=clock.today() - dt.timedelta(days=1))
    assert refused.value.obstacles == [TaskObstacle.DATE_HAS_PASSED]
    assert not AskedStatement.objects.exists()


@pytest.mark.requirement("TEAM-3")
def test_nobody_is_asked_for_a_day_on_which_they_no_longer_stand_near(case):
    until = clock.now() + dt.timedelta(days=14)
    Relation.objects.filter(account=cast.mikko()).update(until_at=until)
    with pytest.raises(Refused) as refused:
        an_asked(case, cast.mikko(), due_on=clock.today() + dt.timedelta(days=15))
    assert refused.value.obstacles == [StatementObstacle.WRITER_LEAVES_BEFORE]
    an_asked(case, cast.mikko(), due_on=clock.today() + dt.timedelta(days=13))


@pytest.mark.requirement("TEAM-3", "TRUST-1")
def test_who_may_not_know_of_it_is_not_asked_and_it_is_said_of_what(case):
    near(case, cast.kalle(), RelationKind.MEMBER)
    with pytest.raises(GroundMissing) as refused:
        an_asked(case, cast.kalle())
    assert (refused.value.organisation_id, refused.value.category) == (
        cast.kalle().organisation_id,
        Category.HEALTH,
    )
    assert not AskedStatement.objects.exists()
    permission.a_consent(case, purposes={Purpose.TEAM})
    assert an_asked(case, cast.kalle()).ground == "consent"


@pytest.mark.requirement("TEAM-3")
def test_nothing_is_asked_for_after_the_ending(case):
    an_ended_case(case)
    near(case, cast.mikko(), RelationKind.TEAM)
    with pytest.raises(Refused) as refused:
        an_asked(case, cast.mikko())
    assert StatementObstacle.CASE_ENDED in refused.value.obstacles


@pytest.mark.requirement("TEAM-3", "TRUST-1")
def test_a_member_a_stranger_and_the_client_ask_for_nothing(case):
    near(case, cast.viola(), RelationKind.MEMBER)
    for account in (cast.viola(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            an_asked(case, cast.mikko(), actor=cast.as_actor(account))
