"""Asking the client."""

import uuid

import pytest

from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Way
from kaveri.steps.questionnaires.models import Asking, Instrument
from kaveri.steps.questionnaires.selectors import behind
from kaveri.steps.questionnaires.services import take_back
from tests.factories import cast
from tests.factories.assessment import in_days
from tests.factories.casebook import a_case
from tests.factories.questionnaires import asked

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def test_who_lets_the_answer_come_later_goes_through_it_by_a_day():
    case = a_case()
    cast.aino_account()
    row = asked(case, way=Way.HOME, due_on=in_days(9)).asking
    task = Task.objects.get(source_id=row.id)
    assert (task.kind, task.owner, task.due_on) == (
        "go_through_answers",
        cast.kerstin(),
        in_days(9),
    )
    assert Entry.objects.get(about_id=row.id).about_type == "questions.asked"
    assert (row.category, row.controller_id) == ("functioning", case.controller_id)
    assert Event.objects.get(action="questionnaires.asking.ask").facts["way"] == "home"


def test_the_text_is_kept_as_it_was_asked_and_once_only():
    case = a_case()
    first = asked(case).asking
    take_back(actor=cast.as_actor(cast.kerstin()), asking_id=first.id)
    second = asked(case).asking
    assert first.instrument == second.instrument
    assert Instrument.objects.get().shipped


def test_the_secret_of_a_link_is_kept_nowhere_and_works_for_a_month():
    case = a_case()
    sent = asked(case, way=Way.LINK)
    assert len(sent.secret) > 40
    assert sent.secret not in str(list(Asking.objects.values()))
    assert sent.secret not in str(list(Event.objects.values()))
    assert Asking.objects.filter(behind(sent.secret)).exists()
    with clock.standing_at(sent.asking.link_until):
        assert not Asking.objects.filter(behind(sent.secret)).exists()


def test_the_client_begins_alone_without_a_day():
    case = a_case()
    row = asked(case, cast.aino_account(), way=Way.HOME, due_on=None).asking
    assert row.asked_by == cast.aino_account()
    assert not Task.objects.filter(source_id=row.id).exists()


@pytest.mark.parametrize(
    ("known", "obstacle"),
    [
        ({"key": "phq-9"}, AskingObstacle.NO_SUCH_QUESTIONS),
        ({"way": Way.LINK, "due_on": None}, AskingObstacle.DAY_MISSING),
    ],
)
def test_it_is_refused_with_the_reason(known, obstacle):
    with pytest.raises(Refused) as refused:
        asked(a_case(), **known)
    assert refused.value.obstacles == [obstacle]
    assert not Asking.objects.exists()


def test_the_same_questions_wait_once():
    case = a_case()
    asked(case)
    with pytest.raises(Refused) as refused:
        asked(case)
    assert refused.value.obstacles == [AskingObstacle.ASKED_ALREADY]


def test_a_double_click_asks_once():
    case, key = a_case(), uuid.uuid4()
    asked(case, sending=key)
    with pytest.raises(AlreadyDone):
        asked(case, sending=key)
    assert Asking.objects.count() == 1


@pytest.mark.requirement("TRUST-1")
def test_who_stands_in_no_relation_asks_nobody():
    with pytest.raises(Denied):
        asked(a_case(), cast.mikko())
