"""A wish that the support ends."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.ending.services import ask_to_end
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import an_ended_case

pytestmark = pytest.mark.django_db


def ask(account, case):
    ask_to_end(actor=cast.as_actor(account), case_id=case.id, words="Jag klarar mig.")


@pytest.mark.requirement("COORDINATE-13")
def test_the_clients_wish_stands_in_their_words_and_the_case_manager_answers_within_a_week():
    case = a_case()
    ask(cast.aino_account(), case)
    ask(cast.aino_account(), case)
    task = Task.objects.get(case=case, kind=TaskKind.ANSWER_END_WISH)
    assert task.owner == cast.kerstin()
    entry = Entry.objects.filter(case=case, about_type="ending.wish").first()
    assert (entry.in_own_words, entry.text) == (True, "Jag klarar mig.")


@pytest.mark.parametrize(
    "kind", [RelationKind.PAIR, RelationKind.COACH, RelationKind.MEMBER, RelationKind.SUBSTITUTE]
)
@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_those_who_work_with_the_client_may_ask(kind):
    case = a_case()
    near(case, cast.mikko(), kind)
    ask(cast.mikko(), case)
    assert Task.objects.filter(case=case, kind=TaskKind.ANSWER_END_WISH).exists()


@pytest.mark.parametrize("kind", [None, RelationKind.PREDECESSOR, RelationKind.TEAM])
@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_others_may_not(kind):
    case = a_case()
    if kind:
        near(case, cast.mikko(), kind)
    with pytest.raises(Denied):
        ask(cast.mikko(), case)


@pytest.mark.requirement("COORDINATE-13")
def test_what_has_ended_is_not_asked_to_end():
    case = a_case()
    an_ended_case(case)
    with pytest.raises(Refused) as refused:
        ask(cast.kerstin(), case)
    assert refused.value.obstacles == [EndObstacle.CASE_ENDED]
