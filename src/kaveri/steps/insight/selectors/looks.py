"""The log about one person, hour by hour, with the names of those who looked."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.audit import selectors as audit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.steps.insight.domain.looks import Line, Touch, merged, told_within
from kaveri.steps.insight.selectors.covered import covered, kept_from

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.accounts.models import Account, Organisation
    from kaveri.foundation.audit.models import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoice:
    """Somebody who has looked, to narrow the list by."""

    account_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """A page of the log."""

    lines: list[Line]
    accounts: "dict[UUID, Account]"
    organisations: "dict[UUID, Organisation]"


def events_of(
    actor: Actor, case: "Case", *, first_on: dt.date, last_on: dt.date
) -> "QuerySet[Event]":
    """What touched the client from one day to another, both included; the client's own looks left out.

    A representative is told of what their document covers.
    """
    own = case.client.account_id
    left_out = {*([own] if own else []), *kept_from(actor, case, [case.id])}
    return audit.about(
        case.client_id,
        since=clock.start_of(first_on),
        until=clock.start_of(last_on + dt.timedelta(days=1)),
        but_not=left_out,
        actions=None if actor.account_id == own else _told_to(actor, case.id),
    )


def log_page(
    events: "QuerySet[Event]", *, account_id: UUID | None, offset: int, size: int
) -> tuple[LogView, int]:
    """One page, the newest hour first, and how many lines there are in all."""
    if account_id is not None:
        events = events.filter(account_id=account_id)
    hours = audit.hours(events)
    total = hours.count()
    # Past the end is the last page, as the pager has it.
    offset = min(offset, max(0, (total - 1) // size * size))
    found = list(hours[offset : offset + size])
    wanted = {_key(row) for row in found}
    rows = audit.within(events, [row["hour"] for row in found])
    touches = [_touch(row) for row in rows if _key(row) in wanted]
    return _named(merged(touches)), total


def log_lines(events: "QuerySet[Event]") -> LogView:
    """Every line there is: for the report on paper."""
    return _named(merged(_touch(row) for row in audit.within(events)))


def those_who_looked(events: "QuerySet[Event]") -> list[PersonChoice]:
    """Everybody with an account who has looked, by name."""
    found = people.accounts().filter(id__in=audit.who(events))
    return [
        PersonChoice(account_id=account.id, name=account.full_name)
        for account in found.order_by("last_name", "first_name", "id")
    ]


def _told_to(actor: Actor, case_id: UUID) -> list[str] | None:
    """The use cases a representative is told of; None when the document names no categories."""
    codes = covered(actor, [case_id])
    return None if codes is None else told_within(policy.table(), codes)


def _named(lines: list[Line]) -> LogView:
    accounts = people.accounts().filter(id__in={line.account_id for line in lines})
    organisations = people.organisations().filter(id__in={line.organisation_id for line in lines})
    return LogView(
        lines=lines,
        accounts={account.id: account for account in accounts},
        organisations={each.id: each for each in organisations},
    )


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["hour"], row["account_id"], row["job"], row["organisation_id"])


def _touch(row: dict[str, Any]) -> Touch:
    return Touch(
        account_id=row["account_id"],
        job=row["job"],
        organisation_id=row["organisation_id"],
        hour=row["hour"],
        action=row["action"],
        outcome=row["outcome"],
        ground=row["shown_on"],
    )
