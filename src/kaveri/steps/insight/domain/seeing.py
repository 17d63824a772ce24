"""Who sees what about the client now, on which ground, until when: told from facts alone.

The same questions as `casebook.cases.actions` asks of each row, answered beforehand for whole
kinds of information; a test holds the two against each other.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.cases.domain import GRANTS, Act, Grant, RelationKind
from kaveri.casebook.consent.domain import Party, purposes_for, sector_of
from kaveri.casebook.records.domain import Category, ServiceTask

# What a page about a case reads; a purpose may cover some of it and not the rest.
READING = (
    Act.CASE_HEADER_READ,
    Act.CASE_ITEMS_READ,
    Act.ASSESSMENT_READ,
    Act.PLAN_READ,
)


class Ground(StrEnum):
    """On which ground somebody sees (access.md §3)."""

    OWN = "own"
    PERMIT = "permit"
    CONSENT = "consent"
    DOCUMENT = "document"
    ASKED = "asked"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Where a piece of information belongs."""

    controller_id: UUID
    register: str
    service_task: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFact:
    """A consent in force."""

    parties: frozenset[Party]
    categories: frozenset[str]
    purposes: frozenset[str]
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitFact:
    """A permit in force."""

    sector: str
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProhibitionFact:
    """A prohibition in force; what is empty is not narrowed by."""

    controller_id: UUID | None
    register: str
    service_task: str
    document_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitFact:
    """Kept from one person, or from one organisation and register."""

    account_id: UUID | None
    organisation_id: UUID | None
    register: str
    categories: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the client allows and narrows now."""

    consents: tuple[ConsentFact, ...] = ()
    permits: tuple[PermitFact, ...] = ()
    prohibitions: tuple[ProhibitionFact, ...] = ()
    limits: tuple[LimitFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Somebody near the case: for whom they act, how they stand, and until when."""

    account_id: UUID
    home: Party | None
    kinds: frozenset[RelationKind]
    until_on: dt.date | None = None
    scope: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One piece of information is shown: on which ground, until when at the latest."""

    ground: Ground
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody sees of one register: `categories` empty means all kinds."""

    ground: Ground
    holder: Party | None
    categories: tuple[str, ...] = ()
    until_on: dt.date | None = None
    # Something of these kinds is kept back by a prohibition.
    partly: bool = False


def reach_of(facts: Facts, viewer: Viewer, act: Act, item: Item) -> Reach | None:
    """Whether and on which ground the viewer's controller and register let an item be seen."""
    home, holder = viewer.home, Party(item.controller_id, item.register)
    if home is None:
        return None
    if home == holder:
        return Reach(ground=Ground.OWN, until_on=None)
    if _limited(facts, viewer, item.category) or _prohibited(facts, item):
        return None
    if home.register == holder.register and sector_of(holder.register):
        ends = [each.until_on for each in facts.permits if each.sector == holder.register]
        if ends:
            return Reach(ground=Ground.PERMIT, until_on=latest(ends))
    purposes = set(purposes_for(act))
    ends = [
        each.until_on
        for each in facts.consents
        if {home, holder} <= each.parties
        and item.category in each.categories
        and purposes & each.purposes
    ]
    return Reach(ground=Ground.CONSENT, until_on=latest(ends)) if ends else None


def sights(facts: Facts, viewer: Viewer, holders: Iterable[Party]) -> list[Sight]:
    """What the viewer sees now, register by register; empty when there is no ground for anything."""
    found: list[Sight] = []
    if RelationKind.REPRESENTATIVE in viewer.kinds:
        found.append(
            Sight(
                ground=Ground.DOCUMENT,
                holder=None,
                categories=_in_order(viewer.scope),
                until_on=viewer.until_on,
            )
        )
    acts = [act for act in READING if _granted(viewer, act, Grant.YES)]
    for holder in holders if acts else ():
        found += _of_holder(facts, viewer, acts, holder)
    if not found and _granted(viewer, Act.CASE_ITEMS_READ, Grant.OWN):
        found.append(Sight(ground=Ground.ASKED, holder=None, until_on=viewer.until_on))
    if RelationKind.EXPERT in viewer.kinds:
        found.append(
            Sight(
                ground=Ground.SHARED,
                holder=None,
                categories=_in_order(viewer.scope),
                until_on=viewer.until_on,
            )
        )
    return found


