"""A decision has somebody who does it and a day, and is a task at once."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.domain import DecisionObstacle, Profession
from kaveri.steps.teams.models import Decision
from kaveri.steps.teams.services import open_meeting, record_decision
from tests.factories import casebook, cast, permission
from tests.factories.teams import a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def an_item_at(*, opened=True, withdrawn=False):
    a_seat()
    a_seat(cast.mikko(), Profession.COORDINATOR)
    case = casebook.a_case()
    consent = allowed(case)
    item = an_item(case)
    if withdrawn:
        permission.withdrawn(consent)
    if opened:
        open_meeting(actor=cast.as_actor(cast.kalle()), meeting_id=item.meeting_id)
    return item


def decided(item, by=cast.mikko, **known):
    return record_decision(
        **{
            "actor": cast.as_actor(by()),
            "item_id": item.id,
            "what": "skriver om dagpenningen",
            "owner_id": cast.kalle().id,
            "due_on": clock.today() + dt.timedelta(days=10),
            **known,
        }
    )


@pytest.mark.requirement("TEAM-2")
def test_a_decision_is_a_task_with_owner_and_day():
    decision = decided(an_item_at())
    task = Task.objects.get(pk=decision.task_id)
    assert (task.what, task.owner, task.due_on) == (
        "skriver om dagpenningen",
        cast.kalle(),
        decision.due_on,
    )


def test_nothing_is_decided_before_the_meeting_is_opened():
    with pytest.raises(Refused) as refused:
        decided(an_item_at(opened=False))
    assert refused.value.obstacles == [DecisionObstacle.NOT_OPENED]


def test_who_stands_near_only_for_the_meeting_gets_nothing_to_do_after_it():
    item = an_item_at()
    late = clock.today() + dt.timedelta(days=40)
    with pytest.raises(Refused) as refused:
        decided(item, due_on=late)
    assert refused.value.obstacles == [DecisionObstacle.OWNER_LEAVES_BEFORE]
    assert decided(item, due_on=late, owner_id=cast.kerstin().id).due_on == late
    assert Task.objects.filter(due_on=late).count() == 1


def test_a_case_without_its_ground_is_not_decided_on():
    item = an_item_at(withdrawn=True)
    with pytest.raises(Denied):
        decided(item, by=cast.kalle)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("who", ["kerstin", "petra", "aino_account"])
def test_only_the_team_writes_down_what_it_decides(who):
    item = an_item_at()
    with pytest.raises(Denied):
        decided(item, by=getattr(cast, who))


def test_the_database_wants_words():
    decision = decided(an_item_at())
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        Decision.objects.filter(pk=decision.pk).update(what="")
