"""Reading the teams and their meetings; agenda items are narrowed by permission."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account, Unit
from kaveri.foundation.base import clock
from kaveri.steps.teams.domain import MeetingState
from kaveri.steps.teams.models import AgendaItem, Decision, Guest, Meeting, Seat, Ways


def teams() -> QuerySet[Unit]:
    """The local teams: the units that receive people from the municipalities."""
    receiving = directory.municipalities().order_by().values("receiving_unit_id")
    return people.units().filter(id__in=receiving)


def seats() -> QuerySet[Seat]:
    """Who has sat in which team, also those who have left; by profession and name."""
    return Seat.objects.select_related("unit", "account__organisation").order_by(
        "profession", "account__last_name", "account__first_name", "id"
    )


def seated(unit_id: UUID) -> QuerySet[Seat]:
    """The permanent members of a team now."""
    return seats().filter(unit_id=unit_id, left_at=None, account__is_active=True)


def versions(unit_id: UUID) -> QuerySet[Ways]:
    """The versions of a team's page, the newest first."""
    return Ways.objects.filter(unit_id=unit_id).select_related("written_by").order_by("-number")


def pages_of(unit_ids: list[UUID]) -> dict[UUID, Ways]:
    """The page of each of these teams as it stands."""
    rows = Ways.objects.filter(unit_id__in=unit_ids).order_by("number")
    return {row.unit_id: row for row in rows}


def numbers_of(unit_ids: list[UUID]) -> dict[UUID, int]:
    """How many members each of these teams has."""
    found: dict[UUID, int] = {}
    rows = Seat.objects.filter(unit_id__in=unit_ids, left_at=None)
    for unit_id in rows.values_list("unit_id", flat=True):
        found[unit_id] = found.get(unit_id, 0) + 1
    return found


def meetings() -> QuerySet[Meeting]:
    """Every meeting, those furthest ahead first."""
    return Meeting.objects.select_related("unit").order_by("-starts_at", "-id")


def meetings_to_come() -> QuerySet[Meeting]:
    """Meetings that nobody has opened yet and whose time has not passed; the soonest first."""
    found = meetings().filter(state=MeetingState.PLANNED, starts_at__gt=clock.now())
    return found.order_by("starts_at", "id")


def items() -> QuerySet[AgendaItem]:
    """Every case on an agenda; narrow by permission before use."""
    return (
        AgendaItem.objects.filter(taken_off_at=None)
        .select_related("meeting__unit", "presenter", "case__client", "minuted_by")
        .order_by("meeting_id", "number")
    )


def items_of_case(case_id: UUID) -> QuerySet[AgendaItem]:
    """When the team talks or has talked about this case, the newest meeting first."""
    return items().filter(case_id=case_id).order_by("-meeting__starts_at", "-id")


def guests(item_ids: list[UUID]) -> QuerySet[Guest]:
    """Who comes for these cases only."""
    return Guest.objects.filter(item_id__in=item_ids).select_related("account").order_by("id")


def may_have_come(item: AgendaItem) -> list[Account]:
    """Who could be there for this case: the team as it sits, its guests, who presents and who carries the case."""
    who = {row.account_id for row in guests([item.id])} | {item.presenter_id}
    who |= set(seated(item.meeting.unit_id).values_list("account_id", flat=True))
    who |= set(map(UUID, item.present)) | {item.case.case_manager_id}
    found = people.accounts().filter(id__in=who)
    return list(found.order_by("last_name", "first_name", "id"))


def were_there(rows: Iterable[AgendaItem]) -> QuerySet[Account]:
    """Who was there when these cases were talked about."""
    return people.accounts().filter(id__in={UUID(one) for row in rows for one in row.present})


def outcomes_of(case_id: UUID) -> QuerySet[AgendaItem]:
    """The team's meetings about a case as the client reads of them, with what was decided."""
    return items_of_case(case_id).prefetch_related(
        Prefetch("decisions", Decision.objects.select_related("owner").order_by("decided_at", "id"))
    )


def decided_in(item_ids: Iterable[UUID]) -> QuerySet[Decision]:
    """What was decided in these meetings about a case; narrow by permission before use."""
    found = Decision.objects.filter(item_id__in=list(item_ids)).select_related("owner")
    return found.order_by("decided_at", "id")


def decisions_of(item_id: UUID) -> QuerySet[Decision]:
    """What the team has decided in this case, in its order; narrow by permission before use."""
    found = Decision.objects.filter(item_id=item_id).select_related("owner")
    return found.order_by("decided_at", "id")
