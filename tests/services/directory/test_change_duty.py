"""A line of the duty list gets other days or another place; the list is never left empty."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.directory.domain import DutyObstacle, Span, day_without
from kaveri.casebook.directory.selectors import duty_list as listed
from kaveri.casebook.directory.services import change_duty
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ACCESS-3")]
DAY = dt.timedelta(days=1)


def change(turn, by=None, **given):
    details = {"place": 1, "from_on": turn.from_on, "until_on": None, **given}
    return change_duty(
        actor=cast.as_actor(by or cast.tove()), unit_id=cast.unit().id, turn_id=turn.id, **details
    )


def test_a_place_is_changed_and_no_two_share_one():
    cast.on_duty(cast.kerstin())
    second = cast.on_duty(cast.mikko(), place=1)
    change(second, place=1)
    lines = list(listed([cast.unit().id]))
    assert [(line.account.username, line.place) for line in lines] == [("mikko", 1), ("kerstin", 2)]
    assert Event.objects.filter(action="directory.duty.change").count() == 1


def test_the_last_one_is_not_taken_off_the_list():
    only = cast.on_duty(cast.kerstin())
    with pytest.raises(Refused) as refused:
        change(only, until_on=clock.today())
    assert refused.value.obstacles == [DutyObstacle.NOBODY_LEFT]
    cast.on_duty(cast.mikko(), place=2)
    change(only, until_on=clock.today())
    only.refresh_from_db()
    assert only.until_on == clock.today()


def test_a_line_of_another_unit_is_not_there():
    elsewhere = cast.on_duty(cast.mikko(), of=cast.unit("pargas"))
    with pytest.raises(Denied):
        change(elsewhere)
    other = cast.on_duty(cast.kerstin())
    with pytest.raises(Denied):
        change(other, by=cast.sara())
    other.id = uuid.uuid4()
    with pytest.raises(Denied):
        change(other)


def test_the_first_empty_day_is_found():
    today = dt.date(2026, 11, 23)
    assert day_without([], today=today) == today
    assert day_without([Span(today, None)], today=today) is None
    assert day_without([Span(today + DAY, None)], today=today) == today
    meeting = [Span(today, today + DAY), Span(today + 2 * DAY, None)]
    assert day_without(meeting, today=today) is None
    apart = [Span(today, today + DAY), Span(today + 3 * DAY, None)]
    assert day_without(apart, today=today) == today + 2 * DAY
