"""Parts of cases that have ended, and who sees to a case whose case manager may no longer open it."""

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.directory.selectors import worker_on_duty
from kaveri.foundation.accounts import selectors as people
from kaveri.steps.coordination.domain import ENDED_PART_DAYS
from kaveri.steps.coordination.models import EndedPart
from kaveri.steps.coordination.selectors.carriers import has_ground, pairs

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.accounts.models import Account


def ended_parts(today: dt.date) -> QuerySet[EndedPart]:
    """What is still told of parts that have ended, newest first; narrow by permission before use."""
    since = today - dt.timedelta(days=ENDED_PART_DAYS)
    return EndedPart.objects.filter(ended_on__gt=since).order_by("-ended_on", "reference")


def who_sees_to(case: "Case", *, without: Collection[UUID] = ()) -> "Account | None":
    """Who agrees on another case manager: the pair, else whoever is on duty where the record is kept."""
    units = people.units().filter(organisation_id=case.controller_id, register=case.register)
    ids = [case.unit_id, *units.order_by("name_sv", "id").values_list("id", flat=True)]
    near = [relation.account_id for relation in pairs(case.id)]
    for account_id in (*near, *(worker_on_duty(unit_id) for unit_id in ids)):
        account = people.professionals().filter(pk=account_id).first() if account_id else None
        if account is not None and account.id not in without and has_ground(account, case):
            return account
    return None
