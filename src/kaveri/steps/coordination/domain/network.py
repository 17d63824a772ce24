"""The client's network: who belongs, where each stands, and what each sees now on which ground."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.consent.domain import Party, Purpose, sector_of
from kaveri.casebook.records.domain import Category

# How long the link of an invitation opens, and how long a member reads when the case has ended
# (access.md §2); the first is Kaveri's default.
INVITATION_DAYS = 14
MEMBER_READS_DAYS = 28
# How long a worker is told that their part of a case has ended, and by when it is agreed who carries a case
# whose case manager may no longer open it (Kaveri's defaults).
ENDED_PART_DAYS = 14
AGREE_WITHIN = 3


class MemberKind(StrEnum):
    """A worker with an account, a partner's worker without one, or somebody close to the client."""

    WORKER = "worker"
    PARTNER = "partner"
    SUPPORTER = "supporter"


class MemberState(StrEnum):
    """Where somebody stands in the network."""

    INVITED = "invited"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    GONE = "gone"


class Parting(StrEnum):
    """How somebody stopped being a member."""

    BY_CLIENT = "by_client"
    ON_WISH = "on_wish"
    LEFT = "left"
    CASE_ENDED = "case_ended"
    ACCOUNT_CLOSED = "account_closed"


class WishTold(StrEnum):
    """How the client said whom they want in their network, when a worker writes it down."""

    MEETING = "meeting"
    PHONE = "phone"
    MESSAGE = "message"
    PAPER = "paper"


class MemberObstacle(StrEnum):
    """Why somebody cannot be invited, answer, be limited or be removed like this."""

    CASE_NOT_OPEN = "case_not_open"
    WISH_MISSING = "wish_missing"
    NAME_MISSING = "name_missing"
    ROLE_MISSING = "role_missing"
    NOT_ACTIVE = "not_active"
    ALREADY_MEMBER = "already_member"
    STANDS_NEAR = "stands_near"
    IS_THE_CLIENT = "is_the_client"
    ADDRESS_MISSING = "address_missing"
    HAS_ACCOUNT = "has_account"
    NOT_INVITED = "not_invited"
    NOT_MEMBER = "not_member"
    NO_CATEGORY = "no_category"
    SEES_BY_OWN_REGISTER = "sees_by_own_register"
    SEES_NOTHING = "sees_nothing"
    GETS_ACCOUNT_FROM_COUNTY = "gets_account_from_county"
    NOBODY_CHOSEN = "nobody_chosen"


# What tells most of a person comes first: the row of a member carries the most telling one.
_TELLING = (
    Category.SUBSTANCE_USE,
    Category.CRIMINAL_SANCTIONS,
    Category.HEALTH,
    Category.SOCIAL_CARE,
    Category.ECONOMY_BENEFITS,
    Category.FUNCTIONING,
    Category.WORK_EDUCATION,
    Category.LIFE_SITUATION,
    Category.IDENTITY_CONTACT,
)
# Of an organisation nobody has described, nothing may be guessed: named one by one in a consent.
UNKNOWN_DISCLOSES = Category.HEALTH


def most_telling(codes: Iterable[str]) -> Category:
    """Which of these tells most of the person who is a client there."""
    known = [Category(code) for code in codes]
    return min(known, key=_TELLING.index) if known else UNKNOWN_DISCLOSES


def state_of(
    *,
    moment: dt.datetime,
    accepted_at: dt.datetime | None,
    declined_at: dt.datetime | None,
    removed_at: dt.datetime | None,
    link_until: dt.datetime | None = None,
    has_account: bool = True,
) -> MemberState:
    """Invited, accepted, said no or gone; an invitation by link lapses with its link."""
    if removed_at is not None and removed_at <= moment:
        return MemberState.GONE
    if declined_at is not None:
        return MemberState.DECLINED
    if accepted_at is not None:
        return MemberState.ACCEPTED
    if not has_account and link_until is not None and link_until <= moment:
        return MemberState.LAPSED
    return MemberState.INVITED


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitingFacts:
    """What is known of the one who is to be invited."""

    kind: MemberKind
    is_open: bool
    is_client_acting: bool
    wish_told: str
    name: str
    role: str
    email: str = ""
    is_active: bool = True
    is_member: bool = False
    stands_near: bool = False
    is_client: bool = False
    has_account: bool = False
    of_the_keeper: bool = False


