"""Referring to the special competence team: from basic services, and whole."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.special_team.domain import UNIT, Obstacle, State
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.teams.domain import GroundMissing
from tests.factories import cast, permission
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case
from tests.factories.special_team import a_referral, hanna, with_a_plan, written

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-4")
def test_a_referral_is_in_somebodys_hands_until_a_day_and_the_sender_makes_sure_of_an_answer():
    case = a_case()
    row = a_referral(case)
    assert (row.state, row.turn, row.sent_by) == (State.SENT, hanna(), cast.kerstin())
    task = Task.objects.get(source_id=row.id)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.SPECIAL_TEAM_ANSWER,
        cast.kerstin(),
        row.due_on,
    )
    assert Notice.objects.filter(address=hanna().email).exists()
    assert not case.relations.filter(kind=RelationKind.SPECIAL_TEAM).exists()


@pytest.mark.requirement("TEAM-4")
def test_an_incomplete_referral_is_refused_with_each_missing_part_by_name():
    case = a_case()
    with pytest.raises(Refused) as refused:
        a_referral(
            with_a_plan(case), written=written(question=" ", tried="", outcome="", measures="")
        )
    assert refused.value.obstacles == [
        Obstacle.NO_QUESTION,
        Obstacle.NOTHING_TRIED,
        Obstacle.NO_OUTCOME,
        Obstacle.NO_MEASURES,
    ]
    assert not SpecialReferral.objects.exists()


@pytest.mark.requirement("TEAM-4")
def test_a_referral_needs_a_plan(monkeypatch):
    monkeypatch.setattr("tests.factories.special_team.with_a_plan", lambda case: case)
    with pytest.raises(Refused) as refused:
        a_referral(a_case())
    assert refused.value.obstacles == [Obstacle.NO_PLAN]


@pytest.mark.requirement("TEAM-4")
def test_only_basic_services_refer():
    case = with_a_plan(a_case())
    permission.a_consent(case, categories=set(Category), purposes={Purpose.SUPPORT})
    inside = cast.worker("iris", "Ek", cast.unit(UNIT))
    for account in (cast.kalle(), inside):
        near(case, account, RelationKind.PAIR)
        with pytest.raises(Refused) as refused:
            a_referral(case, actor=cast.as_actor(account))
        assert refused.value.obstacles == [Obstacle.NOT_BASIC_SERVICES]


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_the_team_gets_to_know_only_with_a_ground_and_what_is_missing_is_named():
    case = a_case()
    cast.unit(UNIT, Register.HEALTH)
    with pytest.raises(GroundMissing) as refused:
        a_referral(case, categories=[Category.HEALTH])
    assert {(each.register, each.category) for each in refused.value.missing} == {
        (Register.HEALTH, Category.LIFE_SITUATION),
        (Register.HEALTH, Category.FUNCTIONING),
        (Register.HEALTH, Category.HEALTH),
    }
    permission.a_consent(
        case,
        permission.county(),
        permission.county(Register.HEALTH),
        categories={Category.LIFE_SITUATION, Category.FUNCTIONING, Category.HEALTH},
        purposes={Purpose.TEAM},
    )
    assert a_referral(case, categories=[Category.HEALTH]).state == State.SENT


@pytest.mark.requirement("TEAM-4")
def test_one_referral_at_a_time_to_somebody_who_is_there_while_the_support_goes_on():
    case = a_case()
    a_referral(case)
    with pytest.raises(Refused) as refused:
        a_referral(case, coordinator_id=cast.mikko().id)
    assert refused.value.obstacles == [Obstacle.UNDER_WAY, Obstacle.NOBODY_THERE]
    an_ended_case(case)
    assert SpecialReferral.objects.get().state == State.WITHDRAWN
    with pytest.raises(Refused) as refused:
        a_referral(case)
    assert Obstacle.CASE_ENDED in refused.value.obstacles


@pytest.mark.requirement("TEAM-4", "TRUST-1")
def test_a_member_a_stranger_and_the_client_do_not_refer():
    case = with_a_plan(a_case())
    near(case, cast.mikko(), RelationKind.MEMBER)
    for account in (cast.mikko(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            a_referral(case, actor=cast.as_actor(account))
