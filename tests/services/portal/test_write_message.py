"""The client writes to the case manager."""

import datetime as dt

import pytest

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, answer_by
from kaveri.casebook.timeline import selectors as timeline
from kaveri.channels.portal.domain import PortalObstacle
from kaveri.channels.portal.services import write_message
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("PARTICIPATE-1")
def test_a_message_is_kept_in_own_words_and_answered_by_a_day():
    case = a_case()
    write_message(
        actor=cast.as_actor(cast.aino_account()), case_id=case.id, text=" När ringer du? "
    )
    entry = timeline.entries().get(case_id=case.id)
    assert (entry.text, entry.source, entry.in_own_words) == ("När ringer du?", "client", True)
    task = tasks.open_tasks().get(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    assert task.owner == case.case_manager
    assert task.told_how == "portal"


def test_an_empty_message_is_refused():
    case = a_case()
    with pytest.raises(Refused) as refusal:
        write_message(actor=cast.as_actor(cast.aino_account()), case_id=case.id, text="  ")
    assert refusal.value.obstacles == [PortalObstacle.NOTHING_WRITTEN]


def test_nobody_writes_as_the_client_of_another():
    case = a_case()
    with pytest.raises(Denied):
        write_message(actor=cast.as_actor(cast.kalle()), case_id=case.id, text="Hej")


def test_the_answer_is_due_on_the_second_working_day():
    friday, independence_day = dt.date(2026, 11, 27), dt.date(2027, 12, 6)
    assert answer_by(friday, holidays=frozenset()) == dt.date(2026, 12, 1)
    assert answer_by(dt.date(2027, 12, 3), holidays=frozenset({independence_day})) == dt.date(
        2027, 12, 8
    )
