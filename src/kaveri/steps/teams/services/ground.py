"""Whether everybody who would hear of a case has a ground: asked on adding, and again at opening."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.actions import Allowed
from kaveri.casebook.cases.domain import Act
from kaveri.casebook.records.models import Homed
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.steps.teams.domain import Missing, touched


@dataclass(frozen=True, slots=True)
class _Touched:
    """One kind of information about the case, as a ground is asked of it."""

    controller_id: UUID
    register: str
    service_task: str
    category: str


def missing_ground(
    case: Homed,
    client_id: UUID,
    who: Iterable[Account],
    categories: Iterable[str],
    act: Act = Act.TEAM_MINUTES_READ,
) -> list[Missing]:
    """Which party may not know of which category; nothing when they may all hear of the case."""
    wanted = touched(categories)
    found: dict[Missing, None] = {}
    for account in who:
        allowed = Allowed(people.actor_of(account), act, client_id)
        for category in wanted:
            if not allowed.ground(_item(case, category)):
                found[Missing(account.organisation_id, account.register, category)] = None  # type: ignore[arg-type]
    return list(found)


def _item(case: Any, category: str) -> _Touched:
    return _Touched(case.controller_id, case.register, case.service_task, category)