def sees_place(kind: RelationKind, *, has_a_task: bool) -> bool:
    """The gate of non-disclosure (access.md §3): the nearest; who stands in, with a task of their own."""
    if kind is RelationKind.SUBSTITUTE:
        return has_a_task
    return kind in {RelationKind.CASE_MANAGER, RelationKind.PAIR}


def opens_case(found: Iterable[Sight]) -> bool:
    """Whether somebody with these sights can open the case at all."""
    return any(
        sight.holder is not None
        and (not sight.categories or Category.IDENTITY_CONTACT in sight.categories)
        for sight in found
    )


def earliest(*days: dt.date | None) -> dt.date | None:
    """The first of these days; None is no end."""
    known = [day for day in days if day is not None]
    return min(known) if known else None


def latest(days: Collection[dt.date | None]) -> dt.date | None:
    """The last of these days; one without an end outlasts all."""
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _of_holder(facts: Facts, viewer: Viewer, acts: list[Act], holder: Party) -> Iterator[Sight]:
    if viewer.home == holder:
        yield Sight(ground=Ground.OWN, holder=holder, until_on=viewer.until_on)
        return
    by_end: dict[tuple[Ground, dt.date | None, bool], list[str]] = {}
    for category in Category:
        # A prohibition may hold one service task back and leave the others.
        reaches = [_best(facts, viewer, acts, holder, task, category) for task in ServiceTask]
        shown = [reach for reach in reaches if reach is not None]
        if shown:
            partly = len(shown) < len(reaches) or _holds_document(facts, holder)
            end = earliest(viewer.until_on, latest([reach.until_on for reach in shown]))
            by_end.setdefault((shown[0].ground, end, partly), []).append(category)
    for (ground, end, partly), codes in by_end.items():
        yield Sight(
            ground=ground,
            holder=holder,
            categories=() if len(codes) == len(Category) else tuple(codes),
            until_on=end,
            partly=partly,
        )


def _best(
    facts: Facts, viewer: Viewer, acts: list[Act], holder: Party, task: str, category: str
) -> Reach | None:
    item = Item(
        controller_id=holder.organisation_id,  # type: ignore[arg-type]
        register=holder.register,
        service_task=task,
        category=category,
    )
    found = [reach for act in acts if (reach := reach_of(facts, viewer, act, item))]
    if not found:
        return None
    return Reach(ground=found[0].ground, until_on=latest([reach.until_on for reach in found]))


def _granted(viewer: Viewer, act: Act, grant: Grant) -> bool:
    personal = {RelationKind.SELF, RelationKind.REPRESENTATIVE}
    return any(GRANTS[act][kind] is grant for kind in viewer.kinds - personal)


def _limited(facts: Facts, viewer: Viewer, category: str) -> bool:
    home = viewer.home
    return any(
        category in each.categories
        and (
            each.account_id == viewer.account_id
            or (
                home is not None
                and each.organisation_id is not None
                and each.organisation_id == home.organisation_id
                and each.register in {"", home.register}
            )
        )
        for each in facts.limits
    )


def _prohibited(facts: Facts, item: Item) -> bool:
    return any(
        each.document_id is None
        and each.controller_id in {None, item.controller_id}
        and each.register in {"", item.register}
        and each.service_task in {"", item.service_task}
        for each in facts.prohibitions
    )


def _holds_document(facts: Facts, holder: Party) -> bool:
    return any(
        each.document_id is not None
        and each.controller_id in {None, holder.organisation_id}
        and each.register in {"", holder.register}
        for each in facts.prohibitions
    )


def _in_order(codes: Collection[str]) -> tuple[str, ...]:
    return tuple(category for category in Category if category in codes)
