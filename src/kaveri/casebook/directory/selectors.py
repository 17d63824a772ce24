"""Reading the county: municipalities, services, partners, and who is on duty."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import get_language

from kaveri.casebook.directory.domain import Span, Turn, on_duty
from kaveri.casebook.directory.models import DutyTurn, Municipality, Partner, Service
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock


def municipalities() -> QuerySet[Municipality]:
    """Every municipality of the county."""
    return Municipality.objects.select_related("receiving_unit").order_by("name_fi", "id")


def services() -> QuerySet[Service]:
    """The services offered now."""
    return Service.objects.filter(is_offered=True).select_related("organisation", "unit")


def partners() -> QuerySet[Partner]:
    """Partner organisations and what being their client discloses."""
    return Partner.objects.select_related("organisation")


def duty_turns(account_id: UUID) -> QuerySet[DutyTurn]:
    """The worker's places on duty lists, today and to come."""
    return (
        DutyTurn.objects.filter(account_id=account_id)
        .filter(Q(until_on=None) | Q(until_on__gte=clock.today()))
        .select_related("unit")
        .order_by("unit_id", "place", "id")
    )


def duty_list(unit_ids: Iterable[UUID]) -> QuerySet[DutyTurn]:
    """The duty lists of these units, today and to come, in the order in which they are asked."""
    return (
        DutyTurn.objects.filter(unit_id__in=list(unit_ids))
        .filter(Q(until_on=None) | Q(until_on__gte=clock.today()))
        .select_related("account")
        .order_by("place", "from_on", "id")
    )


def worker_on_duty(unit_id: UUID) -> UUID | None:
    """Who receives what arrives at this unit right now; None when the unit has nobody at all."""
    today = clock.today()
    found = who_answers(duty_list([unit_id]), [today]).get((unit_id, today))
    return found.pk if found else None


def who_answers(
    turns: Iterable[DutyTurn], days: Iterable[dt.date]
) -> dict[tuple[UUID, dt.date], Account]:
    """Who receives what arrives, by unit and day, absences counted in."""
    lines = list(turns)
    away: dict[UUID, list[Absence]] = {}
    for absence in people.every_absence().filter(
        account_id__in={line.account_id for line in lines}
    ):
        away.setdefault(absence.account_id, []).append(absence)
    known = {line.account_id: line.account for line in lines}
    known |= {
        absence.substitute_id: absence.substitute for rows in away.values() for absence in rows
    }
    by_unit: dict[UUID, list[DutyTurn]] = {}
    for line in lines:
        by_unit.setdefault(line.unit_id, []).append(line)
    found = {}
    for day in days:
        for unit_id, held in by_unit.items():
            who = on_duty(_turn(line, away, day) for line in held if _holds(line, day))
            if who is not None:
                found[unit_id, day] = known[who]
    return found


def _holds(row: Any, day: dt.date) -> bool:
    return Span(row.from_on, row.until_on).covers(day)


def _turn(line: DutyTurn, away: dict[UUID, list[Absence]], day: dt.date) -> Turn:
    absence = next((row for row in away.get(line.account_id, []) if _holds(row, day)), None)
    stands_in = absence.substitute if absence else None
    return Turn(
        account_id=line.account_id,
        place=line.place,
        is_active=line.account.is_active,
        is_away=absence is not None,
        substitute_id=stands_in.pk if stands_in and stands_in.is_active else None,
    )


def services_matching(
    rows: QuerySet[Service], *, word: str, need: str, place: str, language: str
) -> QuerySet[Service]:
    """The services that answer to a word in their name, to a need and to a place; by name."""
    name = f"name_{language}"
    if word:
        rows = rows.filter(**{f"{name}__icontains": word})
    if need:
        rows = rows.annotate(marked=Concat(Value(" "), "needs", Value(" "))).filter(
            marked__contains=f" {need} "
        )
    if place:
        rows = rows.filter(municipalities__key=place)
    return rows.order_by(name, "id")


def in_language(row: Any, column: str) -> str:
    """A text kept in three languages, in the reader's own."""
    return str(getattr(row, f"{column}_{get_language()}"))
