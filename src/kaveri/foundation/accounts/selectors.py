"""Reading accounts: the actor behind a sign-in, who is present, who stands in."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from kaveri.foundation.accounts.models import (
    Absence,
    Account,
    Assignment,
    Organisation,
    Unit,
)
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, Role


def actor_of(account: Account, *, request_id: str = "") -> Actor:
    """The actor as the rules see this account today."""
    today = clock.today()
    held = list(
        Assignment.objects.filter(account=account)
        .filter(in_force(today))
        .values_list("role", "unit_id")
    )
    return Actor(
        account_id=account.id,
        roles=frozenset(Role(role) for role, _unit in held),
        unit_ids=frozenset(unit for _role, unit in held if unit),
        managed_unit_ids=frozenset(unit for role, unit in held if unit and role == Role.MANAGER),
        organisation_id=account.organisation_id,
        register=account.register,
        request_id=request_id,
    )


def in_force(day: dt.date) -> Q:
    """What holds on this day, for rows with `from_on` and `until_on`."""
    return Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gte=day))


def accounts() -> QuerySet[Account]:
    """All accounts; names of workers are no secret inside the service."""
    return Account.objects.all()


def professionals(*, unit_id: UUID | None = None) -> QuerySet[Account]:
    """Workers in service today, by name; of one unit when asked."""
    held = Assignment.objects.filter(in_force(clock.today()), role=Role.PROFESSIONAL)
    if unit_id is not None:
        held = held.filter(unit_id=unit_id)
    found = Account.objects.filter(is_active=True, id__in=held.values("account_id"))
    return found.order_by("last_name", "first_name", "id")


def is_clients(account_id: UUID) -> bool:
    """Whether the account is a client's own sign-in today, and nothing else besides."""
    held = Assignment.objects.filter(in_force(clock.today()), account_id=account_id)
    roles = set(held.filter(account__is_active=True).values_list("role", flat=True))
    return roles == {Role.CLIENT}


def managers(unit_id: UUID) -> QuerySet[Account]:
    """Who leads the unit today, by name."""
    held = Assignment.objects.filter(in_force(clock.today()), role=Role.MANAGER, unit_id=unit_id)
    found = Account.objects.filter(is_active=True, id__in=held.values("account_id"))
    return found.order_by("last_name", "first_name", "id")


def holders(role: Role) -> QuerySet[Account]:
    """Who holds the role today, in any unit, by name."""
    held = Assignment.objects.filter(in_force(clock.today()), role=role)
    found = Account.objects.filter(is_active=True, id__in=held.values("account_id"))
    return found.order_by("last_name", "first_name", "id")


def assignments_in(unit_ids: Iterable[UUID]) -> QuerySet[Assignment]:
    """Who works where today, in these units."""
    return Assignment.objects.filter(in_force(clock.today()), unit_id__in=list(unit_ids))


def units() -> QuerySet[Unit]:
    """Every unit, with its organisation."""
    return Unit.objects.select_related("organisation")


def organisations() -> QuerySet[Organisation]:
    """Every organisation."""
    return Organisation.objects.all()


def absences(day: dt.date | None = None) -> QuerySet[Absence]:
    """Absences in force on the day."""
    return Absence.objects.filter(in_force(day or clock.today()), ended_at=None)


def absences_to_come(account_id: UUID) -> QuerySet[Absence]:
    """This worker's absences that go on today or begin later."""
    return _not_over(Absence.objects.filter(account_id=account_id))


def stands_in(account_id: UUID) -> QuerySet[Absence]:
    """The absences in which this worker stands in for somebody, today or later."""
    return _not_over(Absence.objects.filter(substitute_id=account_id))


def every_absence() -> QuerySet[Absence]:
    """Absences that go on or are to come, with both people; narrow by permission before use."""
    return _not_over(Absence.objects.all())


def _not_over(rows: QuerySet[Absence]) -> QuerySet[Absence]:
    return (
        rows.filter(ended_at=None)
        .filter(Q(until_on=None) | Q(until_on__gte=clock.today()))
        .select_related("account", "substitute")
        .order_by("from_on", "id")
    )


def units_of(account_id: UUID) -> list[UUID]:
    """The units the account works in today as a professional, by the oldest assignment first."""
    held = Assignment.objects.filter(
        in_force(clock.today()), account_id=account_id, role=Role.PROFESSIONAL, unit__isnull=False
    )
    return [
        unit for unit in held.order_by("from_on", "id").values_list("unit_id", flat=True) if unit
    ]


def units_of_each(account_ids: Iterable[UUID]) -> Mapping[UUID, set[UUID]]:
    """The units in which each of these works today as a professional."""
    held = Assignment.objects.filter(
        in_force(clock.today()),
        account_id__in=list(account_ids),
        role=Role.PROFESSIONAL,
        unit__isnull=False,
    )
    found: dict[UUID, set[UUID]] = {}
    for account_id, unit_id in held.values_list("account_id", "unit_id"):
        if unit_id:
            found.setdefault(account_id, set()).add(unit_id)
    return found


def works_in(unit_ids: Iterable[UUID]) -> Q:
    """Accounts with an assignment of any kind in one of these units today."""
    held = Assignment.objects.filter(in_force(clock.today()), unit_id__in=list(unit_ids))
    return Q(pk__in=held.values("account_id"))


def substitutes(
    account_ids: Iterable[UUID], *, day: dt.date | None = None
) -> Mapping[UUID, Account]:
    """Who stands in for each of these who is away on the day."""
    away = absences(day).filter(account_id__in=set(account_ids)).select_related("substitute")
    return {absence.account_id: absence.substitute for absence in away.order_by("from_on", "id")}


def workers(*, name: str = "") -> QuerySet[Account]:
    """Everybody who works here today in any role, with what they hold, by name."""
    held = Assignment.objects.filter(in_force(clock.today()), unit__isnull=False)
    found = Account.objects.filter(is_active=True, id__in=held.values("account_id"))
    for part in name.split():
        found = found.filter(
            Q(first_name__icontains=part)
            | Q(last_name__icontains=part)
            | Q(username__icontains=part)
        )
    shown = Prefetch("assignments", held.select_related("unit").order_by("from_on", "id"), "held")
    return found.prefetch_related(shown).order_by("last_name", "first_name", "id")
