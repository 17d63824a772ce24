"""A colleague is asked about a client, on a ground; somebody makes sure that the answer comes."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.case_consultation.actions import QuestionAction
from kaveri.steps.case_consultation.domain import AskedAs, QuestionObstacle, Told
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.case_consultation.selectors import questions
from kaveri.steps.teams.domain import GroundMissing
from tests.factories import cast, permission, teams
from tests.factories.case_consultation import QUESTION, a_question
from tests.factories.casebook import a_case, an_act, near

pytestmark = pytest.mark.django_db

PARTIES = frozenset({Category.LIFE_SITUATION, Category.IDENTITY_CONTACT, Category.HEALTH})


def seen_by(account):
    return set(
        policy.permitted(questions(), QuestionAction.SEE, cast.as_actor(account)).values_list(
            "pk", flat=True
        )
    )


@pytest.mark.requirement("COORDINATE-12")
def test_the_colleague_sees_the_question_and_the_asker_follows_it():
    case = a_case()
    row = a_question(case)
    assert seen_by(cast.petra()) == {row.pk}
    relation = Relation.objects.get(account=cast.petra(), case=case)
    assert relation.kind == RelationKind.RECEIVER
    task = Task.objects.get(kind=TaskKind.COLLEAGUE_ANSWER)
    assert (task.owner, task.due_on, task.source_id) == (cast.kerstin(), row.answer_by, row.pk)
    entry = Entry.objects.get(about_type=Told.ASKED)
    assert (entry.text, entry.about_id) == (QUESTION, row.pk)
    assert Notice.objects.filter(address=cast.petra().email).exists()
    assert row.from_unit == cast.unit()


@pytest.mark.requirement("COORDINATE-12", "CONSENT-2")
def test_refused_without_a_ground_and_named_what_is_missing():
    case = a_case()
    with pytest.raises(GroundMissing) as refused:
        a_question(case, cast.kalle(), category=Category.HEALTH)
    kela = cast.kalle().organisation_id
    assert {each.organisation_id for each in refused.value.missing} == {kela}
    assert Category.HEALTH in {each.category for each in refused.value.missing}
    assert not Question.objects.exists()
    permission.a_consent(case, categories=PARTIES, purposes=frozenset({Purpose.SUPPORT}))
    row = a_question(case, cast.kalle(), category=Category.HEALTH)
    assert seen_by(cast.kalle()) == {row.pk}


@pytest.mark.requirement("COORDINATE-12", "CONSENT-2")
def test_when_the_consent_is_withdrawn_the_colleague_sees_nothing_more():
    case = a_case()
    consent = permission.a_consent(case, categories=PARTIES, purposes=frozenset({Purpose.SUPPORT}))
    row = a_question(case, cast.kalle())
    assert seen_by(cast.kalle()) == {row.pk}
    consent.withdrawn_at = clock.now() - dt.timedelta(seconds=1)
    consent.save()
    assert seen_by(cast.kalle()) == set()


@pytest.mark.requirement("COORDINATE-12")
def test_refused_for_every_reason_at_once():
    case = a_case()
    with pytest.raises(Refused) as refused:
        a_question(
            case,
            cast.kerstin(),
            question=" ",
            answer_by=clock.today() - dt.timedelta(days=1),
            asked_as=AskedAs.LOCAL_TEAM,
        )
    assert set(refused.value.obstacles) == {
        QuestionObstacle.NO_QUESTION,
        QuestionObstacle.DAY_HAS_PASSED,
        QuestionObstacle.ASKED_ONESELF,
        QuestionObstacle.NOT_IN_A_TEAM,
    }
    with pytest.raises(Refused) as refused:
        a_question(case, cast.aino_account())
    assert refused.value.obstacles == [QuestionObstacle.NOT_AT_WORK]


@pytest.mark.requirement("COORDINATE-12")
def test_as_the_local_team_only_who_sits_there():
    case = a_case()
    teams.a_seat(cast.petra(), teams.Profession.COORDINATOR)
    assert a_question(case, asked_as=AskedAs.LOCAL_TEAM).asked == cast.petra()


@pytest.mark.requirement("COORDINATE-12")
def test_who_carries_the_case_may_ask_and_nobody_else():
    case = a_case()
    near(case, cast.mikko(), RelationKind.COACH)
    assert a_question(case, by=cast.mikko()).asked_by == cast.mikko()
    near(case, cast.viola(), RelationKind.TEAM)
    for account in (cast.viola(), cast.sara(), cast.aino_account()):
        with pytest.raises(Denied):
            a_question(case, by=account)
    assert an_act()
