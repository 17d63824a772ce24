"""A meeting is called off; no question is lost: a later meeting takes it, or the case manager decides by a day."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import (
    ASK_ANEW_DAYS,
    MeetingObstacle,
    MeetingState,
    team_reads_until,
)
from kaveri.steps.teams.services import call_off_meeting, open_meeting
from tests.factories import casebook, cast
from tests.factories.teams import a_meeting, a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def off(meeting, to=None, by=cast.mikko):
    return call_off_meeting(
        actor=cast.as_actor(by()), meeting_id=meeting.id, to_id=to.id if to else None
    )


def on_the_agenda():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    return case, an_item(case)


@pytest.mark.requirement("TEAM-2")
def test_a_case_goes_back_to_its_case_manager_who_decides_by_a_day():
    case, item = on_the_agenda()
    meeting = off(item.meeting)
    assert meeting.state == MeetingState.CALLED_OFF
    item.refresh_from_db()
    assert item.taken_off_at is not None
    assert not has_relation(cast.kalle().id, case.id, RelationKind.TEAM)
    task = Task.objects.get(kind=TaskKind.ASK_TEAM_ANEW)
    assert task.owner_id == case.case_manager_id
    assert task.due_on == clock.today() + dt.timedelta(days=ASK_ANEW_DAYS)
    assert Entry.objects.filter(case=case, about_type="teams.meeting_called_off").exists()


@pytest.mark.requirement("TEAM-2")
def test_a_later_meeting_takes_the_case_under_a_number_of_its_own():
    case, item = on_the_agenda()
    later = a_meeting(21)
    off(item.meeting, later)
    item.refresh_from_db()
    later.refresh_from_db()
    assert (item.meeting_id, item.number, item.taken_off_at) == (later.id, later.numbers, None)
    near = Relation.objects.get(case=case, kind=RelationKind.TEAM)
    assert near.until_at == team_reads_until(later.starts_at)
    assert not Task.objects.filter(kind=TaskKind.ASK_TEAM_ANEW).exists()
    assert Entry.objects.filter(case=case, about_type="teams.moved_to_next").exists()


def test_a_case_that_stands_there_already_stands_there_once():
    case, item = on_the_agenda()
    later = a_meeting(21)
    an_item(case, later)
    off(item.meeting, later)
    item.refresh_from_db()
    assert item.taken_off_at is not None
    assert has_relation(cast.kalle().id, case.id, RelationKind.TEAM)
    assert not Task.objects.filter(kind=TaskKind.ASK_TEAM_ANEW).exists()


def test_a_meeting_whose_time_has_passed_unheld_is_called_off_too():
    _case, item = on_the_agenda()
    with clock.standing_at(item.meeting.starts_at + dt.timedelta(days=20)):
        off(item.meeting)
    assert Task.objects.filter(kind=TaskKind.ASK_TEAM_ANEW).count() == 1


def test_no_longer_near_after_it_was_moved_late_means_near_again_when_it_opens():
    case, item = on_the_agenda()
    late = item.meeting.starts_at + dt.timedelta(days=20)
    with clock.standing_at(late):
        later = a_meeting(3)
        off(item.meeting, later)
        assert not has_relation(cast.kalle().id, case.id, RelationKind.TEAM)
        open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=later.id)
        assert has_relation(cast.kalle().id, case.id, RelationKind.TEAM)


def test_a_meeting_that_is_not_there_takes_nothing():
    case, item = on_the_agenda()
    with pytest.raises(Refused) as refused:
        call_off_meeting(
            actor=cast.as_actor(cast.mikko()), meeting_id=item.meeting_id, to_id=uuid.uuid4()
        )
    assert refused.value.obstacles == [MeetingObstacle.NO_SUCH_MEETING]
    assert has_relation(cast.kalle().id, case.id, RelationKind.TEAM)


def test_nothing_is_called_off_twice_or_after_it_was_held():
    _case, item = on_the_agenda()
    off(item.meeting)
    with pytest.raises(Refused) as refused:
        off(item.meeting)
    assert refused.value.obstacles == [MeetingObstacle.CALLED_OFF_ALREADY]
    held = a_meeting(9)
    open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=held.id)
    with pytest.raises(Refused) as refused:
        off(held)
    assert refused.value.obstacles == [MeetingObstacle.OPENED_ALREADY]


@pytest.mark.parametrize("who", ["petra", "kalle", "aino_account"])
def test_others_call_off_none(who):
    meeting = a_meeting()
    with pytest.raises(Denied):
        off(meeting, by=getattr(cast, who))
