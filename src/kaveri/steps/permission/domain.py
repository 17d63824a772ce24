"""What giving, narrowing and withdrawing change for whom: rules over facts, before anything is done."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.consent.domain import (
    ALWAYS_NAMED,
    Given,
    Life,
    Party,
    obstacles_to_consent,
    purposes_for,
)
from kaveri.casebook.records.domain import Category, Register

# How long a consent holds when nobody says otherwise (Kaveri's default, to be checked by the county).
USUAL_MONTHS = 12


class PermissionObstacle(StrEnum):
    """Why something cannot be allowed, changed or taken back like this."""

    CASE_ENDED = "case_ended"
    BY_CLIENT_ONLY = "by_client_only"
    NOT_A_PARTY = "not_a_party"
    OUTSIDE_SCOPE = "outside_scope"
    NOT_THEIR_REPRESENTATIVE = "not_their_representative"
    ENDED_ALREADY = "ended_already"
    BEGINS_LATER = "begins_later"
    NOTHING_CHANGED = "nothing_changed"
    PERIOD_WRONG = "period_wrong"
    NOT_WITHDRAWN = "not_withdrawn"
    TOLD_ALREADY = "told_already"
    GIVEN_IN_THE_FUTURE = "given_in_the_future"
    PAPER_WITHOUT_PLACE = "paper_without_place"
    SCAN_IS_NO_PICTURE = "scan_is_no_picture"
    SCAN_IS_THERE = "scan_is_there"
    NOT_ON_PAPER = "not_on_paper"


class ToldHow(StrEnum):
    """How a party came to know that the consent is withdrawn."""

    SERVICE = "service"
    PHONE = "phone"
    LETTER = "letter"
    SECURE_MAIL = "secure_mail"
    MEETING = "meeting"
    WAS_TOLD_FIRST = "was_told_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A consent as it is written down, before it is one."""

    parties: tuple[Party, ...]
    categories: frozenset[str]
    purposes: frozenset[str]
    given: Given
    given_on: dt.date
    from_on: dt.date
    until_on: dt.date | None
    purpose_words: str = ""
    stored_where: str = ""
    language: str = "sv"
    representative_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What one consent opens: between whom, which kinds, what for."""

    parties: frozenset[Party]
    categories: frozenset[str]
    purposes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Flow:
    """One party sees one kind of information of another, for one purpose."""

    reader: Party
    home: Party
    category: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What stands near the person today: who works on the case, what is open, which permits hold."""

    case_home: Party
    # Somebody with an account on the case, and for whom they act.
    people: tuple[tuple[UUID, Party], ...] = ()
    # Open tasks and whose they are; open referrals and to whom they went.
    tasks: tuple[tuple[UUID, UUID], ...] = ()
    referrals: tuple[tuple[UUID, Party], ...] = ()
    permitted_sectors: frozenset[str] = frozenset()
    # Meetings to come with the case on the agenda.
    meetings: tuple["Hearing", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A meeting to come: who would hear of the client, and of what."""

    starts_at: dt.datetime
    parties: frozenset[Party]
    categories: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What is no longer so from the moment it takes effect."""

    # Which kinds each party will no longer see, and for what it will no longer be used.
    no_longer: dict[Party, frozenset[str]] = field(default_factory=dict)
    not_for: dict[Party, frozenset[str]] = field(default_factory=dict)
    # Those who can no longer open the case, their tasks, and the referrals that lose their ground.
    leave: tuple[UUID, ...] = ()
    tasks: tuple[UUID, ...] = ()
    referrals: tuple[UUID, ...] = ()
    # When the meetings are that lose their ground.
    meetings: tuple[dt.datetime, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nobody sees less than before."""
        return not (self.no_longer or self.not_for)


def flows(opened: Iterable[Opened]) -> set[Flow]:
    """Who sees what of whom under these consents; one's own register needs none."""
    return {
        Flow(reader, home, category, purpose)
        for one in opened
        for reader in one.parties
        for home in one.parties - {reader}
        for category in one.categories | ALWAYS_NAMED
        for purpose in one.purposes
    }


def consequences(
    before: Iterable[Opened], after: Iterable[Opened], situation: Situation
) -> Consequences:
    """What the parties lose when these consents give way to those; permits and the own register stay."""
    had = {flow for flow in flows(before) if not _permitted(flow, situation.permitted_sectors)}
    has = {flow for flow in flows(after) if not _permitted(flow, situation.permitted_sectors)}
    no_longer: dict[Party, set[str]] = {}
    not_for: dict[Party, set[str]] = {}
    still = {(flow.reader, flow.home, flow.category) for flow in has}
    purposes = {(flow.reader, flow.purpose) for flow in has}
    for flow in had - has:
        if (flow.reader, flow.home, flow.category) not in still:
            no_longer.setdefault(flow.reader, set()).add(flow.category)
        # The county itself works by its own duties, whatever the client allows.
        elif flow.reader != situation.case_home and (flow.reader, flow.purpose) not in purposes:
            not_for.setdefault(flow.reader, set()).add(flow.purpose)
    out = _opens_case(had, situation) - _opens_case(has, situation)
    leave = tuple(account for account, party in situation.people if party in out)
    return Consequences(
        no_longer={party: frozenset(kinds) for party, kinds in no_longer.items()},
        not_for={party: frozenset(uses) for party, uses in not_for.items()},
        leave=leave,
        tasks=tuple(task for task, owner in situation.tasks if owner in set(leave)),
        referrals=tuple(row for row, party in situation.referrals if party in out),
        meetings=tuple(
            meeting.starts_at
            for meeting in situation.meetings
            if _heard(had, meeting, situation) - _heard(has, meeting, situation)
        ),
    )


def _heard(seen: Iterable[Flow], meeting: Hearing, situation: Situation) -> set[tuple[Party, str]]:
    """Which party may hear of which kind of information at the meeting."""
    covering = {str(purpose) for purpose in purposes_for(Act.TEAM_MINUTES_READ)}
    return {
        (flow.reader, flow.category)
        for flow in seen
        if flow.home == situation.case_home
        and flow.reader in meeting.parties
        and flow.category in meeting.categories
        and flow.purpose in covering
    }


def _permitted(flow: Flow, sectors: Collection[str]) -> bool:
    return flow.home.register == flow.reader.register and flow.home.register in sectors


def _opens_case(seen: Iterable[Flow], situation: Situation) -> set[Party]:
    return {
        flow.reader
        for flow in seen
        if flow.home == situation.case_home and flow.category == Category.IDENTITY_CONTACT
    }


def obstacles_to_draft(
    draft: Draft,
    *,
    case_open: bool,
    case_home: Party,
    today: dt.date,
    by_client: bool,
    scope: Collection[str] = (),
) -> list[StrEnum]:
    """Every reason this consent cannot be taken down; `scope` is the representative's, empty means all."""
    checks = {
        PermissionObstacle.CASE_ENDED: not case_open,
        PermissionObstacle.BY_CLIENT_ONLY: draft.given is Given.ELECTRONIC and not by_client,
        PermissionObstacle.NOT_A_PARTY: case_home not in draft.parties,
        PermissionObstacle.OUTSIDE_SCOPE: bool(scope)
        and not draft.categories - ALWAYS_NAMED <= set(scope),
    }
    own: list[StrEnum] = [obstacle for obstacle, stands in checks.items() if stands]
    return own + list(
        obstacles_to_consent(
            parties=draft.parties,
            categories=draft.categories,
            purposes=draft.purposes,
            given=draft.given,
            given_on=draft.given_on,
            from_on=draft.from_on,
            until_on=draft.until_on,
            today=today,
            purpose_words=draft.purpose_words,
            stored_where=draft.stored_where,
        )
    )


def obstacles_to_replacing(
    life: Life, draft: Draft, opened: Opened, until_on: dt.date | None, *, today: dt.date
) -> list[PermissionObstacle]:
    """Every reason a newer consent cannot take this one's place: it begins at once, and differs."""
    same = (
        frozenset(draft.parties) == opened.parties
        and draft.categories | ALWAYS_NAMED == opened.categories | ALWAYS_NAMED
        and draft.purposes == opened.purposes
        and draft.until_on == until_on
    )
    checks = {
        PermissionObstacle.ENDED_ALREADY: life in {Life.WITHDRAWN, Life.REPLACED},
        PermissionObstacle.BEGINS_LATER: draft.from_on > today,
        PermissionObstacle.NOTHING_CHANGED: same,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_withdrawing(life: Life) -> list[PermissionObstacle]:
    """What does not hold, and will not, cannot be taken back."""
    holds = life in {Life.VALID, Life.COMING}
    return [] if holds else [PermissionObstacle.ENDED_ALREADY]


def obstacles_to_paper(
    *,
    case_open: bool,
    given: Given,
    given_on: dt.date,
    from_on: dt.date,
    until_on: dt.date | None,
    stored_where: str,
    today: dt.date,
) -> list[PermissionObstacle]:
    """Every reason a permit or a prohibition cannot be taken down by staff."""
    checks = {
        PermissionObstacle.CASE_ENDED: not case_open,
        PermissionObstacle.BY_CLIENT_ONLY: given is Given.ELECTRONIC,
        PermissionObstacle.GIVEN_IN_THE_FUTURE: given_on > today,
        PermissionObstacle.PERIOD_WRONG: until_on is not None and until_on < max(from_on, today),
        PermissionObstacle.PAPER_WITHOUT_PLACE: given is Given.PAPER and not stored_where.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def usual_end(from_on: dt.date) -> dt.date:
    """A year, less a day; both days are included."""
    year = from_on.year + USUAL_MONTHS // 12
    day = 28 if (from_on.month, from_on.day) == (2, 29) else from_on.day
    return dt.date(year, from_on.month, day) - dt.timedelta(days=1)


def registers_of(kind: str) -> tuple[Register, ...]:
    """The registers an organisation keeps: a county two, everybody else one (access.md §1)."""
    return (Register.SOCIAL, Register.HEALTH) if kind == "county" else (Register.OWN,)


def by_the_client(draft: Draft, today: dt.date) -> Draft:
    """The same, given now on the client's own pages."""
    kept: dict[str, Any] = {"given": Given.ELECTRONIC, "given_on": today, "stored_where": ""}
    return replace(draft, **kept)
