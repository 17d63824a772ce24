"""A meeting gets another time; its cases stay, and the team stands near them until two weeks after the new time."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.teams.domain import MeetingObstacle, team_reads_until
from kaveri.steps.teams.services import call_off_meeting, move_meeting, open_meeting
from tests.factories import casebook, cast
from tests.factories.teams import a_meeting, a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def moved(meeting, days=14, by=cast.mikko):
    return move_meeting(
        actor=cast.as_actor(by()),
        meeting_id=meeting.id,
        starts_at=clock.now() + dt.timedelta(days=days),
        place="Rum 5",
    )


def on_the_agenda():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    return case, an_item(case)


@pytest.mark.requirement("TEAM-2")
@pytest.mark.parametrize("days", [3, 30])
def test_the_team_stands_near_as_long_as_the_new_time_says(days):
    case, item = on_the_agenda()
    meeting = moved(item.meeting, days)
    near = Relation.objects.get(case=case, kind=RelationKind.TEAM)
    assert near.until_at == team_reads_until(meeting.starts_at)
    assert meeting.place == "Rum 5"
    assert Entry.objects.filter(case=case, about_type="teams.meeting_moved").exists()


def test_everybody_who_was_to_come_is_told():
    _case, item = on_the_agenda()
    moved(item.meeting)
    told = set(Notice.objects.values_list("address", flat=True))
    assert {cast.kalle().email, cast.kerstin().email} <= told


def test_another_meeting_of_the_team_is_left_alone():
    case, item = on_the_agenda()
    moved(a_meeting(9), 40)
    near = Relation.objects.get(case=case, kind=RelationKind.TEAM)
    assert near.until_at == team_reads_until(item.meeting.starts_at)


def test_not_into_the_past():
    with pytest.raises(Refused) as refused:
        moved(a_meeting(), -1)
    assert refused.value.obstacles == [MeetingObstacle.IN_THE_PAST]


def test_not_when_it_has_been_held_or_called_off():
    _case, item = on_the_agenda()
    open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=item.meeting_id)
    with pytest.raises(Refused) as refused:
        moved(item.meeting)
    assert refused.value.obstacles == [MeetingObstacle.OPENED_ALREADY]
    other = a_meeting(9)
    call_off_meeting(actor=cast.as_actor(cast.mikko()), meeting_id=other.id, to_id=None)
    with pytest.raises(Refused) as refused:
        moved(other)
    assert refused.value.obstacles == [MeetingObstacle.CALLED_OFF_ALREADY]


@pytest.mark.parametrize("who", ["petra", "kalle", "aino_account"])
def test_others_move_none(who):
    meeting = a_meeting()
    with pytest.raises(Denied):
        moved(meeting, by=getattr(cast, who))
