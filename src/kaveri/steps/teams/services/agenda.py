"""A case comes on the agenda with its ground, and the team comes to stand near it until after the meeting."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, lock_case, open_relation
from kaveri.casebook.consent.domain import spaced
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination.selectors import workers_near
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import (
    Attendance,
    GroundMissing,
    MeetingState,
    obstacles_to_agenda,
    obstacles_to_taking_off,
    team_reads_until,
    touched,
)
from kaveri.steps.teams.models import AgendaItem, Guest, Meeting
from kaveri.steps.teams.selectors import items, meetings, seated
from kaveri.steps.teams.services.ground import missing_ground

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

# What opened the relation of the team, so that the same thing closes it.
SOURCE = "teams.agendaitem"
PUT_ON = "teams.put_on_agenda"
TAKEN_OFF = "teams.taken_off_agenda"
GROUND_LOST = "teams.ground_lost"
MINUTES = "teams.minutes_written"


def put_on_agenda(
    *,
    actor: Actor,
    case_id: UUID,
    meeting_id: UUID,
    presenter_id: UUID,
    question: str,
    client_words: str,
    attendance: Attendance,
    categories: Collection[str] = (),
    guest_ids: Collection[UUID] = (),
    sending: UUID | None = None,
) -> AgendaItem:
    """The team talks about the case: only with a ground for every member and guest, by kind of information."""
    with acting(TeamAction.ADD_ITEM, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        meeting = _locked(meeting_id, act)
        sitting = [seat.account for seat in seated(meeting.unit_id)]
        here = items().filter(meeting=meeting)
        refuse_if(
            obstacles_to_agenda(
                somebody_sits=bool(sitting),
                case_is_open=case.state == CaseState.OPEN,
                stands_already=here.filter(case_id=case.id).exists(),
                meeting_has_begun=meeting.state != MeetingState.PLANNED
                or meeting.starts_at <= clock.now(),
                question=question,
                attendance=attendance,
                client_words=client_words,
                presenter_near=presenter_id in {who.id for who in workers_near(case.id)},
            )
        )
        called = list(people.professionals().filter(pk__in=list(guest_ids)))
        who = {account.id: account for account in [*sitting, *called]}
        missing = missing_ground(case, case.client_id, who.values(), categories)
        if missing:
            raise GroundMissing(missing)
        meeting.numbers += 1
        meeting.save(update_fields=["numbers"])
        item = AgendaItem.objects.create(
            meeting=meeting,
            case=case,
            number=meeting.numbers,
            presenter_id=presenter_id,
            question=question.strip(),
            client_words=client_words.strip(),
            attendance=attendance,
            categories=spaced(touched(categories)),
            added_at=clock.now(),
            added_by_id=actor.person_id,
            **home_of(case, Category.LIFE_SITUATION),
        )
        Guest.objects.bulk_create(Guest(item=item, account=account) for account in called)
        for account_id in who:
            open_relation(
                act,
                RelationKind.TEAM,
                account_id=account_id,
                case_id=case.id,
                source_type=SOURCE,
                source_id=item.id,
                until_at=team_reads_until(meeting.starts_at),
            )
        note(act, case, PUT_ON, item.id)
        if presenter_id != actor.account_id:
            notify(act, presenter_id)
        act.record(item, facts={"case": str(case.id), "meeting": str(meeting.id)})
    return item


def take_off_agenda(*, actor: Actor, item_id: UUID, sending: UUID | None = None) -> AgendaItem:
    """The case is not talked about after all; the team no longer stands near it."""
    with acting(TeamAction.TAKE_OFF, actor=actor, sending=sending) as act:
        item = act.fetch(AgendaItem.objects.select_related("meeting"), item_id)
        case = lock_case(act, item.case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_taking_off(
                taken_off=item.taken_off_at is not None,
                meeting_has_begun=item.meeting.state != MeetingState.PLANNED,
            )
        )
        item.taken_off_at = clock.now()
        item.save(update_fields=["taken_off_at"])
        close_relations(
            act,
            kind=RelationKind.TEAM,
            case_id=case.id,
            source_type=SOURCE,
            source_id=item.id,
        )
        note(act, case, TAKEN_OFF, item.id)
        act.record(item, facts={"case": str(case.id)})
    return item


def note(act: Act, case: "Case", what: str, about_id: UUID) -> None:
    """What happened stands on the timeline of the case."""
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        about_type=what,
        about_id=about_id,
    )


def _locked(meeting_id: UUID, act: Act) -> Meeting:
    """Two who add at once get numbers of their own."""
    meeting = meetings().select_for_update(of=("self",)).filter(pk=meeting_id).first()
    if meeting is None:
        raise Denied(act.action)
    return meeting
