"""What the team came to is written down in plain words, and the client hears of it within a week."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.teams.domain import TELL_DAYS, ClientCame, MinutesObstacle, Profession
from kaveri.steps.teams.models import AgendaItem
from kaveri.steps.teams.services import open_meeting, write_minutes
from tests.factories import casebook, cast, permission
from tests.factories.teams import a_seat, allowed, an_item

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TEAM-2")]
OUTCOME = "Vi tycker att du kan börja i arbetsprövningen redan nu. Kalle ringer dig."


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
    item.refresh_from_db()
    return item


def minuted(item, by=cast.mikko, **known):
    return write_minutes(
        **{
            "actor": cast.as_actor(by()),
            "item_id": item.id,
            "version": item.version,
            "said": "Dagpenningen påverkas inte.",
            "outcome": OUTCOME,
            "client_came": ClientCame.CAME,
            "present": [cast.mikko().id, cast.kalle().id],
            **known,
        }
    )


def test_who_was_there_and_what_the_client_is_told_are_kept():
    item = minuted(an_item_at())

    kept = AgendaItem.objects.get(pk=item.pk)
    assert (kept.outcome, kept.client_came) == (OUTCOME, "came")
    assert set(kept.present) == {str(cast.mikko().id), str(cast.kalle().id)}
    assert (kept.minuted_by, kept.version) == (cast.mikko(), 2)
    event = Event.objects.get(action="teams.minutes.write")
    assert event.outcome == "done"
    assert OUTCOME not in str(event.facts)


def test_the_opened_meeting_makes_the_client_hear_of_it_within_a_week():
    item = an_item_at()

    task = Task.objects.get(kind=TaskKind.TELL_TEAM_OUTCOME)
    assert (task.case_id, task.owner) == (item.case_id, cast.kerstin())
    assert task.due_on == clock.today() + dt.timedelta(days=TELL_DAYS)


def test_what_was_not_talked_about_is_not_told():
    an_item_at(withdrawn=True)

    assert not Task.objects.filter(kind=TaskKind.TELL_TEAM_OUTCOME).exists()


@pytest.mark.parametrize(
    ("known", "how", "obstacle"),
    [
        ({}, {"opened": False}, MinutesObstacle.NOT_OPENED),
        ({"outcome": "  "}, {}, MinutesObstacle.NOTHING_FOR_THE_CLIENT),
        ({"present": []}, {}, MinutesObstacle.NOBODY_WAS_THERE),
    ],
)
def test_what_stands_in_the_way_is_said(known, how, obstacle):
    with pytest.raises(Refused) as refused:
        minuted(an_item_at(**how), **known)

    assert refused.value.obstacles == [obstacle]


def test_somebody_who_could_not_be_there_was_not():
    with pytest.raises(Refused) as refused:
        minuted(an_item_at(), present=[cast.sara().id])

    assert refused.value.obstacles == [MinutesObstacle.NOBODY_WAS_THERE]


def test_two_who_write_at_once_lose_nothing():
    item = an_item_at()
    minuted(item)

    with pytest.raises(Changed):
        minuted(item, outcome="Något annat.")

    assert AgendaItem.objects.get(pk=item.pk).outcome == OUTCOME


def test_only_the_team_writes_the_minutes():
    item = an_item_at()

    with pytest.raises(Denied):
        minuted(item, by=cast.kerstin)


def test_the_database_knows_no_half_minutes():
    item = an_item_at()

    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251
        AgendaItem.objects.filter(pk=item.pk).update(outcome="bara ord")
