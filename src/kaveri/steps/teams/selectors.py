"""Reading the teams: no client's data."""

from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Unit
from kaveri.steps.teams.models import Seat, Ways


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
    return seats().filter(unit_id=unit_id, left_at=None)


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
