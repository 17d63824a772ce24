"""A member leaves; that they sat there stays known, and they may come back."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import SeatObstacle
from kaveri.steps.teams.selectors import seated, seats
from kaveri.steps.teams.services import end_seat
from tests.factories import cast
from tests.factories.teams import a_seat

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-1")
def test_who_leaves_is_remembered_and_may_come_back():
    seat = a_seat()
    end_seat(actor=cast.as_actor(cast.kerstin()), seat_id=seat.id)
    assert not seated(seat.unit_id).exists()
    a_seat()
    assert seats().count() == 2


def test_nobody_leaves_twice():
    seat = a_seat()
    end_seat(actor=cast.as_actor(cast.kerstin()), seat_id=seat.id)
    with pytest.raises(Refused) as refused:
        end_seat(actor=cast.as_actor(cast.kerstin()), seat_id=seat.id)
    assert refused.value.obstacles == [SeatObstacle.HAS_LEFT]


def test_others_send_nobody_away():
    seat = a_seat()
    with pytest.raises(Denied):
        end_seat(actor=cast.as_actor(cast.petra()), seat_id=seat.id)
