"""Reading the county: municipalities, services, partners, and who is on duty."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import get_language

from kaveri.casebook.directory.domain import Turn, on_duty
from kaveri.casebook.directory.models import DutyTurn, Municipality, Partner, Service
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.selectors import in_force
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


def worker_on_duty(unit_id: UUID) -> UUID | None:
    """Who receives what arrives at this unit right now; None when the unit has nobody at all."""
    rows = list(
        DutyTurn.objects.filter(in_force(clock.today()), unit_id=unit_id).select_related("account")
    )
    away = people.substitutes([row.account_id for row in rows])
    return on_duty(
        Turn(
            account_id=row.account_id,
            place=row.place,
            is_active=row.account.is_active,
            is_away=row.account_id in away,
            substitute_id=away[row.account_id].id
            if row.account_id in away and away[row.account_id].is_active
            else None,
        )
        for row in rows
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
