"""From a relation and a ground to a filter: access.md §2 and §3, item by item, now."""

from collections.abc import Callable

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from kaveri.casebook.cases.domain import Act, Grant, RelationKind, kinds_with
from kaveri.casebook.cases.models import Relation
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor

_PERSONAL = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})


def current() -> Q:
    """Relations in force at this moment; a closed one is gone at the next request."""
    moment = clock.now()
    return Q(from_at__lte=moment) & (Q(until_at=None) | Q(until_at__gt=moment))


def own_ground(actor: Actor, home: str = "") -> Q:
    """Ground `own`: the actor acts for the item's controller and register."""
    if actor.organisation_id is None:
        return NOTHING
    return Q(**{f"{home}controller_id": actor.organisation_id, f"{home}register": actor.register})


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
    full, personal, owning = _groups(act)

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        mine = Relation.objects.filter(current(), account_id=actor.account_id)
        near = _near(case, contact)
        allowed = near(mine.filter(kind__in=full)) & own_ground(actor, home) if full else NOTHING
        if RelationKind.SELF in personal:
            allowed |= near(mine.filter(kind=RelationKind.SELF))
        if RelationKind.REPRESENTATIVE in personal:
            allowed |= near(_within_scope(mine, home, category))
        if owning and own is not None:
            allowed |= near(mine.filter(kind__in=owning)) & own(actor)
        return allowed

    return Rule(f"by relation: {act}", rows, lambda _actor: False, act)


def _groups(
    act: Act,
) -> tuple[frozenset[RelationKind], frozenset[RelationKind], frozenset[RelationKind]]:
    yes = kinds_with(act, Grant.YES)
    return yes - _PERSONAL, yes & _PERSONAL, kinds_with(act, Grant.OWN)


def _near(case: str | None, contact: str | None) -> Callable[[QuerySet[Relation]], Q]:
    def near(relations: QuerySet[Relation]) -> Q:
        found = NOTHING
        if case is not None:
            found |= Q(Exists(relations.filter(case_id=OuterRef(case))))
        if contact is not None:
            found |= Q(Exists(relations.filter(contact_id=OuterRef(contact))))
        return found

    return near


def _within_scope(mine: QuerySet[Relation], home: str, category: str) -> QuerySet[Relation]:
    wanted = Concat(Value(" "), OuterRef(f"{home}{category}"), Value(" "))
    return (
        mine.filter(kind=RelationKind.REPRESENTATIVE)
        .annotate(wanted=wanted)
        .filter(Q(scope="") | Q(scope__contains=F("wanted")))
    )
