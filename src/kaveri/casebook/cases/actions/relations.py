"""From a relation and a ground to a filter: access.md §2 and §3, item by item, now."""

from collections.abc import Callable, Iterable
from functools import cache

from django.db.models import CharField, DateField, DateTimeField, Q, UUIDField, Value

from kaveri.casebook.cases.actions.grounds import ASKED, OWN, OWN_GROUND, any_ground, said_ground
from kaveri.casebook.cases.domain import Act, Grant, RelationKind, kinds_with
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.access.written import Written
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor

_PERSONAL = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})


def current() -> Q:
    """Relations in force at this moment; a closed one is gone at the next request."""
    moment = clock.now()
    return Q(from_at__lte=moment) & (Q(until_at=None) | Q(until_at__gt=moment))


def by_relation(
    act: Act,
    *,
    case: str | None = "case_id",
    contact: str | None = None,
    home: str = "",
    category: str = "category",
    own: Callable[[Actor], Q] | None = None,
) -> Rule:
    """The rule of one row of access.csv, for rows that reach a case or a contact by these columns.

    `home` is the path to the columns controller and register; `category` the column that a
    representative's scope is held against; `own` finds what the actor wrote, is responsible for
    or was asked (its ground stands on the row that asked).
    """
    columns = {
        "row": "pk",
        "controller": f"{home}controller_id",
        "register": f"{home}register",
        "service_task": f"{home}service_task",
        "category": f"{home}{category}",
    }
    paths = {"case": case, "contact": contact}
    columns |= {name: path for name, path in paths.items() if path}
    reaches = tuple(name for name, path in paths.items() if path)

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        values = values_of(actor)
        text = _allowed(act, reaches, actor.register if actor.organisation_id else None)
        allowed = Q(Written(text, columns=columns, values=values)) if text else NOTHING
        owning = kinds_with(act, Grant.OWN)
        if owning and own is not None:
            near = _near_own(reaches, owning)
            allowed |= Q(Written(near, columns=columns, values=values)) & own(actor)
        return allowed

    def ground(actor: Actor) -> Written:
        text = _said(act, reaches, actor.register if actor.organisation_id else None)
        return Written(text, columns=columns, values=values_of(actor), kind=CharField())

    return Rule(f"by relation: {act}", rows, lambda _actor: False, act, ground)


def with_ground(act: Act) -> Callable[[Actor], Q]:
    """Rows of a case that the actor has a ground for now: what somebody was asked is theirs only so long."""

    def rows(actor: Actor) -> Q:
        if actor.organisation_id is None:
            return NOTHING
        names = ("case_id", "controller_id", "register", "service_task", "category")
        columns = {"row": "pk", "case": "case_id"} | {
            name.removesuffix("_id"): name for name in names
        }
        ground = any_ground(act, actor.register)
        return Q(Written(ground, columns=columns, values=values_of(actor)))

    return rows


def values_of(actor: Actor) -> dict[str, Value]:
    return {
        "me": Value(actor.account_id, output_field=UUIDField()),
        "my_organisation": Value(actor.organisation_id, output_field=UUIDField()),
        "my_register": Value(actor.register),
        "moment": Value(clock.now(), output_field=DateTimeField()),
        "today": Value(clock.today(), output_field=DateField()),
    }


@cache
def _allowed(act: Act, reaches: tuple[str, ...], register: str | None) -> str:
    """The condition as SQL; `register` is the viewer's, None for who acts for no controller."""
    yes = kinds_with(act, Grant.YES)
    ways = []
    if register is not None and yes - _PERSONAL:
        # What is not about a case yet belongs to those who received it.
        ground = any_ground(act, register) if "case" in reaches else OWN_GROUND
        ways.append(f"({_near(reaches, yes - _PERSONAL)} AND {ground})")
    if RelationKind.SELF in yes:
        ways.append(_near(reaches, [RelationKind.SELF]))
    if RelationKind.REPRESENTATIVE in yes:
        ways.append(_near(reaches, [RelationKind.REPRESENTATIVE], _WITHIN_SCOPE))
    return " OR ".join(ways)


@cache
def _said(act: Act, reaches: tuple[str, ...], register: str | None) -> str:
    """On which ground a permitted row is shown, as SQL."""
    if register is None:
        self_ = _near(reaches, [RelationKind.SELF])
        another = _near(reaches, [RelationKind.REPRESENTATIVE], _WITHIN_SCOPE)
        return (
            f"CASE WHEN {self_} THEN 'self' WHEN {another} THEN 'representative' ELSE '{ASKED}' END"
        )
    if "case" in reaches:
        return said_ground(act, register)
    return f"CASE WHEN {OWN_GROUND} THEN '{OWN}' ELSE '{ASKED}' END"


# Categories a representative is limited to, each between spaces; empty means all.
_WITHIN_SCOPE = " AND (r.scope = '' OR r.scope LIKE '%% ' || {category} || ' %%')"


def _near_own(reaches: Iterable[str], kinds: frozenset[RelationKind]) -> str:
    """A representative's own rows lie within their scope as well."""
    others = kinds - {RelationKind.REPRESENTATIVE}
    ways = [_near(reaches, others)] if others else []
    if RelationKind.REPRESENTATIVE in kinds:
        ways.append(_near(reaches, [RelationKind.REPRESENTATIVE], _WITHIN_SCOPE))
    return f"({' OR '.join(ways)})"


def _near(reaches: Iterable[str], kinds: Iterable[RelationKind], also: str = "") -> str:
    """The viewer stands in one of these relations to the row's case or contact now."""
    named = ", ".join(f"'{kind}'" for kind in sorted(kinds))
    ways = [
        f"""EXISTS (
  SELECT 1 FROM cases_relation r
  WHERE r.account_id = {{me}} AND r.{to}_id = {{{to}}} AND r.kind IN ({named})
   AND r.from_at <= {{moment}} AND (r.until_at IS NULL OR r.until_at > {{moment}}){also})"""
        for to in reaches
    ]
    return f"({' OR '.join(ways)})"