def obstacles_to_inviting(facts: InvitingFacts) -> list[MemberObstacle]:
    """Every reason this person cannot be invited."""
    worker, partner = facts.kind is MemberKind.WORKER, facts.kind is MemberKind.PARTNER
    checks = {
        MemberObstacle.CASE_NOT_OPEN: not facts.is_open,
        MemberObstacle.WISH_MISSING: not (facts.is_client_acting or facts.wish_told),
        MemberObstacle.NAME_MISSING: not worker and not facts.name.strip(),
        MemberObstacle.ROLE_MISSING: not facts.role.strip(),
        MemberObstacle.NOT_ACTIVE: worker and not facts.is_active,
        MemberObstacle.ALREADY_MEMBER: facts.is_member,
        MemberObstacle.STANDS_NEAR: facts.stands_near,
        MemberObstacle.IS_THE_CLIENT: facts.is_client,
        MemberObstacle.ADDRESS_MISSING: partner and not facts.email.strip(),
        MemberObstacle.HAS_ACCOUNT: partner and facts.has_account,
        MemberObstacle.GETS_ACCOUNT_FROM_COUNTY: partner and facts.of_the_keeper,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_answering(state: MemberState, *, is_open: bool) -> list[MemberObstacle]:
    """Every reason the invitation cannot be answered."""
    checks = {
        MemberObstacle.CASE_NOT_OPEN: not is_open,
        MemberObstacle.NOT_INVITED: state is not MemberState.INVITED,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_parting(
    state: MemberState, *, is_client_acting: bool, wish_told: str
) -> list[MemberObstacle]:
    """Every reason somebody cannot be taken out; the client alone needs no reason."""
    there = state in {MemberState.INVITED, MemberState.LAPSED, MemberState.ACCEPTED}
    checks = {
        MemberObstacle.NOT_MEMBER: not there,
        MemberObstacle.WISH_MISSING: not (is_client_acting or wish_told),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_limiting(
    state: MemberState,
    *,
    categories: Collection[str],
    has_account: bool,
    is_own_register: bool,
    is_client_acting: bool,
    wish_told: str,
) -> list[MemberObstacle]:
    """Every reason nothing can be kept from this member; a limit never narrows a register of one's own."""
    there = state in {MemberState.INVITED, MemberState.ACCEPTED}
    checks = {
        MemberObstacle.NOT_MEMBER: not there,
        MemberObstacle.NO_CATEGORY: not categories,
        MemberObstacle.SEES_NOTHING: not has_account,
        MemberObstacle.SEES_BY_OWN_REGISTER: has_account and is_own_register,
        MemberObstacle.WISH_MISSING: not (is_client_acting or wish_told),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


# --- what a member sees now -------------------------------------------------------------------

OWN, PERMIT, CONSENT = "own", "permit", "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented:
    """A consent that holds now: between whom, about what, until when."""

    parties: frozenset[Party]
    categories: frozenset[str]
    purposes: frozenset[str]
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibited:
    """A prohibition that holds now; what is left empty is not narrowed by."""

    controller_id: UUID | None
    register: str
    service_task: str
    is_one_document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """A limit that holds now: from an account or from an organisation's register."""

    account_id: UUID | None
    organisation_id: UUID | None
    register: str
    categories: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """All that the client allows and has narrowed, as it stands now."""

    consents: tuple[Consented, ...] = ()
    permits: tuple[tuple[str, dt.date | None], ...] = ()
    prohibitions: tuple[Prohibited, ...] = ()
    limits: tuple[Limited, ...] = ()

    def kept_from(self, account_id: UUID | None, viewer: Party) -> frozenset[str]:
        """The categories that are kept from this account."""
        return frozenset(
            code
            for row in self.limits
            if (row.account_id is not None and row.account_id == account_id)
            or (
                row.organisation_id is not None
                and row.organisation_id == viewer.organisation_id
                and row.register in {"", viewer.register}
            )
            for code in row.categories
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One category that is shown: on which ground, until when (no day: until it is withdrawn)."""

    category: Category
    ground: str
    until_on: dt.date | None


def shown_to(
    *,
    account_id: UUID | None,
    viewer: Party,
    home: Party,
    service_task: str,
    now: InForce,
    purposes: Collection[str] = tuple(Purpose),
) -> list[Shown]:
    """What this account sees of the record now, category by category (access.md §3).

    `purposes` are those that cover the act asked about; any of them when nothing is said.
    """
    if viewer == home:
        return [Shown(category=code, ground=OWN, until_on=None) for code in Category]
    if any(_narrows(row, home, service_task) for row in now.prohibitions):
        return []
    kept = now.kept_from(account_id, viewer)
    found = []
    for code in Category:
        if code in kept:
            continue
        shown = _on_permit(code, viewer, home, now) or _on_consent(
            code, viewer, home, now, purposes
        )
        if shown:
            found.append(shown)
    return found


def _narrows(row: Prohibited, home: Party, service_task: str) -> bool:
    return (
        not row.is_one_document
        and row.controller_id in {None, home.organisation_id}
        and row.register in {"", home.register}
        and row.service_task in {"", service_task}
    )


def _on_permit(code: Category, viewer: Party, home: Party, now: InForce) -> Shown | None:
    sector = sector_of(viewer.register)
    days = [until for given, until in now.permits if given == sector]
    if not sector or home.register != sector or not days:
        return None
    return Shown(category=code, ground=PERMIT, until_on=_latest(days))


def _on_consent(
    code: Category, viewer: Party, home: Party, now: InForce, purposes: Collection[str]
) -> Shown | None:
    days = [
        row.until_on
        for row in now.consents
        if code in row.categories
        and {viewer, home} <= row.parties
        and not row.purposes.isdisjoint(purposes)
    ]
    return Shown(category=code, ground=CONSENT, until_on=_latest(days)) if days else None


def _latest(days: Iterable[dt.date | None]) -> dt.date | None:
    given = list(days)
    return None if None in given else max(day for day in given if day is not None)
