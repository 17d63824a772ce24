"""Offering and arranging peer support."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.participation.domain import PeerAnswer, PeerObstacle
from kaveri.steps.participation.models import PeerSupport
from kaveri.steps.participation.services import note_answer, offer
from tests.factories import cast
from tests.factories.casebook import a_case, an_act, near
from tests.factories.ending import an_ended_case

pytestmark = pytest.mark.django_db


def note(case, answer, account=None, **known):
    return note_answer(
        actor=cast.as_actor(account or cast.kerstin()), case_id=case.id, answer=answer, **known
    )


@pytest.mark.requirement("PARTICIPATE-4")
def test_what_is_wanted_is_somebodys_task_until_it_is_arranged():
    case = a_case()
    note(case, PeerAnswer.WANTED, words="Gärna någon som varit där.")
    task = Task.objects.get(case=case, kind=TaskKind.PEER_SUPPORT)
    assert (task.owner, task.due_on) == (
        cast.kerstin(),
        clock.today() + dt.timedelta(days=14),
    )
    first_on = clock.today() + dt.timedelta(days=5)
    note(case, PeerAnswer.ARRANGED, with_whom="Kamratgruppen i Åbo", first_on=first_on)
    task.refresh_from_db()
    assert task.state == "done"
    answers = PeerSupport.objects.filter(case=case).order_by("at").values_list("answer", flat=True)
    assert list(answers) == [PeerAnswer.WANTED, PeerAnswer.ARRANGED]
    assert Event.objects.filter(action="participation.peer_support.note").count() == 2


@pytest.mark.requirement("PARTICIPATE-4")
def test_no_is_a_good_answer_and_leaves_nothing_to_do():
    case = a_case()
    note(case, PeerAnswer.WANTED)
    note(case, PeerAnswer.DOES_NOT_WANT)
    assert Task.objects.get(case=case, kind=TaskKind.PEER_SUPPORT).state == "dropped"


@pytest.mark.requirement("PARTICIPATE-4")
def test_what_is_arranged_has_somebody_and_a_day():
    with pytest.raises(Refused) as refused:
        note(a_case(), PeerAnswer.ARRANGED)
    assert refused.value.obstacles == [
        PeerObstacle.WITH_WHOM_MISSING,
        PeerObstacle.FIRST_DAY_MISSING,
    ]


@pytest.mark.requirement("PARTICIPATE-4")
def test_taking_on_asks_from_the_start():
    case = a_case()
    assert offer(an_act(), case, PeerAnswer.NOT_NOW).answer == PeerAnswer.NOT_NOW


@pytest.mark.requirement("PARTICIPATE-4", "TRUST-1")
def test_a_predecessor_and_a_stranger_note_nothing():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.mikko(), cast.petra(), cast.aino_account()):
        with pytest.raises(Denied):
            note(case, PeerAnswer.WANTED, account)


@pytest.mark.requirement("PARTICIPATE-4")
def test_after_the_ending_nothing_is_offered():
    case = a_case()
    an_ended_case(case)
    with pytest.raises(Refused) as refused:
        note(case, PeerAnswer.WANTED)
    assert refused.value.obstacles == [PeerObstacle.CASE_ENDED]
