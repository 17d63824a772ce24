"""Consent, permit and prohibition: what each means, how long it lives, and what it covers."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.records.domain import Category, Register

# A consent that runs out within so many days is renewed in time (Kaveri's default).
RENEW_WITHIN_DAYS = 28
# Without these nobody could tell whose matter it is; every consent names them.
ALWAYS_NAMED = frozenset({Category.IDENTITY_CONTACT})


class Given(StrEnum):
    """How the client gave it; an oral consent covers one dealing only (domain.md §1.6)."""

    ELECTRONIC = "electronic"
    PAPER = "paper"
    ORAL = "oral"


class Purpose(StrEnum):
    """What the information may be used for."""

    SUPPORT = "support"
    PLAN = "plan"
    ASSESSMENT = "assessment"
    TEAM = "team"


class Life(StrEnum):
    """Where in its life a consent, a permit or a prohibition is."""

    COMING = "coming"
    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class LimitSource(StrEnum):
    """Where a limit was agreed: in the plan's section on who sees it, or in the network."""

    PLAN = "plan"
    NETWORK = "network"


class ConsentObstacle(StrEnum):
    """Why a consent cannot stand like this."""

    ONE_PARTY = "one_party"
    NO_CATEGORY = "no_category"
    NO_PURPOSE = "no_purpose"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    ENDED_ALREADY = "ended_already"
    ORAL_IS_ONE_DEALING = "oral_is_one_dealing"
    ORAL_WITHOUT_WORDS = "oral_without_words"
    PAPER_WITHOUT_PLACE = "paper_without_place"
    GIVEN_IN_THE_FUTURE = "given_in_the_future"


# What every purpose needs: to see whose case it is, who carries it and what comes next.
_WITH_EVERY = ("case.header.", "case.next_step.", "consent.")
# The acts of access.csv that a purpose covers, by how they begin; support covers every act.
_COVERED = {
    Purpose.SUPPORT: ("",),
    Purpose.PLAN: (*_WITH_EVERY, "plan.", "network.", "task."),
    Purpose.ASSESSMENT: (
        *_WITH_EVERY,
        "assessment.",
        "information.",
        "measure.",
        "statement.",
        "case.items.",
        "case.document.",
    ),
    Purpose.TEAM: (*_WITH_EVERY, "team.", "statement.", "special_team.", "case.items."),
}


@dataclass(frozen=True, slots=True)
class Party:
    """One of those between whom information may pass: a controller and its register."""

    organisation_id: object
    register: str


def purposes_for(act: str) -> list[Purpose]:
    """The purposes under which an act of access.csv may be carried out."""
    return [purpose for purpose, acts in _COVERED.items() if act.startswith(acts)]


def life_of(
    *,
    moment: dt.datetime,
    today: dt.date,
    from_on: dt.date,
    until_on: dt.date | None,
    withdrawn_at: dt.datetime | None,
    replaced_at: dt.datetime | None = None,
) -> Life:
    """Where in its life it is; both days are included, and withdrawn means from that moment."""
    if withdrawn_at is not None and withdrawn_at <= moment:
        return Life.WITHDRAWN
    if replaced_at is not None and replaced_at <= moment:
        return Life.REPLACED
    if from_on > today:
        return Life.COMING
    if until_on is not None and until_on < today:
        return Life.EXPIRED
    return Life.VALID


def renew_from(until_on: dt.date | None) -> dt.date | None:
    """The day from which it is time to ask the client again."""
    return until_on - dt.timedelta(days=RENEW_WITHIN_DAYS) if until_on else None


def obstacles_to_consent(
    *,
    parties: Collection[Party],
    categories: Collection[str],
    purposes: Collection[str],
    given: Given,
    given_on: dt.date,
    from_on: dt.date,
    until_on: dt.date | None,
    today: dt.date,
    purpose_words: str,
    stored_where: str,
) -> list[ConsentObstacle]:
    """Every reason the consent cannot stand; a paper one says where the paper is kept."""
    oral = given is Given.ORAL
    checks = {
        ConsentObstacle.ONE_PARTY: len(set(parties)) < 2,
        ConsentObstacle.NO_CATEGORY: not set(categories) - ALWAYS_NAMED,
        ConsentObstacle.NO_PURPOSE: not purposes,
        ConsentObstacle.GIVEN_IN_THE_FUTURE: given_on > today,
        ConsentObstacle.ENDS_BEFORE_IT_BEGINS: until_on is not None and until_on < from_on,
        ConsentObstacle.ENDED_ALREADY: until_on is not None and until_on < today,
        ConsentObstacle.ORAL_IS_ONE_DEALING: oral
        and (len(set(parties)) > 2 or until_on != from_on),
        ConsentObstacle.ORAL_WITHOUT_WORDS: oral and not purpose_words.strip(),
        ConsentObstacle.PAPER_WITHOUT_PLACE: given is Given.PAPER and not stored_where.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def spaced(codes: Iterable[str]) -> str:
    """Codes as they are kept and searched: each between spaces; nothing when there are none."""
    kept = sorted(set(codes))
    return f" {' '.join(kept)} " if kept else ""


def codes_in(kept: str) -> list[str]:
    """The codes that `spaced` put together."""
    return kept.split()


def sector_of(register: str) -> str:
    """The sector of a register, for permits; an organisation's own register has none."""
    return register if register in {Register.SOCIAL, Register.HEALTH} else ""
