"""Somebody near the case writes something down."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import EntryObstacle, Source
from kaveri.casebook.timeline.models import Entry
from kaveri.casebook.timeline.services import write_note
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.base.ids import new_id
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db
ACTION = "timeline.note.write"


def write(case, account=None, *, text="Ringde om bussen.", sending=None):
    return write_note(
        actor=cast.as_actor(account or cast.kerstin()),
        case_id=case.id,
        text=text,
        source=Source.CLIENT,
        category=Category.LIFE_SITUATION,
        sending=sending,
    )


def test_those_who_carry_the_case_write_and_the_log_holds_no_text():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    for account in (cast.kerstin(), cast.mikko()):
        assert write(case, account).author == account
    events = Event.objects.filter(action=ACTION, outcome=Outcome.DONE)
    assert [event.facts for event in events] == [{"category": Category.LIFE_SITUATION}] * 2
    clients = Subject.objects.filter(event_id__in=[event.id for event in events]).values_list(
        "client_id", flat=True
    )
    assert set(clients) == {case.client_id}


@pytest.mark.requirement("TRUST-1")
def test_a_stranger_and_a_predecessor_write_nothing_and_the_log_says_so():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.mikko(), cast.petra(), cast.kalle()):
        with pytest.raises(Denied):
            write(case, account)
    assert not Entry.objects.filter(text="Ringde om bussen.").exists()
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DENIED).count() == 3


def test_an_empty_note_is_refused():
    with pytest.raises(Refused) as refused:
        write(a_case(), text="  ")
    assert refused.value.obstacles == [EntryObstacle.NOTHING_WRITTEN]
    assert Event.objects.get(action=ACTION).outcome == Outcome.REFUSED


def test_a_double_click_writes_one():
    case, key = a_case(), new_id()
    first = write(case, sending=key)
    with pytest.raises(AlreadyDone) as already:
        write(case, sending=key)
    assert already.value.object_id == first.id
    assert Entry.objects.filter(text="Ringde om bussen.").count() == 1
