"""Putting a case on an agenda and reading what the team is asked: over their pages."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.foundation.base import clock
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.models import AgendaItem, Meeting, Seat
from tests.access.cells import Drive, Knock
from tests.access.world import Side, World
from tests.factories import cast
from tests.factories.teams import QUESTION, a_meeting

NO_PAGE = dict.fromkeys((RelationKind.RECEIVER, RelationKind.EXPERT), "opens no page of the case")


def a_row(world: World) -> AgendaItem:
    meeting = a_meeting()
    item = AgendaItem.objects.create(
        meeting=meeting,
        case=world.case,
        number=1,
        presenter=world.whose,
        added_by=world.whose,
        added_at=clock.now(),
        question=QUESTION,
        attendance="attends",
        categories=" life_situation ",
        **home_of(world.case, Category.LIFE_SITUATION),
    )
    world.row = item
    return item


def read(world: World) -> Knock | None:
    """One's own row in a case of another register: the page of the case has a ground of its own."""
    if world.own and world.side is not Side.OWN:
        return None
    a_row(world)
    return Knock(reverse("teams:of_case", args=[world.case.id]), shows=QUESTION)


def put_on(world: World) -> Knock:
    meeting = a_meeting()
    # Somebody of the record's own register sits there: the act is what is tried, not the team's ground.
    Seat.objects.create(
        unit=meeting.unit,
        account=cast.kerstin(),
        profession="coordinator",
        taken_at=clock.now(),
    )
    return Knock(
        reverse("teams:put_on", args=[world.case.id]),
        {
            "meeting_id": str(meeting.id),
            "client_words": "",
            "attendance": "attends",
            "question": QUESTION,
            "presenter_id": str(world.case.case_manager_id),
            "guest_id": "",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


def talked_about(world: World) -> AgendaItem:
    item = a_row(world)
    Meeting.objects.filter(pk=item.meeting_id).update(
        state="opened", opened_at=clock.now(), opened_by=cast.kerstin()
    )
    return item


def decide(world: World) -> Knock:
    item = talked_about(world)
    return Knock(
        reverse("teams:talk", args=[item.id]),
        {
            "what": "ringer dig",
            "owner_id": str(world.case.case_manager_id),
            "due_on": f"{clock.today() + dt.timedelta(days=7):%d.%m.%Y}",
            "idempotency_key": str(uuid.uuid4()),
        },
    )


DRIVES = [
    Drive(
        Act.TEAM_AGENDA_ADD,
        lambda world: (TeamAction.ADD_ITEM, Case.objects.all(), world.case.pk),
        staff=put_on,
        personal=put_on,
    ),
    Drive(
        Act.TEAM_MINUTES_READ,
        lambda world: (TeamAction.READ_ITEM, AgendaItem.objects.all(), a_row(world).pk),
        staff=read,
        no_door=NO_PAGE,
    ),
    Drive(
        Act.TEAM_MINUTES_WRITE,
        lambda world: (TeamAction.DECIDE, AgendaItem.objects.all(), talked_about(world).pk),
        staff=decide,
        personal=decide,
    ),
]
