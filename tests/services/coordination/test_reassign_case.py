"""Reassign case."""

import pytest

from kaveri.casebook.cases.models import Case
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import HandoverObstacle
from kaveri.steps.coordination.selectors import risen
from kaveri.steps.coordination.services import reassign_case
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import an_offer
from tests.factories.referral import away

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def lines(who):
    with looking(CoordinationAction.READ_RISEN, actor=cast.as_actor(who())) as look:
        look.allow()
        return risen(look)


@pytest.mark.requirement("COORDINATE-9")
def test_the_manager_gives_a_case_to_somebody_in_the_unit_and_the_days_stand():
    case = a_case()
    an_offer(case, to=cast.petra())
    day = Task.objects.order_by("made_at").first().due_on
    reassign_case(actor=cast.as_actor(cast.tove()), case_id=case.id, to_id=cast.mikko().id)
    assert Case.objects.get().case_manager == cast.mikko()
    assert Task.objects.order_by("made_at").first().due_on == day


def test_it_stays_in_the_unit_and_goes_to_another():
    case = a_case()
    for who, obstacles in (
        (cast.petra(), [HandoverObstacle.NOT_IN_UNIT]),
        (cast.kerstin(), [HandoverObstacle.TO_THE_SAME]),
        (cast.sara(), [HandoverObstacle.NO_GROUND, HandoverObstacle.NOT_IN_UNIT]),
    ):
        with pytest.raises(Refused) as refused:
            reassign_case(actor=cast.as_actor(cast.tove()), case_id=case.id, to_id=who.id)
        assert refused.value.obstacles == obstacles


def test_nobody_is_given_a_case_while_they_are_away():
    case = a_case()
    away(cast.mikko(), cast.kerstin())
    with pytest.raises(Refused) as refused:
        reassign_case(actor=cast.as_actor(cast.tove()), case_id=case.id, to_id=cast.mikko().id)
    assert refused.value.obstacles == [HandoverObstacle.RECEIVER_AWAY]


@pytest.mark.parametrize("who", [cast.kerstin, cast.mikko, cast.oskar])
def test_only_the_manager_of_the_unit_reassigns(who):
    case = a_case()
    with pytest.raises(Denied):
        reassign_case(actor=cast.as_actor(who()), case_id=case.id, to_id=cast.mikko().id)
