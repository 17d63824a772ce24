"""Actions, rules and the one table they are declared in.

An app lists its use cases as an `Action` enum and calls `declare(RULES)` from `actions.py`.
A rule answers one question in two forms: as a filter (`rows`) and, for acts that need no
row, as a yes or no (`at_all`). Nothing is granted by default.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import BooleanField, ExpressionWrapper, Model, Q, QuerySet, Value

from kaveri.foundation.base.actor import Actor, Role

M = TypeVar("M", bound=Model)

NOTHING = Q(pk__in=[])
# Not an empty Q: joined by `or` with nothing, that would vanish.
EVERYTHING = ~NOTHING


class Action(StrEnum):
    """A use case, named `app.thing.verb`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to be allowed: `rows` filters, `at_all` answers when there is no row yet.

    `act` names the row of access.csv the rule implements, or says in words why none does.
    `ground` is the column that says on which ground a permitted row is shown, for the log.
    """

    says: str
    rows: Callable[[Actor], Q]
    at_all: Callable[[Actor], bool]
    act: str = ""
    ground: Callable[[Actor], Any] | None = None


# The column that a row carries its ground in.
GROUND = "seen_on_ground"
A = TypeVar("A", bound=Action)
_TABLE: dict[Action, tuple[Rule, ...]] = {}


def declare(rules: Mapping[A, Iterable[Rule]]) -> None:
    """Add an app's use cases to the one table; the same action twice is a mistake."""
    for action, ways in rules.items():
        if action in _TABLE:
            raise ValueError(f"{action} is declared twice")
        _TABLE[action] = tuple(ways)


def forget(action: Action) -> None:
    """Take an action out of the table again: for tests that declare their own."""
    del _TABLE[action]


def table() -> Mapping[Action, tuple[Rule, ...]]:
    """The whole declared table, for the printed matrix and the tests."""
    return dict(_TABLE)


def permitted(rows: QuerySet[M], action: Action, actor: Actor) -> QuerySet[M]:
    """Only the rows this actor may carry out the action on."""
    allowed = _allowed(action, actor)
    return rows if allowed is None else rows.filter(allowed)


def saying_ground(rows: QuerySet[M], action: Action, actor: Actor) -> QuerySet[M]:
    """The same rows, each with the ground on which it is shown: read with the row itself."""
    says = next((rule.ground for rule in _TABLE[action] if rule.ground), None)
    if says is None:
        return rows
    grounded: QuerySet[M] = rows.annotate(**{GROUND: says(actor)})
    return grounded


def ground_of(row: Model) -> str:
    """The ground that a row was read with; empty where its rule has none."""
    return str(getattr(row, GROUND, ""))


def marked(rows: QuerySet[M], action: Action, actor: Actor, name: str) -> QuerySet[M]:
    """All the rows, each with a column that says whether it is permitted.

    For what is counted on whole but shown in part: one question to the database instead of two.
    """
    allowed = _allowed(action, actor)
    column = (
        Value(value=True)
        if allowed is None
        else ExpressionWrapper(allowed, output_field=BooleanField())
    )
    shown: QuerySet[M] = rows.annotate(**{name: column})
    return shown


def _allowed(action: Action, actor: Actor) -> Q | None:
    """The filter of an action; None when it leaves everything."""
    ways = [rule.rows(actor) for rule in _TABLE[action]]
    # An empty Q gives way to whatever it is joined with; "everything" must not.
    if EVERYTHING in ways:
        return None
    allowed = NOTHING
    for way in ways:
        allowed |= way
    return allowed


def may(action: Action, actor: Actor) -> bool:
    """Whether the actor may carry out an action that starts without a row."""
    return any(rule.at_all(actor) for rule in _TABLE[action])


def anyone(says: str = "anyone, also without an account") -> Rule:
    """Open to everybody: public pages and the public form."""
    return Rule(says, lambda _actor: EVERYTHING, lambda _actor: True)


def with_role(*roles: Role) -> Rule:
    """Open by role: for what no client's data is read in."""
    wanted = frozenset(roles)
    return Rule(
        "role: " + ", ".join(roles),
        lambda actor: EVERYTHING if actor.roles & wanted else NOTHING,
        lambda actor: bool(actor.roles & wanted),
    )


def by_job(name: str) -> Rule:
    """Open to one named job."""
    return Rule(
        f"job: {name}",
        lambda actor: EVERYTHING if actor.job == name else NOTHING,
        lambda actor: actor.job == name,
    )


def is_the_person(field: str) -> Rule:
    """Open to the account this column names."""

    def rows(actor: Actor) -> Q:
        return Q(**{field: actor.account_id}) if actor.account_id else NOTHING

    return Rule(f"the person in {field}", rows, lambda _actor: False)


def manages_unit(field: str) -> Rule:
    """Open to the manager of the unit this column names."""

    def rows(actor: Actor) -> Q:
        return (
            Q(**{f"{field}__in": list(actor.managed_unit_ids)})
            if actor.managed_unit_ids
            else NOTHING
        )

    return Rule(f"manager of the unit in {field}", rows, lambda actor: bool(actor.managed_unit_ids))
