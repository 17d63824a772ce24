"""The team × time: near the case from the agenda until 14 days after the meeting, and nothing before or after."""

import datetime as dt
from functools import cached_property

import pytest

from kaveri.casebook.cases.domain import Grant, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.steps.teams.domain import TEAM_READS_DAYS
from kaveri.steps.teams.services import put_on_agenda
from tests.access import table
from tests.access.counting import CELLS
from tests.access.drives import DRIVES
from tests.access.world import Side, World, undone
from tests.factories import casebook, cast
from tests.factories.teams import QUESTION, Attendance, Profession, a_meeting, a_seat

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TEAM-2")]
WHEN = ("before", "during", "last day", "after")
MEETS_IN = 7


class OnTheAgenda(World):
    """A world whose looker is brought near the case by the agenda, or not yet."""

    when = "before"

    @cached_property
    def case(self) -> Case:
        """The case, and nobody near it but the one who carries it."""
        return casebook.a_case(manager=self.other, client=self.client, **self.home)

    def come_near(self) -> None:
        """Mikko sits in the team; the case is put on the agenda unless it is before."""
        a_seat(cast.mikko(), Profession.COORDINATOR)
        if self.when == "before":
            return
        put_on_agenda(
            actor=cast.as_actor(cast.kerstin()),
            case_id=self.case.id,
            meeting_id=a_meeting(MEETS_IN).id,
            presenter_id=cast.kerstin().id,
            question=QUESTION,
            client_words="",
            attendance=Attendance.ATTENDS,
        )

    @property
    def moment(self) -> dt.datetime:
        """When the looker asks."""
        end = dt.timedelta(days=MEETS_IN + TEAM_READS_DAYS)
        later = {"last day": end - dt.timedelta(hours=1), "after": end + dt.timedelta(hours=1)}
        return clock.now() + later.get(self.when, dt.timedelta(minutes=1))


def allowed(drive, when, own):
    with undone():
        world = OnTheAgenda(RelationKind.TEAM, Side.OWN, own=own)
        world.when = when
        world.come_near()
        action, rows, pk = drive.rows(world)
        with clock.standing_at(world.moment):
            return policy.permitted(rows, action, world.actor).filter(pk=pk).exists()


def expected(drive, when, own):
    near = when in {"during", "last day"}
    grant = table.expected()[drive.act][RelationKind.TEAM if near else None]
    return grant is Grant.YES or (grant is Grant.OWN and own is True)


@pytest.mark.parametrize("drive", DRIVES, ids=str)
def test_the_team_stands_near_only_in_its_time(drive, record_property, settings):
    settings.SECOND_FACTOR = False
    grant = table.expected()[drive.act][RelationKind.TEAM]
    whose = (True, False) if grant is Grant.OWN and not drive.only_own else (None,)
    if grant is Grant.OWN and drive.only_own:
        whose = (True,)
    cells = [(when, own) for when in WHEN for own in whose]

    wrong = {
        f"{when}, own {own}": f"expected: {expected(drive, when, own)}"
        for when, own in cells
        if allowed(drive, when, own) != expected(drive, when, own)
    }

    record_property(CELLS, (len(cells) - len(wrong), len(cells), 0))
    assert wrong == {}
