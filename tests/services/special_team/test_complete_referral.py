"""Answering what the team asked for."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.special_team.domain import Answer, Obstacle, State
from kaveri.steps.special_team.services import complete_referral
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.special_team import OUTCOME, a_referral, answered, hanna

pytestmark = pytest.mark.django_db


def complete(row, account=None, more="Smärtan kom av lyften."):
    actor = cast.as_actor(account or cast.kerstin())
    return complete_referral(actor=actor, referral_id=row.id, version=row.version, more=more)


@pytest.mark.requirement("TEAM-4")
def test_it_is_added_and_the_referral_waits_for_the_team_again():
    row = answered(a_referral(a_case()), Answer.ASK_MORE, reason="Vad var det som gjorde ont?")
    assert (row.state, row.turn) == (State.MORE_ASKED, cast.kerstin())
    assert Task.objects.get(kind=TaskKind.SPECIAL_TEAM_MORE).owner == cast.kerstin()
    row = complete(row)
    assert (row.state, row.turn) == (State.SENT, hanna())
    assert row.outcome == f"{OUTCOME}\n\nSmärtan kom av lyften."
    assert Task.objects.get(kind=TaskKind.SPECIAL_TEAM_MORE).state == TaskState.DONE


@pytest.mark.requirement("TEAM-4")
def test_nothing_is_added_that_nobody_asked_for():
    with pytest.raises(Refused) as refused:
        complete(a_referral(a_case()), more=" ")
    assert refused.value.obstacles == [Obstacle.NOTHING_ASKED, Obstacle.NO_OUTCOME]


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_only_the_senders_side_answers():
    row = answered(a_referral(a_case()), Answer.ASK_MORE)
    for account in (hanna(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            complete(row, account)
