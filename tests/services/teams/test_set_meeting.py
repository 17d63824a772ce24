"""A meeting is set by those of the team, for a time to come."""

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import MeetingObstacle
from kaveri.steps.teams.selectors import meetings_to_come
from kaveri.steps.teams.services import set_meeting
from tests.factories import cast
from tests.factories.teams import a_meeting

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-2")
def test_a_meeting_to_come_takes_cases():
    meeting = a_meeting()
    assert list(meetings_to_come()) == [meeting]


def test_no_meeting_is_set_in_the_past():
    with pytest.raises(Refused) as refused:
        a_meeting(days=-1)
    assert refused.value.obstacles == [MeetingObstacle.IN_THE_PAST]


@pytest.mark.parametrize("who", ["petra", "aino_account"])
def test_others_set_none(who):
    cast.abo()
    with pytest.raises(Denied):
        set_meeting(
            actor=cast.as_actor(getattr(cast, who)()),
            unit_id=cast.unit().id,
            starts_at=clock.now(),
            place="x",
        )
