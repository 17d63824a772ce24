"""A case is taken off before the meeting, and the team sees it no longer."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import AgendaObstacle
from kaveri.steps.teams.selectors import items
from kaveri.steps.teams.services import open_meeting, take_off_agenda
from tests.factories import casebook, cast
from tests.factories.teams import a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def on_the_agenda():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    return an_item(case)


def off(item, by=cast.kerstin):
    return take_off_agenda(actor=cast.as_actor(by()), item_id=item.id)


@pytest.mark.requirement("TEAM-2")
def test_the_team_no_longer_stands_near_and_the_case_may_come_back():
    item = on_the_agenda()
    off(item)
    assert not has_relation(cast.kalle().id, item.case_id, RelationKind.TEAM)
    assert not items().exists()
    assert an_item(item.case, item.meeting).number == 2


def test_it_is_taken_off_once():
    item = on_the_agenda()
    off(item)
    with pytest.raises(Refused) as refused:
        off(item)
    assert refused.value.obstacles == [AgendaObstacle.TAKEN_OFF]


def test_what_the_meeting_has_begun_with_stays():
    item = on_the_agenda()
    open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=item.meeting_id)
    with pytest.raises(Refused) as refused:
        off(item)
    assert refused.value.obstacles == [AgendaObstacle.MEETING_HAS_BEGUN]


@pytest.mark.parametrize("who", ["kalle", "petra", "aino_account"])
def test_others_take_nothing_off(who):
    item = on_the_agenda()
    with pytest.raises(Denied):
        off(item, by=getattr(cast, who))
