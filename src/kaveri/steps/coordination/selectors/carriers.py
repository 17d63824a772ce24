"""Who can carry a case, stand in, or be a pair: workers with a ground to see the record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind, works_on
from kaveri.casebook.records.models import Homed
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.steps.coordination.domain import AbsenceFacts, ReceiverFacts

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Relation


_PERSONS = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})


def has_ground(account: Account | None, home: Homed) -> bool:
    """Whether the account acts for the controller and register of this record (access.md §3 `own`)."""
    return (
        account is not None
        and account.organisation_id == home.controller_id
        and account.register == home.register
    )


def receivers(home: Homed, *, but: Iterable[UUID] = ()) -> QuerySet[Account]:
    """Workers in service who could carry this record, by name."""
    return (
        people.professionals()
        .filter(organisation_id=home.controller_id, register=home.register)
        .exclude(pk__in=list(but))
    )


def receiver_facts(home: Homed, account_id: UUID, *, now_id: UUID) -> ReceiverFacts:
    """What the rules ask of somebody who is to carry this record."""
    account = people.professionals().filter(pk=account_id).first()
    return ReceiverFacts(
        is_active=account is not None,
        is_same=account_id == now_id,
        has_ground=has_ground(account, home),
        is_away=bool(people.substitutes([account_id])),
    )


def workers_near(case_id: UUID) -> list[Account]:
    """Those who can be given something to do on the case: near it, and not the client's side."""
    near = cases.relations().filter(case_id=case_id, kind__in=works_on() - _PERSONS)
    found = people.accounts().filter(pk__in=near.values("account_id"), is_active=True)
    return list(found.order_by("last_name", "first_name", "id"))


def pairs(case_id: UUID) -> QuerySet["Relation"]:
    """The working pairs of the case now."""
    return (
        cases.relations().filter(case_id=case_id, kind=RelationKind.PAIR).order_by("from_at", "id")
    )


def absence_facts(rows: Iterable[Absence]) -> list[AbsenceFacts]:
    """The days of these absences, as the rules see them."""
    return [AbsenceFacts(from_on=row.from_on, until_on=row.until_on) for row in rows]
