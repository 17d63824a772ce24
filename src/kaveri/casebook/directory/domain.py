"""The headings of a definition card, and who on a duty list receives what arrives."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.foundation.base.actor import Role


class CardHeading(StrEnum):
    """The definition card's headings (handbook, "Definitionskort")."""

    CHOOSE_WHEN = "choose_when"
    DEFINITION = "definition"
    TARGET_GROUP = "target_group"
    AIM = "aim"
    CONTENT = "content"
    MEMBERS = "members_and_tasks"
    HOW_TO_COME = "how_to_come"
    PRACTICAL = "practical"
    TOOLS = "tools_and_forms"
    USUAL_WAIT = "usual_wait"


class AccountObstacle(StrEnum):
    """Why an account cannot be made like this."""

    NAME_MISSING = "name_missing"
    USERNAME_TAKEN = "username_taken"
    NOT_A_WORKERS_ROLE = "not_a_workers_role"


# What somebody can be given by whoever keeps the accounts; clients come another way.
WORKERS_ROLES = (
    Role.PROFESSIONAL,
    Role.MANAGER,
    Role.EDITOR,
    Role.PRIVACY_OFFICER,
    Role.ADMINISTRATOR,
)


def obstacles_to_account(*, names: Iterable[str], taken: bool, role: Role) -> list[AccountObstacle]:
    """Every reason the account cannot be made."""
    checks = {
        AccountObstacle.NAME_MISSING: not all(name.strip() for name in names),
        AccountObstacle.USERNAME_TAKEN: taken,
        AccountObstacle.NOT_A_WORKERS_ROLE: role not in WORKERS_ROLES,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


class RenewalObstacle(StrEnum):
    """Why somebody is not given a new first password."""

    OWN_ACCOUNT = "own_account"


def obstacles_to_renewal(*, own: bool) -> list[RenewalObstacle]:
    """Nobody hands themself a password: they change the one they have."""
    return [RenewalObstacle.OWN_ACCOUNT] if own else []


class DutyObstacle(StrEnum):
    """Why a duty list cannot look like this."""

    NOT_OF_THE_UNIT = "not_of_the_unit"
    ENDS_TOO_EARLY = "ends_too_early"
    NOBODY_LEFT = "nobody_left"


@dataclass(frozen=True, slots=True)
class Span:
    """From a day until a day, both included; without an end it goes on."""

    from_on: dt.date
    until_on: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the day lies within."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def day_without(spans: Iterable[Span], *, today: dt.date) -> dt.date | None:
    """The first day, today or later, on which the list has nobody; None when there is none."""
    held = list(spans)
    ends = [span.until_on + dt.timedelta(days=1) for span in held if span.until_on]
    for day in sorted({today, *(end for end in ends if end > today)}):
        if not any(span.covers(day) for span in held):
            return day
    return None


def obstacles_to_duty(
    *,
    works_there: bool,
    from_on: dt.date,
    until_on: dt.date | None,
    before: Iterable[Span],
    after: Iterable[Span],
    today: dt.date,
) -> list[DutyObstacle]:
    """Every reason the line cannot be written: the whole list as it is, and as it would be then."""
    too_early = until_on is not None and (until_on < from_on or until_on < today)
    empty, was_empty = day_without(after, today=today), day_without(before, today=today)
    emptied = empty is not None and (was_empty is None or empty < was_empty)
    checks = {
        DutyObstacle.NOT_OF_THE_UNIT: not works_there,
        DutyObstacle.ENDS_TOO_EARLY: too_early,
        DutyObstacle.NOBODY_LEFT: emptied and not too_early,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a duty list, with what is known of the worker that day."""

    account_id: UUID
    place: int
    is_active: bool
    substitute_id: UUID | None = None
    is_away: bool = False
    from_on: dt.date | None = None


def on_duty(turns: Iterable[Turn]) -> UUID | None:
    """The first active worker who is present; else the substitute of the first who is away."""
    in_order = sorted((turn for turn in turns if turn.is_active), key=lambda turn: turn.place)
    for turn in in_order:
        if not turn.is_away:
            return turn.account_id
    for turn in in_order:
        if turn.substitute_id:
            return turn.substitute_id
    return in_order[0].account_id if in_order else None
