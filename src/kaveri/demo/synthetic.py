"""Synthetic clients in bulk, by the recipe of the domain notes §4.3; every invariant holds for them too.

Bulk making skips the services, which is allowed here only; `kaveri check-data` then verifies
the whole database.
"""

import random
from collections.abc import Iterable, Sequence
from typing import Any

from kaveri.casebook.cases.models import Case, Relation, Responsibility, StateChange
from kaveri.casebook.clients.models import Client
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.contacts.models import Contact, ContactAttempt
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.records.models import Series
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.timeline.models import Entry
from kaveri.demo.allowed import allow
from kaveri.demo.histories import History, history_of
from kaveri.demo.places import Places
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.coordination.models import Member, Wait
from kaveri.steps.planning.models import (
    Approval,
    FollowUp,
    Goal,
    OwnWords,
    Plan,
    PlanRow,
    PlanVersion,
)

CHUNK = 500
# In the order in which rows may be written.
TABLES: tuple[Any, ...] = (
    Client,
    Case,
    StateChange,
    Responsibility,
    Contact,
    ContactAttempt,
    Relation,
    Wait,
    Task,
    ClientNotice,
    Entry,
    WorkAbility,
    Consent,
    ConsentParty,
    Member,
    Plan,
    OwnWords,
    Goal,
    PlanRow,
    FollowUp,
    PlanVersion,
    Approval,
)


def make_clients(
    number: int, *, chance: random.Random, places: Places, coordinators: dict[str, list[Account]]
) -> None:
    """So many invented people, each with a case and its history, spread over the county."""
    weights = [places.weight(key) for key in coordinators]
    taken: set[str] = set()
    today = clock.today()
    for start in range(0, number, CHUNK):
        made = []
        for order in range(start, min(start + CHUNK, number)):
            team = chance.choices(list(coordinators), weights=weights)[0]
            manager = coordinators[team][order % len(coordinators[team])]
            history = history_of(
                order,
                chance=chance,
                places=places,
                team=team,
                manager=manager,
                taken=taken,
                today=today,
            )
            allow(history)
            made.append(history)
        _write(made)
    count_references()


def _write(histories: Sequence[History]) -> None:
    rows: dict[Any, list[Any]] = {table: [] for table in TABLES}
    for history in histories:
        for row in history.rows:
            rows[type(row)].append(row)
    for table, found in rows.items():
        _bulk(table, found)


def _bulk(table: Any, rows: Iterable[Any]) -> None:
    table.objects.bulk_create(rows, batch_size=CHUNK)


def count_references() -> None:
    """Let the series go on after the references given in bulk."""
    for prefix, table in (("K", Case), ("Y", Contact)):
        last: dict[int, int] = {}
        for reference in table.objects.values_list("reference", flat=True):
            year, number = map(int, reference.split("-")[1:])
            last[year] = max(last.get(year, 0), number)
        for year, number in last.items():
            Series.objects.update_or_create(prefix=prefix, year=year, defaults={"last": number})
